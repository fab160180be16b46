/** What an agent put into the box of the desk. Pure. */
import { isId } from './id.ts';

/** Ids or slugs to look up, best first, and the place in the article that a pasted link named. */
export interface Lookup {
  readonly candidates: readonly string[];
  /** Fragment without `#`; empty where there was none. */
  readonly fragment: string;
}

const localeTag = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/**
 * What can be looked up in a text: it is a link, or a single word that may be an id. Undefined for words to search for.
 *
 * @param base path of the site's root
 * @example lookupIn('https://docs.example.com/fr-fr/billing/pay-invoice#pay', '/') // billing/pay-invoice, pay-invoice; at pay
 */
export function lookupIn(text: string, base: string): Lookup | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return undefined;
  const isLink =
    /^https?:\/\//i.test(trimmed) || trimmed.startsWith('/') || /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(trimmed);
  if (isLink) return linkIn(trimmed, base);
  // A word of letters alone is a word; the search finds articles by their slugs' words too.
  if (!/[\d_-]/.test(trimmed) || trimmed.includes('/') || !isId(trimmed)) return undefined;
  return { candidates: [trimmed.toLowerCase()], fragment: '' };
}

function linkIn(text: string, base: string): Lookup | undefined {
  const absolute = /^https?:/i.test(text)
    ? text
    : text.startsWith('/')
      ? `https://site.invalid${text}`
      : `https://${text}`;
  if (!URL.canParse(absolute)) return undefined;
  const { pathname, hash } = new URL(absolute);
  const path = decode(pathname);
  const below = path.startsWith(base) ? path.slice(base.length) : path;
  const parts = below
    .replace(/\/index\.html?$|\.(?:html?|mdx?|txt|oembed\.json)$/i, '')
    .split('/')
    .filter((part) => part !== '');
  const [first = ''] = parts;
  // The first part names the locale, or says that the rest is an id. A link to `/fr-fr/` alone leads to no article.
  const rest = first === 'id' || localeTag.test(first) ? parts.slice(1) : parts;
  const candidates = rest
    .map((_part, at) => rest.slice(at).map(slugOf).join('/'))
    .slice(-4)
    // Ids may have dots, and slugs have none.
    .flatMap((candidate) => [...new Set([candidate, candidate.replaceAll('.', '-')])])
    // Parts that were hidden in one another, such as `..%2f`, lead elsewhere.
    .filter(isId);
  return candidates.length === 0 ? undefined : { candidates, fragment: decode(hash.slice(1)) };
}

/** As the build makes slugs of paths, but for the dots. */
function slugOf(part: string): string {
  return part
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_.]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A locale of the desk. */
export interface DeskLocale {
  /** BCP 47 tag. */
  readonly tag: string;
  /** ISO 15924 script. */
  readonly script: string;
}

/**
 * The locales whose search is asked, in turn until one knows enough: the customer's, the source's, those that the agent reads, and
 * those that write as the words are written.
 *
 * @param own locales that the agent's browser asks for
 */
export function searchOrder(
  words: string,
  customer: string,
  source: string,
  own: readonly string[],
  locales: readonly DeskLocale[],
): string[] {
  const alike = locales
    .map(({ tag, script }) => ({ tag, letters: words.match(writtenIn(script))?.length ?? 0 }))
    .filter(({ letters }) => letters > 0)
    // Words with kana are Japanese, though Chinese has their other characters.
    .sort((a, b) => b.letters - a.letters)
    .map(({ tag }) => tag);
  const foreign = !/\p{Script=Latin}/u.test(words);
  const order = foreign ? [customer, ...alike, source, ...own] : [customer, source, ...own];
  const searched = new Set(locales.map(({ tag }) => tag));
  return [...new Set(order)].filter((tag) => searched.has(tag)).slice(0, 4);
}

/** Scripts that tags name by more than one of Unicode's. */
const mixed: Readonly<Record<string, RegExp>> = {
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/gu,
  Hans: /\p{Script=Han}/gu,
  Hant: /\p{Script=Han}/gu,
};

/** The letters of an ISO 15924 script. */
function writtenIn(script: string): RegExp {
  try {
    return mixed[script] ?? new RegExp(`\\p{Script=${script}}`, 'gu');
  } catch {
    // A script that this browser does not know has no letters for it.
    return /(?!)/g;
  }
}
