/**
 * Which repository a folder belongs to. Git's own search takes any folder that looks like a repository, also one that came with the
 * articles; this one looks for `.git` only, from the folder upwards, and follows it only to where it is answered.
 */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError } from '../core/errors.ts';
import { GitFailure } from './run.ts';
import { readSettings } from './settings.ts';

/** A repository with the working tree that a folder lies in. All paths are absolute, links followed. */
export interface Repository {
  readonly workTree: string;
  /** What belongs to this working tree alone: its `HEAD` and the log of it. */
  readonly own: string;
  /** What all working trees share: objects, branches, settings. The same folder as `own`, but for `git worktree`. */
  readonly common: string;
}

/** The repository that a folder lies in; undefined where there is none. Throws where its `.git` leads to what does not know it. */
export async function findRepository(folder: string): Promise<Repository | undefined> {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const found = await repositoryAt(at);
    if (found || dirname(at) === at) return found;
  }
}

/**
 * The repository of a file below a folder: that of the folder, or a submodule of it. Other repositories between the two came with the
 * articles.
 */
export async function findRepositoryOf(folder: string, path: string): Promise<Repository | undefined> {
  const outer = await findRepository(folder);
  if (!outer) return undefined;
  const top = realpathSync(folder);
  for (let at = dirname(join(top, path)); at !== top && isBelow(at, top); at = dirname(at)) {
    const inner = await repositoryAt(at).catch(() => undefined);
    const isSubmodule = [outer.own, outer.common].some((place) => isBelow(inner?.own ?? '', join(place, 'modules')));
    if (inner && isSubmodule) return inner;
  }
  return outer;
}

async function repositoryAt(workTree: string): Promise<Repository | undefined> {
  const entry = join(workTree, '.git');
  const stats = lstatSync(entry, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isDirectory()) return isGitDirectory(entry, entry) ? { workTree, own: entry, common: entry } : undefined;
  const led = stats.isFile() && stats.size < 1 << 16 ? await followed(workTree, entry) : undefined;
  if (led) return led;
  throw new CommandError(
    `${entry} leads to a repository that does not belong to this folder, so Git is not asked about it. ` +
      'Where the folder was moved, `git worktree repair` or `git submodule absorbgitdirs` mends it; else remove the file.',
  );
}

/** Where the `.git` file of a worktree or a submodule leads, if that place names this working tree in turn. */
async function followed(workTree: string, entry: string): Promise<Repository | undefined> {
  const target = /^gitdir: (.+)/.exec(readFileSync(entry, 'utf8'))?.[1];
  const own = target === undefined ? undefined : realPath(workTree, target);
  if (own === undefined || isBelow(own, workTree)) return undefined;
  const shared = firstLine(join(own, 'commondir'));
  if (shared === undefined) {
    const settings = await readSettings(join(own, 'config')).catch((error: unknown) => {
      if (error instanceof GitFailure) return undefined;
      throw error;
    });
    const named = settings?.get('core.worktree');
    const isAnswered = named !== undefined && realPath(own, named) === workTree;
    return isAnswered && isGitDirectory(own, own) ? { workTree, own, common: own } : undefined;
  }
  const common = realPath(own, shared);
  const back = firstLine(join(own, 'gitdir'));
  const isAnswered =
    common !== undefined &&
    dirname(own) === join(common, 'worktrees') &&
    back !== undefined &&
    basename(back) === '.git' &&
    realPath(own, dirname(back)) === workTree;
  return isAnswered && isGitDirectory(own, common) ? { workTree, own, common } : undefined;
}

/** As Git tells a repository: by what every one has. */
function isGitDirectory(own: string, common: string): boolean {
  const kindOf = (path: string) => lstatSync(path, { throwIfNoEntry: false });
  const [head, objects, refs] = [join(own, 'HEAD'), join(common, 'objects'), join(common, 'refs')].map(kindOf);
  return Boolean(head) && [objects, refs].every((stats) => stats?.isDirectory() === true || stats?.isSymbolicLink());
}

function firstLine(file: string): string | undefined {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0];
}

function realPath(folder: string, path: string): string | undefined {
  try {
    return realpathSync(resolve(folder, path.trimEnd()));
  } catch {
    return undefined;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(join(folder, '/'));
}
