/**
 * Where addresses name a language. A site in several languages has the same page under addresses that differ there and nowhere
 * else, so that a translation is right to name its own.
 */
import { cleanAddress } from '../pipeline/repairs/link-leftovers.ts';
import { trimmedEnd } from '../core/trim.ts';

/** The side of a translation that an address stands on. */
export type Side = 'source' | 'target';

/** The ways in which an address may name one language. */
interface LanguageNames {
  /** Languages that count as this one, in canonical form, `fr`. */
  readonly languages: ReadonlySet<string>;
  /** Single words: the language, its usual country, its names. */
  readonly words: ReadonlySet<string>;
  /** Domains of its countries, `fr`. */
  readonly domains: ReadonlySet<string>;
}

/** An address in its parts, and what of it names a language. */
interface Parts {
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string | undefined;
  /** True where some part names a language that is not that of the original. */
  readonly isLocalized: boolean;
}

/** Parameters whose value is a language or a country, or that only say where a reader came from. */
const parametersOfLanguages = new Set(
  'lang language languages lng locale loc hl gl lc lr l culture mkt market setlang setlng uselang ui_locale ui_lang display_lang clcid lcid cc kl country region ocid ui rs ad'.split(
    ' ',
  ),
);

/** Sites of Wikimedia name their pages in the language that their host names. */
const wiki = /(?:^|[./])(?:wikipedia|wiktionary|wikibooks|wikinews|wikiquote|wikisource|wikiversity|wikivoyage)\.org$/;

/** Endings of hosts below which a country's own is often replaced. */
const generalDomains = ['com', 'org', 'net'];

/** Languages that share one audience on many sites. */
const sharing = [['no', 'nb', 'nn']];

const known = new Map<string, LanguageNames>();

/**
 * Forms of an address without what may differ between two languages. An address and its translation lead to the same page where
 * they have a form in common.
 *
 * @param languages tags of the original and of the translation
 */
export function neutralForms(
  address: string,
  side: Side,
  languages: readonly [source: string, target: string],
): string[] {
  const { host, path, query, fragment, isLocalized } = partsOf(address, languages);
  const isWiki = wiki.test(host);
  const mayDiffer = side === 'source' || isLocalized;
  return hostForms(host, languages).flatMap((name) => {
    const page = `${trimmedEnd(`${name}${path}`, /[/.,]/)}${query}`;
    return [
      fragment === undefined ? page : `${page}#${fragment}`,
      // A place on the page, where the original names none, does no harm.
      ...(side === 'target' ? [page] : []),
      // Places are named after headings, and headings are translated. Whether a place of this site is there is checked elsewhere.
      ...(mayDiffer || host === '' ? [`${page}#*`] : []),
      ...(mayDiffer && isWiki ? [`${name}/*`] : []),
      // The same path on this site, and the same place on this page.
      ...(path.startsWith('/') && (side === 'source' || host === '') ? [`*${page.slice(name.length)}`] : []),
      ...(fragment !== undefined && (side === 'source' || page === '') ? [`*#${fragment}`] : []),
    ].map((form) => form.toLowerCase());
  });
}

function partsOf(address: string, [source, target]: readonly [string, string]): Parts {
  const names = [namesOf(source), namesOf(target)];
  let isLocalized = false;
  const isLanguage = (text: string): boolean => {
    if (!names.some((each) => isNameOf(text, each))) return false;
    if (!isNameOf(text, namesOf(source))) isLocalized = true;
    return true;
  };
  const text = decoded(cleanAddress(address.replaceAll('&amp;', '&')));
  const [before, fragment] = cut(text, '#');
  const [locator, query = ''] = cut(before, '?');
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(locator)?.[0] ?? '';
  const rest = locator.slice(scheme.length);
  const authority = /^\/\/[^/]*/.exec(rest)?.[0];
  const path = rest.slice(authority?.length ?? 0);
  const host = authority === undefined ? '' : hostOf(authority.slice(2).toLowerCase(), isLanguage);
  if (names[1]?.domains.has(host.slice(host.lastIndexOf('.') + 1)) === true) isLocalized = true;
  return {
    host: authority === undefined ? scheme : `${scheme}//${host}`,
    path: pathOf(path, isLanguage),
    query: queryOf(query, isLanguage),
    fragment,
    isLocalized,
  };
}

