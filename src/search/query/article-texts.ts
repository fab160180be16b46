/** What results are shown from, loaded when they are shown. */
import { type ArticleText, textsFile, textsPerFile } from '../files.ts';
import { type ReadFile, readText } from './index-files.ts';
import { LoadOnce } from './load-once.ts';

/** The texts of an index; each file is read once. */
export class ArticleTexts {
  readonly #read: ReadFile;
  readonly #order: string;
  readonly #files = new LoadOnce<readonly ArticleText[]>();

  /** @param order see `TermTable` */
  constructor(read: ReadFile, order: string) {
    this.#read = read;
    this.#order = order;
  }

  /** @param article its place among the titles */
  async of(article: number): Promise<ArticleText> {
    const name = textsFile(article, this.#order);
    const texts = await this.#files.get(
      name,
      async () => JSON.parse(await readText(this.#read, name)) as ArticleText[],
    );
    const found = texts[article % textsPerFile];
    if (!found) throw new Error(`The index has no text of article ${article}.`);
    return found;
  }
}
