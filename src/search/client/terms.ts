/** What a reader typed, as the terms that the index is asked for. */
import { separateWords } from '../words.ts';

/** Each term is a search of its own; nobody means the thirteenth word of a pasted paragraph. */
const most = 12;

/**
 * The terms of a query in their order, none twice.
 *
 * @example termsOf('Pay an invoice, pay!', 'en-US') // ['pay', 'an', 'invoice']
 * @example termsOf('รหัสผ่าน', 'th-TH') // ['รหัส', 'ผ่าน']
 */
export function termsOf(query: string, tag: string): string[] {
  const words = separateWords(query, tag)
    .toLocaleLowerCase(tag)
    .split(/[\s\p{Z}]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{S}_]+|[^\p{L}\p{N}\p{M}\p{S}_]+$/gu, ''))
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, most);
}
