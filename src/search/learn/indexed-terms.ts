/** What the index of a locale has, as far as related terms depend on it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { encoded, termsFolder } from '../files.ts';
import { FunctionWords } from '../query/function-words.ts';
import { functionWordsOf } from '../function-words.ts';
import { countPlaces, parseTerms } from '../term-format.ts';
import type { IndexedTerms } from './related.ts';

/**
 * @param folder of the index
 * @param locales BCP 47 tags: the locale's, and the source's
 * @throws where a file is damaged
 */
export function indexedTerms(folder: string, locales: readonly string[]): IndexedTerms {
  const functionWords = new FunctionWords(functionWordsOf(locales));
  const counts = new Map<string, number>();
  for (const name of readdirSync(join(folder, termsFolder))) {
    const file = join(folder, termsFolder, name);
    const terms = parseTerms(gunzipSync(readFileSync(file)).toString('utf8'));
    if (!terms) throw new Error(`${file} is damaged. Build again with --force.`);
    for (const [term, places] of terms) counts.set(term, countPlaces(places));
  }
  return {
    count: (term) => counts.get(encoded(term)) ?? 0,
    isFunctionWord: (term) => functionWords.has(term),
  };
}
