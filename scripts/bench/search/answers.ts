/** What this project's own search answers to questions with known answers, one by one. */
import { join } from 'node:path';
import { isBuiltIndex, readBuilt } from '../../../src/disk/built-file.ts';
import { localeOf } from '../../../src/core/locales.ts';
import { openSiteFolder } from '../../../src/search/site-folder.ts';
import { slugOf } from './compare.ts';
import type { Query } from './queries.ts';
import { places } from './scores.ts';

/** A question, and what a reader who asks it is shown. */
export interface Answered extends Query {
  /** Slugs of the first results, best first. */
  readonly found: readonly string[];
  /** Place of the right article among them, from 1; undefined where it is not there. */
  readonly place: number | undefined;
  /** The question in other words, where the reader is asked whether these were meant. */
  readonly suggestion: string | undefined;
}

/** Asks the search of a finished site. Throws where a locale has none, or where the site lacks an expected article. */
export async function answersOf(site: string, queries: readonly Query[]): Promise<Answered[]> {
  const { topics } = readBuilt(join(site, 'api/v1/index.json'), isBuiltIndex);
  const answered: Answered[] = [];
  for (const tag of new Set(queries.map(({ locale }) => locale))) {
    const search = openSiteFolder(site, localeOf(tag).path);
    if (!search) throw new Error(`The site in ${site} has no search in ${tag}.`);
    for (const query of queries.filter(({ locale }) => locale === tag)) {
      const answer = await search.search(query.text);
      const found = (await answer.load(0, places)).map(({ slug }) => slug);
      const at = found.indexOf(slugOf(query.expected, tag, topics));
      answered.push({ ...query, found, place: at === -1 ? undefined : at + 1, suggestion: answer.suggestion });
    }
  }
  return answered;
}

/** A question and what stands where its article should, in one line. */
export function missText({ locale, kind, text, expected, found, place }: Answered): string {
  const where = place === undefined ? `is not among the first ${places}` : `has place ${place}`;
  return `${locale} ${kind} “${text}”: ${expected} ${where}, first is ${found[0] ?? 'nothing'}`;
}
