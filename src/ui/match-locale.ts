/** Which of a site's locales suits a reader. */

/**
 * The locale that suits a reader best. Languages are tried in the reader's order: the exact locale, else one of the same language
 * and script. Only when none of them is there, one of the same language in another script: who reads traditional Chinese and
 * English gets English before simplified Chinese.
 *
 * Browsers add the bare language behind a locale (`zh-TW, zh, en`); there it means the script of that locale.
 *
 * @param wanted BCP 47 tags, best first; what is no tag is passed over
 * @param offered tags of the site's locales
 * @example matchLocale(['zh-HK', 'en'], ['en-US', 'zh-CN', 'zh-TW']) // 'zh-TW'
 * @example matchLocale(['no'], ['nb-NO']) // 'nb-NO'
 */
export function matchLocale(wanted: readonly string[], offered: readonly string[]): string | undefined {
  const choices = offered.flatMap((tag) => describe(tag) ?? []);
  const wishes = wishesOf(wanted);
  for (const wish of wishes) {
    const readable = choices.filter(({ language, script }) => language === wish.language && script === wish.script);
    const found =
      readable.find(({ tag }) => tag.toLowerCase() === wish.tag.toLowerCase()) ??
      readable.find(({ region }) => region === wish.region) ??
      // `es` alone means Spain, `es-AR` without a better match too.
      readable.find(({ region }) => region === wish.usualRegion) ??
      readable[0];
    if (found) return found.tag;
  }
  const languages = wishes.map(({ language }) => language);
  const inAnotherScript = languages.flatMap((language) => choices.filter((choice) => choice.language === language));
  return inAnotherScript[0]?.tag;
}

/** What the reader asks for; a bare language takes script and region from the locale of that language that stands before it. */
function wishesOf(wanted: readonly string[]): Description[] {
  const wishes: Description[] = [];
  for (const tag of wanted) {
    const wish = describe(tag);
    if (!wish) continue;
    const before = wishes.find(({ language }) => language === wish.language);
    wishes.push(before && !tag.includes('-') ? { ...before, tag } : wish);
  }
  return wishes;
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
