/** Files that differ from a revision of Git. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { CommandError } from '../cli/arguments.ts';

/** Absolute paths below the folders that were added or changed since a revision, in commits or not yet. */
export function changedSince(revision: string, folders: readonly string[]): Set<string> {
  return new Set(
    folders.flatMap((folder) => {
      const top = git(folder, 'rev-parse', '--show-toplevel').trim();
      // From where the branch began: what others did since is not this branch's.
      const base = git(folder, 'merge-base', revision, 'HEAD').trim();
      const changed = git(folder, 'diff', '--name-only', '--diff-filter=d', '-z', base, '--', folder);
      const fresh = git(folder, 'ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', folder);
      return [...changed.split('\0'), ...fresh.split('\0')]
        .filter((name) => name !== '')
        .map((name) => resolve(top, name));
    }),
  );
}

function git(folder: string, ...words: string[]): string {
  try {
    return execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n')[0];
    throw new CommandError(`Git could not tell what has changed: ${said ?? String(error)}.`, { cause: error });
  }
}
