/** What the search says and where it looks; a file of each locale, `search/strings.json`. */
import { fill } from '../../ui/fill.ts';
import type { IndexPlace } from '../../search/query/site-search.ts';

/** Texts may hold `{{query}}`, `{{suggestion}}`, `{{title}}`, `{{number}}`, `{{id}}`. */
export interface SearchStrings {
  /** By plural category, with `{{count}}` and `{{query}}`. */
  readonly results: Readonly<Record<string, string>>;
  readonly none: string;
  readonly hint: string;
  readonly more: string;
  readonly didYouMean: string;
  readonly corrected: string;
  readonly section: string;
  readonly step: string;
  readonly byId: string;
  /** Said of results from the source where the reader's language had none. */
  readonly inSource: string;
  /** What is said of a translation, by its kind. */
  readonly translations: Readonly<Record<string, string>>;
  /** Where a reader can go on who found nothing; addresses are templates, see `address-template.ts`. */
  readonly ways: readonly { readonly text: string; readonly href: string }[];
  /** Where to look: the reader's own language first. Empty while nothing is published. */
  readonly indexes: readonly IndexPlace[];
}

/** The sentence that tells how many results there are. */
export function countText(strings: SearchStrings, count: number, query: string, tag: string): string {
  if (count === 0) return fill(strings.none, { query });
  const form = strings.results[new Intl.PluralRules(tag).select(count)] ?? strings.results['other'] ?? '';
  return fill(form, { count: numberText(count, tag), query });
}

export function numberText(number: number, tag: string): string {
  return new Intl.NumberFormat(new Intl.Locale(tag, { numberingSystem: 'latn' })).format(number);
}
