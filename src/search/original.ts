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

/** Answers for the topics of one build; an original is read once, however many translations ask for it. */
export class Backgrounds {
  readonly #topics: ReadonlyMap<string, Topic>;
  readonly #sourceLocale: string;
  readonly #texts = new Map<string, string>();

  constructor(topics: readonly Topic[], sourceLocale: string) {
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
    const article = this.#topics.get(slug)?.articles[this.#sourceLocale];
    return article?.locale === locale ? undefined : article;
  }

  #ids(slug: string): string[] {
    const articles = Object.values(this.#topics.get(slug)?.articles ?? {});
    return [...new Set(articles.flatMap(({ metadata }) => metadata.ids))].sort();
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
