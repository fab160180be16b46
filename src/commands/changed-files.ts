/** Files that differ from a revision of Git. */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../core/errors.ts';
import { findRepository } from '../git/find.ts';
import { type Committed, hashLike, withHistory } from '../git/history.ts';

/**
 * Tells of files below the folders whether they were added or changed since a revision, in commits or not yet. They are compared with
 * where the present branch began: what others did since is not this branch's.
 *
 * @returns is asked with absolute paths; true for files that are there and differ
 */
export async function changedSince(revision: string, folders: readonly string[]): Promise<(path: string) => boolean> {
  const before = new Map<string, Committed | undefined>();
  for (const folder of folders) {
    const repository = await findRepository(folder);
    if (!repository)
      throw new CommandError(
        `${folder} is in no Git repository, so nothing can be compared with \`${revision}\`. ` +
          'Leave out `--since`, or name a content directory in a clone.',
      );
    await withHistory(repository, async (history) => {
      const place = realpathSync(folder);
      const head = await history.commitOf('HEAD');
      const old = await history.filesIn(await history.forkOf(revision, head), place);
      const now = await history.filesIn(head, place);
      for (const path of [...old.keys(), ...now.keys(), ...(await history.unignored(place))])
        before.set(join(folder, path), old.get(path));
    });
  }
  const known = new Map<string, boolean>();
  return (path) => {
    const changed = known.get(path) ?? (before.has(path) && differs(path, before.get(path)));
    known.set(path, changed);
    return changed;
  };
}

function differs(path: string, before: Committed | undefined): boolean {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  if (before?.isFile !== true) return true;
  const bytes = readFileSync(path);
  if (hashLike(before.id, bytes) === before.id) return false;
  // On Windows, Git writes line ends that it does not commit.
  const committed = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return hashLike(before.id, committed) !== before.id;
}
