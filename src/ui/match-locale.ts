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
      ofParent(wish, readable) ??
      // `es` alone means Spain, `es-AR` without a better match too.
      readable.find(({ region }) => region === wish.usualRegion) ??
      readable[0];
    if (found) return found.tag;
    // Who reads one written Norwegian reads the other, unless a better one is asked for elsewhere.
    const sister = choices.find(({ language }) => isNorwegian(wish.language) && isNorwegian(language));
    if (sister && !wishes.some(({ language }) => language !== wish.language && language === sister.language))
      return sister.tag;
  }
  const languages = wishes.map(({ language }) => language);
  const inAnotherScript = languages.flatMap((language) => choices.filter((choice) => choice.language === language));
  return inAnotherScript[0]?.tag;
}

/**
 * What varieties of a language are nearest to where not to the language itself, after `parentLocales` of CLDR: all but those of some regions
 * have one parent, whose regions stand here in their order.
 */
const parents: Readonly<Record<string, { readonly but: string; readonly near: string }>> = {
  en: { but: 'US AS BI CA GU MH MP PH PR UM VI', near: '001 GB' },
  es: { but: 'ES EA GQ IC PH', near: '419 MX US AR CO PE CL' },
  pt: { but: 'BR', near: 'PT' },
  zh: { but: '', near: 'HK TW' },
};

/** The variety that a region's is nearest to: Mexico's Spanish to that of Latin America, Angola's Portuguese to that of Portugal. */
function ofParent({ language, region }: Description, readable: readonly Description[]): Description | undefined {
  const parent = parents[language];
  if (region === undefined || !parent || parent.but.split(' ').includes(region)) return undefined;
  for (const near of parent.near.split(' ')) {
    const found = readable.find((choice) => choice.region === near);
    if (found) return found;
  }
  return undefined;
}

function isNorwegian(language: string): boolean {
  return language === 'nb' || language === 'nn';
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
