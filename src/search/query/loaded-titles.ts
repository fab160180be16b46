/** The titles of an index, loaded where a question needs them. */
import { pronunciationFile, titlesFile } from '../files.ts';
import { type ReadFile, readText } from './index-files.ts';
import { LoadOnce } from './load-once.ts';
import type { PronouncedTitles } from './pronunciation.ts';
import { Titles, titlesIn } from './titles.ts';

/** Titles in the two forms in which questions are compared with them. */
export class LoadedTitles {
  readonly #read: ReadFile;
  readonly #worded = new LoadOnce<Titles>();
  readonly #pronounced = new LoadOnce<PronouncedTitles>();

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** Undefined where they cannot be loaded: without them there is an order, too. */
  worded(): Promise<Titles | undefined> {
    return this.#worded.get(titlesFile, async () => new Titles(await this.#list())).catch(() => undefined);
  }

  /** With what their characters sound like; undefined where that cannot be loaded. */
  pronounced(): Promise<PronouncedTitles | undefined> {
    const load = async (): Promise<PronouncedTitles> => {
      const [readings, titles] = await Promise.all([readText(this.#read, pronunciationFile), this.#list()]);
      return { readings, titles };
    };
    return this.#pronounced.get(titlesFile, load).catch(() => undefined);
  }

  async #list(): Promise<readonly string[]> {
    return titlesIn(await readText(this.#read, titlesFile));
  }
}
