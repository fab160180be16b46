/** Function words of languages, for the index: what browsers are told of a language, they are told in the index of a locale. */
import lists from 'stopword';
import { isDense } from './words.ts';

/** ISO 639-3 codes, under which the lists are kept, by the codes of BCP 47 tags. */
const codes: Readonly<Record<string, string>> = {
  ar: 'ara',
  bg: 'bul',
  ca: 'cat',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  eu: 'eus',
  fa: 'fas',
  fi: 'fin',
  fr: 'fra',
  ga: 'gle',
  gl: 'glg',
  gu: 'guj',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  hy: 'hye',
  id: 'ind',
  it: 'ita',
  ku: 'kur',
  la: 'lat',
  lt: 'lit',
  lv: 'lav',
  mr: 'mar',
  ms: 'msa',
  nb: 'nob',
  nl: 'nld',
  no: 'nob',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  sv: 'swe',
  sw: 'swa',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
  vi: 'vie',
  zu: 'zul',
};

/** The function words of some languages, each once, sorted. */
export function functionWordsOf(tags: readonly string[]): string[] {
  const words = new Set(tags.flatMap((tag) => lists[codes[new Intl.Locale(tag).language] ?? ''] ?? []));
  return [...words].filter((word) => /^[\p{L}\p{M}]+$/u.test(word) && !isDense(word)).sort();
}
