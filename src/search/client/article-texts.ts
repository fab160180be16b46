/** What results are shown from, loaded when they are shown. */
import { type ArticleText, textsFile, textsPerFile } from '../files.ts';
import { type ReadFile, readText } from './index-files.ts';

/** The texts of an index; each file is read once. */
export class ArticleTexts {
  readonly #read: ReadFile;
  readonly #files = new Map<string, Promise<readonly ArticleText[]>>();

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** @param article its place among the titles */
  async of(article: number): Promise<ArticleText> {
    const name = textsFile(article);
    let texts = this.#files.get(name);
    if (!texts) {
      texts = readText(this.#read, name).then((text) => JSON.parse(text) as ArticleText[]);
      this.#files.set(name, texts);
      texts.catch(() => this.#files.delete(name));
    }
    const found = (await texts)[article % textsPerFile];
    if (!found) throw new Error(`The index has no text of article ${article}.`);
    return found;
  }
}
