/** Locales as BCP 47 tags. Names, direction and script come from `Intl`; there is no table to keep. */

export interface Locale {
  /** BCP 47 tag in canonical case, `fr-FR`. */
  readonly tag: string;
  /** The tag as it stands in a URL, `fr-fr`. */
  readonly path: string;
  /** The language's name in that language, `français (France)`. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** ISO 15924 script, `Latn`. */
  readonly script: string;
}

const known = new Map<string, Locale>();
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

const canonical = new Map<string, string | undefined>();

/** The canonical form of a tag whose language and region CLDR knows, else undefined. `FR-fr` gives `fr-FR`. */
export function canonicalTag(text: string): string | undefined {
  // `Intl` takes some microseconds a question, and every part of every path asks.
  if (!canonical.has(text)) canonical.set(text, findCanonicalTag(text));
  return canonical.get(text);
}

/** Names of Windows and .NET for the two ways to write Chinese, which are older than their tags. */
const namesOfWindows: Readonly<Record<string, string>> = { 'zh-chs': 'zh-Hans', 'zh-cht': 'zh-Hant' };

function findCanonicalTag(text: string): string | undefined {
  const named = namesOfWindows[text.toLowerCase()];
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(text)) return undefined;
  // The language that nobody knows has no name to ask for.
  if (/^und\b/i.test(text)) return undefined;
  // The country of that code was Serbia and Montenegro, and what systems called so was in Latin letters.
  if (/^sr-(?:cs|yu)$/i.test(text)) return 'sr-Latn-RS';
  const tag = Intl.getCanonicalLocales(text)[0];
  if (tag === undefined) return undefined;
  const { language, region } = new Intl.Locale(tag);
  if (languageNames.of(language) === undefined) return undefined;
  if (region !== undefined && regionNames.of(region) === undefined) return undefined;
  return tag;
}

/** The language of a canonical tag, `fr` of `fr-FR`. */
export function languageOf(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}

/** The locale of a canonical tag (see `canonicalTag`). */
export function localeOf(tag: string): Locale {
  const found = known.get(tag);
  if (found) return found;
  const maximal = new Intl.Locale(tag).maximize();
  const locale: Locale = {
    tag,
    path: tag.toLowerCase(),
    name: nativeName(tag),
    direction: rightToLeft.has(maximal.script ?? '') ? 'rtl' : 'ltr',
    script: maximal.script ?? 'Latn',
  };
  known.set(tag, locale);
  return locale;
}

/**
 * Attributes of an element whose text is in another language than the text around it; none where both are the same. A language
 * without its direction would leave punctuation where the page around it puts it.
 *
 * @param tag BCP 47 tag of the text; undefined for text of the language around it
 * @param around tag of the text around it
 * @example foreignLanguage('en-US', 'ar-SA') // { lang: 'en-US', dir: 'ltr' }
 */
export function foreignLanguage(tag: string | undefined, around: string): { lang?: string; dir?: Locale['direction'] } {
  return tag === undefined || tag === around ? {} : { lang: tag, dir: localeOf(tag).direction };
}

// Intl.Locale#getTextInfo would answer too, but TypeScript's library does not declare it yet.
// The scripts are those with right-to-left letters that Unicode calls in modern use.
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

function nativeName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
