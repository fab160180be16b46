/** Names of languages in the reader's language, and dates. */

const displays = new Map<string, Intl.DisplayNames>();
/** Names that were found, by the reader's tag and the locale's: every page asks for the same few. */
const names = new Map<string, string>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
/** Dates that were written, by the reader's tag and the day: articles of a hand-back share theirs. */
const dates = new Map<string, string>();

/**
 * The name of a locale's language, without its region.
 *
 * @example languageName('en-US', 'fr-FR') // 'anglais'
 */
export function languageName(tag: string, reader: string): string {
  const key = `${reader} ${tag}`;
  let name = names.get(key);
  if (name === undefined) {
    let display = displays.get(reader);
    if (!display) displays.set(reader, (display = new Intl.DisplayNames([reader], { type: 'language' })));
    const { language, script } = new Intl.Locale(tag);
    name = display.of(script === undefined ? language : `${language}-${script}`) ?? tag;
    names.set(key, name);
  }
  return name;
}

/**
 * A date as the reader writes it, but always in the Gregorian calendar and with Latin digits: it has to agree with the dates
 * in the article and in the product.
 *
 * @example formatDate('2026-10-12', 'th-TH') // '12 ตุลาคม ค.ศ. 2026'
 */
export function formatDate(date: string, reader: string): string {
  const key = `${reader} ${date}`;
  let written = dates.get(key);
  if (written === undefined) {
    let format = dateFormats.get(reader);
    if (!format) {
      const tag = new Intl.Locale(reader, { calendar: 'gregory', numberingSystem: 'latn' });
      dateFormats.set(reader, (format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })));
    }
    written = format.format(new Date(`${date}T00:00:00Z`));
    dates.set(key, written);
  }
  return written;
}

const openGraphLocales = new Map<string, string>();

/**
 * A locale as Open Graph writes it: language and territory, the likely one where the tag names none.
 *
 * @example openGraphLocale('sr-Latn-RS') // 'sr_RS'
 */
export function openGraphLocale(tag: string): string {
  let known = openGraphLocales.get(tag);
  if (known === undefined) {
    const { language, region } = new Intl.Locale(tag).maximize();
    known = region === undefined ? language : `${language}_${region}`;
    openGraphLocales.set(tag, known);
  }
  return known;
}
