/** The original of an article as the search needs it: words, without looking at how the page shows it. */
import { parseManuscript } from '../pipeline/parse/manuscript.ts';
import { readSource } from '../pipeline/read.ts';
import type { Article, Topic } from '../pipeline/types.ts';
import type { FileReference } from '../core/file-reference.ts';
import { type Wording, wordingOf } from './wording.ts';

/** What the index of a translation takes from the rest of its topic. */
export interface Background {
  /** Ids of all editions: any of them leads to the article. */
  readonly ids: readonly string[];
  /** Undefined where the article is the original, or none is known. */
  readonly original?: Wording;
}

/** What is known of an original before it is read again. */
export interface Original extends Pick<Article, 'side' | 'digest' | 'title'> {
  readonly file: FileReference;
  readonly headings: readonly string[];
}

/** What backgrounds are made from: plain values, a few for each topic, so that they can be handed to a thread. */
export interface Origins {
  readonly sourceLocale: string;
  readonly topics: readonly {
    readonly slug: string;
    readonly ids: readonly string[];
    /** The article in the source's locale. */
    readonly original?: Original;
  }[];
}

export function originsOf(topics: readonly Topic[], sourceLocale: string): Origins {
  return {
    sourceLocale,
    topics: topics.map(({ slug, articles }) => {
      const ids = [...new Set(Object.values(articles).flatMap(({ metadata }) => metadata.ids))].sort();
      const source = articles[sourceLocale];
      return { slug, ids, ...(source === undefined ? {} : { original: originalOf(source) }) };
    }),
  };
}

function originalOf({ file, side, digest, title, anchors, metadata }: Article): Original {
  const headings = anchors.filter(({ depth }) => depth > 1).map(({ text }) => text);
  return { file, side, digest, title, headings: [...(metadata.keywords ?? []), ...headings] };
}

/** Answers for the topics of one build; an original is read once, however many translations ask for it. */
export class Backgrounds {
  readonly #topics: ReadonlyMap<string, Origins['topics'][number]>;
  readonly sourceLocale: string;
  readonly #recall: (key: string, make: () => Wording) => Wording;
  readonly #wordings = new Map<string, Wording>();

  /**
   * @param recall gives the value that was made for a key before, else makes it
   */
  constructor(
    { topics, sourceLocale }: Origins,
    recall: (key: string, make: () => Wording) => Wording = (_key, make) => make(),
  ) {
    this.#topics = new Map(topics.map((topic) => [topic.slug, topic]));
    this.sourceLocale = sourceLocale;
    this.#recall = recall;
  }

  /** Changes whenever `of` would give something else. Reads nothing. */
  digest(slug: string, locale: string): string {
    const original = this.#originalOf(slug, locale);
    return [original?.digest, original?.side, ...this.#ids(slug)].join(' ');
  }

  of(slug: string, locale: string): Background {
    const original = this.#originalOf(slug, locale);
    return { ids: this.#ids(slug), ...(original === undefined ? {} : { original: this.#wordingOf(slug, original) }) };
  }

  #originalOf(slug: string, locale: string): Original | undefined {
    return locale === this.sourceLocale ? undefined : this.#topics.get(slug)?.original;
  }

  #ids(slug: string): readonly string[] {
    return this.#topics.get(slug)?.ids ?? [];
  }

  #wordingOf(slug: string, original: Original): Wording {
    let wording = this.#wordings.get(slug);
    if (!wording) {
      const { side, digest, file } = original;
      const key = [side, this.sourceLocale, file.root, file.path, digest].join(' ');
      try {
        wording = this.#recall(key, () => wordingOf({ ...original, body: this.#textOf(original) }));
      } catch {
        // Removed after it had been read: its words are unknown now, and not kept as if they were none.
        wording = wordingOf({ ...original, body: '' });
      }
      this.#wordings.set(slug, wording);
    }
    return wording;
  }

  /** Its Markdown, good enough for its words. */
  #textOf({ file, side }: Original): string {
    try {
      const { manuscript } = parseManuscript(readSource(file), side, this.sourceLocale);
      return withoutAddresses(manuscript?.draft.text ?? '');
    } catch {
      // The pipeline has told by then what is wrong with the file; only its words are not found.
      return '';
    }
  }
}

const unseen = /\]\((?:[^()]|\([^()]*\))*\)|<[^<>]*>|\{[^{}]*\}|\[!\w[^[\]]*(?:\[[^[\]]*)?\]|https?:\S+/g;

/** Markdown without what readers do not see: addresses, tags, marks of extensions. */
function withoutAddresses(markdown: string): string {
  return markdown.replace(unseen, ' ');
}
