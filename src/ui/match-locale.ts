/** Which of a site's locales suits a reader. */

/**
 * The first of the wanted languages that the site has; for each of them the exact locale, else one of the same language and
 * script, else one of the same language.
 *
 * @example matchLocale(['zh-HK', 'en'], ['en-US', 'zh-CN', 'zh-TW']) // 'zh-TW'
 * @example matchLocale(['no'], ['nb-NO']) // 'nb-NO'
 */
export function matchLocale(wanted: readonly string[], offered: readonly string[]): string | undefined {
  const choices = offered.flatMap((tag) => describe(tag) ?? []);
  for (const tag of wanted) {
    const wish = describe(tag);
    if (!wish) continue;
    const sameLanguage = choices.filter(({ language }) => language === wish.language);
    const sameScript = sameLanguage.filter(({ script }) => script === wish.script);
    const found =
      sameLanguage.find((choice) => choice.tag.toLowerCase() === tag.toLowerCase()) ??
      sameScript.find(({ region }) => region === wish.region) ??
      // `es` alone means Spain, `es-AR` without a better match too.
      sameScript.find(({ region }) => region === wish.usualRegion) ??
      sameScript[0] ??
      sameLanguage[0];
    if (found) return found.tag;
  }
  return undefined;
}

interface Description {
  readonly tag: string;
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
  /** Where most people who read this language in this script live. */
  readonly usualRegion: string | undefined;
}

function describe(tag: string): Description | undefined {
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    const usual = new Intl.Locale(script === undefined ? language : `${language}-${script}`).maximize();
    // Browsers still say `no` for written Norwegian, which is nearly always Bokmål.
    return { tag, language: language === 'no' ? 'nb' : language, script, region, usualRegion: usual.region };
  } catch {
    // A browser may be set to something that is no language tag.
    return undefined;
  }
}
