/** Function words of languages, for the index: what browsers are told of a language, they are told in the index of a locale. */
import lists from 'stopword';
import questionWords from './function-words.json' with { type: 'json' };
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

/** What questions are made of, written for this search; by BCP 47 language, with a script where a language is written in several. */
const own: Readonly<Record<string, readonly string[]>> = questionWords;

/** The function words of some languages, each once, sorted. */
export function functionWordsOf(tags: readonly string[]): string[] {
  const words = new Set(tags.flatMap(wordsOf));
  return [...words].filter((word) => /^[\p{L}\p{M}]+$/u.test(word)).sort();
}

function wordsOf(tag: string): string[] {
  const { language, script } = new Intl.Locale(tag).maximize();
  const listed = lists[codes[language] ?? ''] ?? [];
  // Lists for scripts without blanks are of single characters and syllables, which stand in all kinds of words.
  return [...listed.filter((word) => !isDense(word)), ...(own[`${language}-${script}`] ?? own[language] ?? [])];
}