/** What stands before the first such sign, and what behind it; that is undefined where the sign is not there. */
function cut(text: string, sign: string): [before: string, behind?: string] {
  const at = text.indexOf(sign);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** The host without labels, and ends of labels, that name a language; its last two labels stay. */
function hostOf(host: string, isLanguage: (text: string) => boolean): string {
  const labels = host.split('.');
  const kept = labels.slice(-2);
  const before = labels.slice(0, -2).filter((label) => label !== 'www' && !isLanguage(label));
  const site = [...before.map((label) => withoutEnds(label, isLanguage)), ...kept].join('.');
  return wiki.test(site) ? site.replace(/^m\./, '') : site;
}

function withoutEnds(label: string, isLanguage: (text: string) => boolean): string {
  const [first = '', ...rest] = label.split('-');
  if (rest.length === 0) return label;
  if (isLanguage(rest.at(-1) ?? '')) return [first, ...rest.slice(0, -1)].join('-');
  return isLanguage(first) ? rest.join('-') : label;
}

/** The host, and where it ends in a country of one of the languages, also under the general endings. */
function hostForms(host: string, languages: readonly [string, string]): string[] {
  const [, name, domain] = /^(.*?)(?:\.(?:com?|org?|net?|ac))?\.([a-z]{2})$/.exec(host) ?? [];
  if (name === undefined || domain === undefined) return [host];
  if (!languages.some((tag) => namesOf(tag).domains.has(domain))) return [host];
  return [...new Set([host, ...generalDomains.map((general) => `${name}.${general}`)])];
}

function pathOf(path: string, isLanguage: (text: string) => boolean): string {
  const segments = path.split('/').filter((segment) => segment === '' || !isLanguage(segment));
  const name = segments.pop() ?? '';
  return [...segments, fileName(name, isLanguage)].join('/');
}

/** `guide.fr.pdf`, `guide_fr.pdf` and `guide-fr-FR.pdf` as `guide.pdf`. */
function fileName(name: string, isLanguage: (text: string) => boolean): string {
  const [, stem = '', ending = ''] = /^([^.].*)(\.[a-z\d]{1,5})$/i.exec(name) ?? [];
  // With a country, and without.
  for (const pattern of [/^(.+?)[._-]([a-z]{2,3}(?:[-_][a-z]{2,4}){0,2})$/i, /^(.+)[._-]([a-z]{2,3})$/i]) {
    const [, start, tag] = pattern.exec(stem) ?? [];
    if (start !== undefined && tag !== undefined && isLanguage(tag)) return start + ending;
  }
  return name;
}

function queryOf(query: string, isLanguage: (text: string) => boolean): string {
  const kept = query.split('&').filter((parameter) => {
    const [key = '', value = ''] = parameter.split('=', 2);
    const isName = isLanguage(value) || parametersOfLanguages.has(key.toLowerCase());
    return parameter !== '' && !isName;
  });
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

function isNameOf(text: string, { languages, words }: LanguageNames): boolean {
  // Longer ones are no names, and `Intl` is asked about each.
  if (text.length > 24 || text === '') return false;
  const lower = text.toLowerCase();
  if (words.has(lower)) return true;
  const parts = lower.split(/[-_]/);
  if (parts.length > 3 || !parts.every((part) => /^(?:[a-z]{2,4}|\d{3})$/.test(part))) return false;
  const isLanguage = (part: string) => languages.has(canonicalLanguage(part));
  // Of three letters is a language only, of two also a country, of four a script.
  return parts.some(isLanguage) && parts.every((part) => !/^[a-z]{3}$/.test(part) || isLanguage(part));
}

const canonical = new Map<string, string>();

/** The canonical code of a language, `fr` for `fra` and `fre`; other words as they are. */
function canonicalLanguage(code: string): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  const found = canonical.get(code) ?? Intl.getCanonicalLocales(code)[0] ?? code;
  canonical.set(code, found);
  return found;
}

function namesOf(tag: string): LanguageNames {
  const found = known.get(tag);
  if (found) return found;
  const locale = new Intl.Locale(tag);
  const { language } = locale;
  const regions = [locale, new Intl.Locale(language)].flatMap((each) => each.maximize().region?.toLowerCase() ?? []);
  const domains = new Set(regions.flatMap((region) => (region === 'gb' ? ['gb', 'uk'] : [region])));
  const languages = new Set([language, ...(sharing.find((group) => group.includes(language)) ?? [])]);
  const full = ['en', language].flatMap((inLanguage) => {
    const name = new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language)?.toLowerCase() ?? language;
    return [name, name.normalize('NFD').replace(/\p{M}/gu, '')];
  });
  const names = { languages, words: new Set([...languages, ...domains, ...full]), domains };
  known.set(tag, names);
  return names;
}
