/**
 * Digests of articles that nobody has touched since they were read. A file's content cannot change without the time of its last change
 * of state, so that a build need not read fifteen thousand files to find the one that has changed.
 */
import { join } from 'node:path';
import type { Facts } from '../../pipeline/types.ts';
import type { FileReference } from '../../core/file-reference.ts';
import { isListOf, isRecord, isText, readStored } from '../../core/stored.ts';
import type { Stamp } from './inputs.ts';
import { coarsestClock } from '../../disk/folders.ts';
import { writeAtomic } from '../../disk/atomic-files.ts';

/** By absolute path: what the file's state was when this digest was right. */
type Known = Readonly<Record<string, readonly [state: string, digest: string]>>;

export class KnownDigests {
  readonly #file: string;
  readonly #stamp: Stamp;
  readonly #known: Known;

  /**
   * @param file where they are kept from one build to the next
   * @param stamp the state of all files when this build began
   */
  constructor(file: string, stamp: Stamp) {
    this.#file = file;
    this.#stamp = stamp;
    // Where nothing is known, all files are read.
    this.#known = readStored(file, isKnown) ?? {};
  }

  /** The digest of a file, undefined where it has to be read. */
  of({ root, path }: FileReference): string | undefined {
    const file = join(root, path);
    const known = Object.hasOwn(this.#known, file) ? this.#known[file] : undefined;
    return known !== undefined && known[0] === this.#stamp.states.get(file)?.text ? known[1] : undefined;
  }

  /** Keeps the digests of these files, those only whose next change cannot go unseen. */
  save(facts: readonly Facts[]): void {
    const { states, taken } = this.#stamp;
    const known: Record<string, readonly [string, string]> = {};
    for (const { article } of facts) {
      if (!article) continue;
      const file = join(article.file.root, article.file.path);
      const state = states.get(file);
      if (state && taken - state.changed > coarsestClock) known[file] = [state.text, article.digest];
    }
    writeAtomic(this.#file, JSON.stringify(known));
  }
}

function isKnown(value: unknown): value is Known {
  return isRecord(value) && Object.values(value).every((entry) => isListOf(entry, isText) && entry.length === 2);
}
