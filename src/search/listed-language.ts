/** Lists of words are kept by language, with a script where a language is written in several. */

/**
 * Names under which the list of a language may be kept, the nearest first. Norwegian in any form takes the words of Bokmål, as the
 * interface does.
 *
 * @param tag BCP 47
 * @example listNamesOf('nn-NO') // ['nn-Latn', 'nn', 'nb']
 */
export function listNamesOf(tag: string): string[] {
  const { language, script } = new Intl.Locale(tag).maximize();
  const names = [`${language}-${script}`, language];
  return language === 'nn' || language === 'no' ? [...names, 'nb'] : names;
}
