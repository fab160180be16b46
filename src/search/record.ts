/** What the search knows of one article: made when its page is rendered, kept with the page, and read when an index is made. */
import type { Page } from '../pipeline/types.ts';
import type { ArticleText } from './files.ts';
import type { Passage } from './passages.ts';
import { type Wording, wordingOf } from './wording.ts';

export interface SearchRecord {
  readonly wording: Wording;
  /** What a result is shown from. */
  readonly text: ArticleText;
}

/** @param passages those of the page's body */
export function recordOf(
  { slug, title, translation, keywords = [] }: Pick<Page, 'slug' | 'title' | 'translation' | 'keywords'>,
  passages: readonly Passage[],
): SearchRecord {
  // Keywords weigh as much as headings.
  const headings = [...new Set([...keywords, ...passages.map(({ heading }) => heading)])];
  return {
    wording: wordingOf({ title, headings, body: passages.map(({ text }) => text).join('\n') }),
    text: { slug, title: title.replace(/\s+/g, ' '), translation, passages },
  };
}
