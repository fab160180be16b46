/** Whether a finished site still shows what its inputs say. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBuilt, workFolder } from './build.ts';
import type { Configuration } from './configuration.ts';

const code = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** True where the finished site was built from exactly these files and options. */
export function isFresh(configuration: Configuration): boolean {
  const file = stampFile(configuration);
  return isBuilt(configuration) && existsSync(file) && readFileSync(file, 'utf8') === stampOf(configuration);
}

/** To be called after a build. */
export function stamp(configuration: Configuration): void {
  const file = stampFile(configuration);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stampOf(configuration));
}

function stampFile(configuration: Configuration): string {
  return join(workFolder(configuration), 'built');
}

// Size and time are enough here: a wrong guess costs one build, and the build itself goes by content.
function stampOf({ project, roots, base, origin, locales, shard, options, slugHistory }: Configuration): string {
  const hash = createHash('sha256').update(JSON.stringify({ base, origin, locales, shard, options }));
  const history = slugHistory === undefined ? [] : [slugHistory];
  for (const place of [...roots, ...history, ...code.map((name) => join(project, name))]) {
    if (!existsSync(place)) continue;
    const files = statSync(place).isDirectory()
      ? readdirSync(place, { recursive: true, encoding: 'utf8' })
          .sort()
          .map((path) => join(place, path))
      : [place];
    for (const file of files) {
      const found = statSync(file, { throwIfNoEntry: false });
      if (found) hash.update(`${file}\0${found.mtimeMs}\0${found.size}\n`);
    }
  }
  return hash.digest('hex');
}
