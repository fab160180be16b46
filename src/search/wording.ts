/** The terms of a text as an index needs them: found out once, kept, and taken by every index that the text is in. */
import { isRecord, isText } from '../stored.ts';
import { encoded } from './files.ts';
import { spellingsOf } from './vocabulary.ts';
import { distinctTermsOf } from './words.ts';

export interface Wording {
  /** Terms of the title, each once, encoded, with blanks between them. The next two are of the same shape. */
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

/** Terms that were joined, one by one. */
export function split(terms: string): string[] {
  return terms === '' ? [] : terms.split(' ');
}

function joined(text: string): string {
  return Array.from(distinctTermsOf(text), encoded).join(' ');
}
