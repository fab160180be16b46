/** Names of languages in the reader's language, and dates. */

const names = new Map<string, Intl.DisplayNames>();
const dates = new Map<string, Intl.DateTimeFormat>();

/**
 * The name of a locale's language, without its region.
 *
 * @example languageName('en-US', 'fr-FR') // 'anglais'
 */
export function languageName(tag: string, reader: string): string {
  let display = names.get(reader);
  if (!display) names.set(reader, (display = new Intl.DisplayNames([reader], { type: 'language' })));
  const { language, script } = new Intl.Locale(tag);
  return display.of(script === undefined ? language : `${language}-${script}`) ?? tag;
}

/**
 * A date as the reader writes it, but always in the Gregorian calendar and with Latin digits: it has to agree with the dates
 * in the article and in the product.
 *
 * @example formatDate('2026-10-12', 'th-TH') // '12 ตุลาคม ค.ศ. 2026'
 */
export function formatDate(date: string, reader: string): string {
  let format = dates.get(reader);
  if (!format) {
    const tag = new Intl.Locale(reader, { calendar: 'gregory', numberingSystem: 'latn' });
    dates.set(reader, (format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })));
  }
  return format.format(new Date(`${date}T00:00:00Z`));
}
