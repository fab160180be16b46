/**
 * What people type and what help articles say, language by language: pay and settle, bill and invoice, “get rid of” and delete. Sites
 * have too few articles to teach it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { listNamesOf } from './listed-language.ts';
import { isListOf, isText } from '../core/stored.ts';

const folder = new URL('./everyday-words/', import.meta.url);

/**
 * The groups of words that mean the same in a language; none where the language has no list.
 *
 * @param tag BCP 47
 * @throws where a list is damaged: it is part of the software
 */
export function everydayWordsOf(tag: string): readonly (readonly string[])[] {
  const file = listNamesOf(tag)
    .map((name) => new URL(`${name}.json`, folder))
    .find((each) => existsSync(each));
  if (!file) return [];
  const groups: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isListOf(groups, isWords)) throw new Error(`${file.pathname} is not a list of lists of words.`);
  return groups;
}

function isWords(value: unknown): value is readonly string[] {
  return isListOf(value, isText);
}
