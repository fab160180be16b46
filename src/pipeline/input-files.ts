/** The files that a page is rendered from: those that its input names, and no others. */
import { join } from 'node:path';
import { type ArticleText, textIn, withSegmentsOf } from './article-text.ts';
import { codeIn, digestOfCode } from './files/code-files.ts';
import { includedTextOf, type IncludedText } from './files/includes.ts';
import { readSource } from './read.ts';
import type { InputFile, InputPlace, InputText, RenderInput } from './render-input.ts';
import type { Source } from './types.ts';
import type { FileReference } from '../core/file-reference.ts';

/** Reads the files of one input. */
export class InputFiles {
  readonly #input: RenderInput;
  readonly #roots: readonly string[];
  /** True where a file that was read is not the one that the input names: what is made of it is not what the input's key means. */
  hasChanged = false;

  /** @param roots absolute paths of the content directories */
  constructor(input: RenderInput, roots: readonly string[]) {
    this.#input = input;
    this.#roots = roots;
  }

  /** The text of the article, with the source of its sentences where that is known. */
  text(): ArticleText {
    const { text, aligned } = this.#input;
    const own = this.#textOf(text);
    return aligned ? withSegmentsOf(own, () => this.#textOf(aligned)) : own;
  }

  /** Texts of the files that the article includes. */
  includes(): IncludedText {
    const { text, includes, parts, sourceLocale } = this.#input;
    const article = this.#placeOf(text.file);
    const byPath = new Map(parts.map((part) => [part.path, { ...part, includes: new Map(part.includes) }]));
    const first = new Map(includes);
    return includedTextOf(
      { file: article, side: text.side },
      {
        sourceLocale,
        find: (from, href) => {
          const path = from === article ? first.get(href) : byPath.get(from.path)?.includes.get(href);
          return path === undefined ? undefined : { root: article.root, path };
        },
        read: ({ path }) => {
          const digest = byPath.get(path)?.digest;
          if (digest === undefined) throw new Error(`${path} cannot be read.`);
          return this.#read({ root: text.file.root, path, digest });
        },
        isPublished: ({ path }) => byPath.get(path)?.isWithheld !== true,
      },
    );
  }

  /** Texts of the files of code that the article shows, by their addresses. */
  code(): (href: string) => string | undefined {
    const files = new Map(this.#input.code);
    return (href) => {
      const file = files.get(href);
      return file && this.#codeIn(file);
    };
  }

  #codeIn(file: InputFile): string | undefined {
    const { root, path } = this.#placeOf(file);
    const text = codeIn(join(root, path));
    const digest = text === undefined ? undefined : digestOfCode(text);
    if (digest !== file.digest) this.hasChanged = true;
    return text;
  }

  #textOf({ file, ...text }: InputText): ArticleText {
    return textIn(this.#read({ ...file, digest: text.digest }), text, this.#input.sourceLocale);
  }

  #read(file: InputFile): Source {
    try {
      const source = readSource(this.#placeOf(file));
      if (source.digest !== file.digest) this.hasChanged = true;
      return source;
    } catch (error) {
      this.hasChanged = true;
      throw error;
    }
  }

  #placeOf({ root, path }: InputPlace): FileReference {
    const folder = this.#roots[root];
    if (folder === undefined) throw new Error(`There is no content directory ${root}.`);
    return { root: folder, path };
  }
}
