/** What Git knows of the past of a repository. */
import { createHash } from 'node:crypto';
import { isAbsolute, relative, sep } from 'node:path';
import { CommandError } from '../core/errors.ts';
import type { Repository } from './find.ts';
import { withMirror, type Run } from './mirror.ts';
import { GitFailure } from './run.ts';

/** A file in a commit. */
export interface Committed {
  /** Hash of Git's, in hexadecimal digits. */
  readonly id: string;
  /** False for links and submodules. */
  readonly isFile: boolean;
}

export class History {
  readonly workTree: string;
  readonly #run: Run;

  constructor(workTree: string, run: Run) {
    this.workTree = workTree;
    this.#run = run;
  }

  /** The hash of the commit that a revision names. */
  async commitOf(revision: string): Promise<string> {
    const wrong = wrongRevision(revision);
    if (wrong !== undefined) throw new CommandError(wrong);
    try {
      return await this.#line('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      throw new CommandError(
        `Git does not know the revision \`${revision}\` in ${this.workTree}. ` +
          'Name a branch, a tag or a commit that is there; one that only the server has is brought by `git fetch`.',
        { cause: error },
      );
    }
  }

  /** The newest commit that a revision has in common with another. */
  async forkOf(revision: string, head: string): Promise<string> {
    const commit = await this.commitOf(revision);
    try {
      return await this.#line('merge-base', '--end-of-options', commit, head);
    } catch (error) {
      if (!(error instanceof GitFailure) || error.code !== 1) throw error;
      throw new CommandError(
        `The present branch of ${this.workTree} and \`${revision}\` have no commit in common. ` +
          'In a shallow clone, `git fetch --unshallow` brings what is missing.',
        { cause: error },
      );
    }
  }

  /** Files of a commit below a folder, by their paths from there. */
  async filesIn(commit: string, folder: string): Promise<Map<string, Committed>> {
    const within = this.#inside(folder);
    const files = await this.#list(commit, within);
    return new Map([...files].map(([path, file]) => [within === '' ? path : path.slice(within.length + 1), file]));
  }

  /** A file of a commit; undefined where the commit has none of this path. */
  async fileAt(commit: string, path: string): Promise<Committed | undefined> {
    const within = this.#inside(path);
    return (await this.#list(commit, within)).get(within);
  }

  /** Files below a folder that Git is not told to ignore, by their paths from there. */
  async unignored(folder: string): Promise<string[]> {
    const out = await this.#run(['-C', folder, 'ls-files', '--others', '--exclude-standard', '-z']);
    return out
      .toString('utf8')
      .split('\0')
      .filter((name) => name !== '');
  }

  /** The bytes of a committed file, as they were committed: no filter of the repository is run. */
  async read({ id }: Committed): Promise<Buffer> {
    return this.#run(['cat-file', 'blob', id]);
  }

  async #list(commit: string, within: string): Promise<Map<string, Committed>> {
    const place = within === '' ? [] : ['--', within];
    const out = await this.#run(['ls-tree', '-r', '-z', '--full-tree', commit, ...place]);
    const files = new Map<string, Committed>();
    for (const entry of out.toString('utf8').split('\0')) {
      const [, mode = '', type = '', id = '', name = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
      if (name !== '') files.set(name, { id, isFile: type === 'blob' && mode.startsWith('100') });
    }
    return files;
  }

  /** The path of a file or folder from the top of the working tree, as Git writes it. */
  #inside(path: string): string {
    const inside = relative(this.workTree, path);
    if (inside.startsWith('..') || isAbsolute(inside)) throw new Error(`${path} is not below ${this.workTree}.`);
    return inside.split(sep).join('/');
  }

  async #line(...words: string[]): Promise<string> {
    const [line = ''] = (await this.#run(words)).toString('utf8').split('\n');
    if (!/^[0-9a-f]{40,64}$/.test(line)) throw new GitFailure(`\`git ${words[0] ?? ''}\` named no commit`, undefined);
    return line;
  }
}

/** Opens a repository for as long as the work takes. What Git cannot do is told as a `CommandError`. */
export async function withHistory<Value>(
  repository: Repository,
  work: (history: History) => Promise<Value>,
): Promise<Value> {
  try {
    return await withMirror(repository, (run) => work(new History(repository.workTree, run)));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const isIncomplete =
      /promisor|missing|not our ref|unable to (?:read|find)|bad (?:object|tree|file)|not a tree/i.test(error.said);
    throw new CommandError(
      `Git cannot read the repository of ${repository.workTree}: ${error.said.replace(/\.$/, '')}. ` +
        (isIncomplete
          ? 'A part of it is not on this machine, as in a partial clone: clone it as a whole, or check out the revision once.'
          : `\`git -C ${repository.workTree} fsck\` looks for damage.`),
      { cause: error },
    );
  }
}

/** Git's hash of a file with these bytes, in the format that another hash is in. */
export function hashLike(id: string, bytes: Uint8Array): string {
  return createHash(id.length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.byteLength}\0`)
    .update(bytes)
    .digest('hex');
}

/** Says what is wrong with the name of a revision; undefined where it may be one. It is never an option, a path or a range. */
export function wrongRevision(revision: string): string | undefined {
  const shown = revision.replace(/\p{Cc}/gu, '\u{fffd}');
  if (/^[^\p{Cc}\s^:?*[\\-][^\p{Cc}:?*[\\]*$/u.test(revision) && !revision.includes('..')) return undefined;
  return `\`${shown}\` is not the name of a revision. Expected a branch, a tag or a commit, such as \`main\`, \`HEAD~2\` or \`v1.0\`.`;
}
