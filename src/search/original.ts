/** The original of an article as the search needs it: words, without looking at how the page shows it. */
import { parseManuscript } from '../pipeline/parse/manuscript.ts';
import { readSource } from '../pipeline/read.ts';
import type { Article, Topic } from '../pipeline/types.ts';

/** What the index of a translation takes from the rest of its topic. */
export interface Background {
  /** Ids of all editions: any of them leads to the article. */
  readonly ids: readonly string[];
  /** Undefined where the article is the original, or none is known. */
  readonly original?: Original;
  /** Changes whenever any of this does. */
  readonly digest: string;
}

export interface Original {
  readonly title: string;
  readonly headings: readonly string[];
  /** Markdown, good enough for its words. */
  readonly text: string;
}

/** What backgrounds are made from: plain values, a few for each topic, so that they can be handed to a thread. */
export interface Origins {
  readonly sourceLocale: string;
  readonly topics: readonly {
    readonly slug: string;
    readonly ids: readonly string[];
    /** The article in the source's locale. */
    readonly source?: Article;
  }[];
}

export function originsOf(topics: readonly Topic[], sourceLocale: string): Origins {
  return {
    sourceLocale,
    topics: topics.map(({ slug, articles }) => {
      const ids = [...new Set(Object.values(articles).flatMap(({ metadata }) => metadata.ids))].sort();
      const source = articles[sourceLocale];
      return { slug, ids, ...(source === undefined ? {} : { source: { ...source, references: [], diagnostics: [] } }) };
    }),
  };
}

/** Answers for the topics of one build; an original is read once, however many translations ask for it. */
export class Backgrounds {
  readonly #topics: ReadonlyMap<string, Origins['topics'][number]>;
  readonly #sourceLocale: string;
  readonly #texts = new Map<string, string>();

  constructor({ topics, sourceLocale }: Origins) {
    this.#topics = new Map(topics.map((topic) => [topic.slug, topic]));
    this.#sourceLocale = sourceLocale;
  }

  /** Changes whenever `of` would give something else. Reads nothing. */
  digest(slug: string, locale: string): string {
    const original = this.#originalOf(slug, locale);
    return [original?.digest, original?.side, ...this.#ids(slug)].join(' ');
  }

  of(slug: string, locale: string): Background {
    const article = this.#originalOf(slug, locale);
    const background = { ids: this.#ids(slug), digest: this.digest(slug, locale) };
    if (!article) return background;
    const headings = article.anchors.filter(({ depth }) => depth > 1).map(({ text }) => text);
    return { ...background, original: { title: article.title, headings, text: this.#textOf(slug, article) } };
  }

  #originalOf(slug: string, locale: string): Article | undefined {
    return locale === this.#sourceLocale ? undefined : this.#topics.get(slug)?.source;
  }

  #ids(slug: string): readonly string[] {
    return this.#topics.get(slug)?.ids ?? [];
  }

  #textOf(slug: string, article: Article): string {
    let text = this.#texts.get(slug);
    if (text === undefined) {
      const { manuscript } = parseManuscript(readSource(article.file), article.side, this.#sourceLocale);
      text = withoutAddresses(manuscript?.draft.text ?? '');
      this.#texts.set(slug, text);
    }
    return text;
  }
}

/** Markdown without what readers do not see: addresses, tags, marks of extensions. */
function withoutAddresses(markdown: string): string {
  return markdown.replace(/\]\([^)\s]*(?:\s[^)]*)?\)|<[^>]*>|\{[^}]*\}|\[!\w+[^\]]*\]|https?:\S+/g, ' ');
}
