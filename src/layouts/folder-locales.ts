/**
 * What a folder means that is called by two or three letters alone. Such names are codes of languages, codes of countries, or words, and
 * often more than one of these: `kr` is Kanuri and Korea, `src` is Sardinian and source code.
 */

/** Codes of countries for which one language is meant: no site has the language of that code beside. */
const countries: Readonly<Record<string, string>> = {
  al: 'sq-AL',
  at: 'de-AT',
  au: 'en-AU',
  by: 'be-BY',
  cl: 'es-CL',
  cn: 'zh-CN',
  cz: 'cs-CZ',
  dk: 'da-DK',
  eg: 'ar-EG',
  gb: 'en-GB',
  ge: 'ka-GE',
  gr: 'el-GR',
  hk: 'zh-HK',
  il: 'he-IL',
  ir: 'fa-IR',
  jp: 'ja-JP',
  kh: 'km-KH',
  kr: 'ko-KR',
  mm: 'my-MM',
  mx: 'es-MX',
  nz: 'en-NZ',
  pe: 'es-PE',
  se: 'sv-SE',
  ua: 'uk-UA',
  us: 'en-US',
  uy: 'es-UY',
  vn: 'vi-VN',
};

/** Codes of languages that are as likely those of countries with another language. */
const ambiguous = new Set('ae ba br ch ee ie in kg la lu na ng sa sg si tw za'.split(' '));

/** Codes of languages that are words of English or of computers. */
const words = new Set('an as io os rn to ts cat est hat lit mac may run src war'.split(' '));

/** What a folder of such a name holds: articles in a locale, nobody knows what, or articles in no locale. */
export type FolderMeaning =
  | { readonly kind: 'locale'; readonly tag: string; readonly isCountry: boolean }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'none' };

/**
 * @param tag the canonical tag that the name is, where it is one of a language
 */
export function meaningOf(name: string, tag: string | undefined): FolderMeaning {
  const code = name.toLowerCase();
  const country = countries[code];
  if (country !== undefined) return { kind: 'locale', tag: country, isCountry: true };
  if (tag === undefined) return regionNames.of(code) === undefined ? { kind: 'none' } : { kind: 'unclear' };
  if (ambiguous.has(code) || words.has(code)) return { kind: 'unclear' };
  // `deu` is German, in letters that BCP 47 does not use; a language with three letters of its own is one if Unicode describes it.
  const isKnown = code.length === 2 || tag.length === 2 || Intl.DisplayNames.supportedLocalesOf(tag).length > 0;
  return isKnown ? { kind: 'locale', tag, isCountry: false } : { kind: 'unclear' };
}

/**
 * Whether a name such as `to-do`, `as-is` or `new-in` is words rather than a language and a country: the language is called by a word, or
 * hardly known, and it is not the country where it is spoken.
 *
 * @param tag the canonical tag that the name is too
 */
export function isPhrase(name: string, tag: string): boolean {
  const [first = ''] = name.toLowerCase().split('-');
  const { language, region } = new Intl.Locale(tag);
  const isWord = words.has(first) || Intl.DisplayNames.supportedLocalesOf(language).length === 0;
  return isWord && region !== new Intl.Locale(language).maximize().region;
}

/** What a name may mean, in words: `the language Twi or the country Taiwan`. */
export function meaningsInWords(name: string, tag: string | undefined): string {
  const region = regionNames.of(name);
  return [
    ...(tag === undefined ? [] : [`the language ${languageNames.of(tag) ?? tag}`]),
    ...(region === undefined ? [] : [`the country ${region}`]),
    ...(words.has(name.toLowerCase()) || name.length === 3 ? ['something else'] : []),
  ].join(' or ');
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const regionNames = { of: (code: string) => (code.length === 2 ? regions.of(code.toUpperCase()) : undefined) };
