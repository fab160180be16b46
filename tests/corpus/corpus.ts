/** The real-world corpus, where it is: unpacked once into the temporary folder. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const shared = resolve(import.meta.dirname, '../../../shared');

/** Folder of the hand-back samples, undefined where there is none. */
export const seeds = existing(process.env['LANGUEDOCS_SEEDS'] ?? join(shared, 'seeds'));

/** Folder with `bilingual`, `plain`, `flat` and `rich`, undefined where there is none. */
export const corpus =
  existing(process.env['LANGUEDOCS_CORPUS']) ?? unpacked(join(shared, 'corpus/alchemy-5-locales.tar.xz'));

function existing(folder: string | undefined): string | undefined {
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

function unpacked(archive: string): string | undefined {
  if (!existsSync(archive)) return undefined;
  const { size, mtimeMs } = statSync(archive);
  const folder = join(tmpdir(), `languedocs-corpus-${size}-${Math.round(mtimeMs)}`);
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    execFileSync('tar', ['xJf', archive, '-C', fresh]);
    renameSync(fresh, folder);
  }
  return join(folder, 'corpus');
}

/** Tells aloud that tests are left out, because a silent skip looks like a pass. */
export function sayMissing(what: string): void {
  process.stderr.write(
    `\n${what} not found: the tests on it are skipped. CONTRIBUTING.md says where they are looked for.\n`,
  );
}
