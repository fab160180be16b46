/** The status board of a build. Finding out what is wrong takes seconds, so the last board is kept with what it was made from. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../pipeline/prepare.ts';
import { boardFiles, writeBoard } from '../site/status.ts';
import { boardOf } from '../status/board.ts';
import { checkCode, checkLibrary } from './check.ts';
import type { Configuration } from './configuration.ts';
import { codeVersion, type Memory } from './memory.ts';

export interface StatusBoard {
  /** Finds out what is wrong, unless the last build has, and writes the board into the packs; gives a digest of what it says. */
  write(): string;
}

/**
 * The board of a library.
 *
 * @param reports of files, from earlier builds and from the reading of the library; undefined where no board is published
 */
export function statusBoard(
  packs: string,
  library: Library,
  configuration: Configuration,
  { work, reports }: { work: string; reports: Memory | undefined },
): StatusBoard | undefined {
  if (!reports) return undefined;
  const inputs = inputsOf(library, configuration);
  return {
    write() {
      const kept = join(work, 'status');
      const note = join(kept, 'made-from');
      if (!existsSync(note) || readFileSync(note, 'utf8') !== inputs) {
        rmSync(kept, { recursive: true, force: true });
        writeBoard(kept, boardOf(library, checkLibrary(library, configuration, reports).diagnostics));
        reports.save();
        writeFileSync(note, inputs);
      }
      const said = createHash('sha256');
      for (const name of boardFiles(library.pages.locales)) {
        copyFileSync(join(kept, name), join(packs, name));
        said.update(readFileSync(join(kept, name)));
      }
      return said.digest('base64url');
    },
  };
}

function inputsOf({ topics, pages, diagnostics, displayPath }: Library, { project, options }: Configuration): string {
  const hash = createHash('sha256').update(codeVersion(project, [...checkCode, 'src/status', 'src/site/status.ts']));
  hash.update(JSON.stringify([options.check, pages.locales, pages.base, pages.sourceLocale, diagnostics]));
  for (const { slug, articles, states } of topics) {
    const editions = Object.values(articles).map(({ locale, digest, side, file }) => [
      locale,
      digest,
      side,
      displayPath(file),
    ]);
    hash.update(JSON.stringify([slug, states, editions]));
  }
  return hash.digest('hex');
}
