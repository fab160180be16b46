/** The terms of a text as an index needs them: found out once, kept, and taken by every index that the text is in. */
import { isRecord, isText } from '../core/stored.ts';
import { encoded } from './files.ts';
import { spellingsOf } from './vocabulary.ts';
import { termCountsOf } from './words.ts';

export interface Wording {
  /**
   * Terms of the title, encoded, each once with the number of times that it is there where it is more than one: `pay invoice^2`. The
   * next two are of the same shape.
   */
  readonly title: string;
  readonly headings: string;
  readonly body: string;
  /** Words of all of them as they are spelled, each once, with blanks between them; for the vocabulary. */
  readonly words: string;
}

export function isWording(value: unknown): value is Wording {
  return isRecord(value) && ['title', 'headings', 'body', 'words'].every((name) => isText(value[name]));
}

/** A text before its terms are known. */
export interface Worded {
  readonly title: string;
  readonly headings: readonly string[];
  readonly body: string;
}

export function wordingOf({ title, headings, body }: Worded): Wording {
  return {
    title: joined(title),
    headings: joined(headings.join('\n')),
    body: joined(body),
    words: spellingsOf([title, ...headings, body]).join(' '),
  };
}

/** A term with the number of times that it is in a text. */
export type TermCount = readonly [term: string, count: number];

/** Terms that were joined, one by one. */
export function* termCounts(terms: string): Generator<TermCount> {
  for (const each of words(terms)) {
    const at = each.indexOf(countMark);
    yield at === -1 ? [each, 1] : [each.slice(0, at), Number(each.slice(at + 1))];
  }
}

/** Words that were joined, one by one. */
export function words(joined: string): string[] {
  return joined === '' ? [] : joined.split(' ');
}

/** Stands in no term: it is no letter and no digit. */
const countMark = '^';

function joined(text: string): string {
  return Array.from(termCountsOf(text), ([term, count]) =>
    count === 1 ? encoded(term) : `${encoded(term)}${countMark}${count}`,
  ).join(' ');
}
