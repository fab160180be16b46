import type { Finding } from '../../core/diagnostics.ts';
import { canonicalTag } from '../../core/locales.ts';
import { isPortablePath } from '../group/slugify.ts';
import { printable } from '../../core/html.ts';
import type { Metadata, Translation } from '../types.ts';
import { dateOf } from './dates.ts';
import { readPublication } from './publication.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Understands the fields of a header in all the variants that occur. `header` is the place findings point to. */
export function readMetadata(
  fields: Fields,
  text: string,
  header: { start: number; end: number },
): { metadata: Metadata; findings: Finding[] } {
  const findings: Finding[] = [];
  const values = valuesByKey(fields);
  const scalar = (key: string) => lineOf(values.get(key));
  const place = (key: string) => placeOf(key, text, header);
  const rawLocale = scalar('ms.contentlocale') ?? /ms\.contentlocale:\s*["']?([A-Za-z-]+)/.exec(text)?.[1];
  const locale = rawLocale === undefined ? undefined : canonicalTag(rawLocale.trim());
  if (rawLocale !== undefined && rawLocale.trim() !== '' && locale === undefined) {
    findings.push({
      rule: 'unknown-locale',
      severity: 'warning',
      ...place('ms.contentlocale'),
      message: `Unknown locale \`${rawLocale}\`, expected a BCP 47 tag such as \`fr-FR\`.`,
      hint: 'The locale is taken from the path instead, where the path names one.',
    });
  }
  const misspelt = misspeltKeys(fields);
  for (const [key, meant] of misspelt) {
    findings.push({
      rule: 'misspelt-key',
      severity: 'info',
      ...place(key),
      message: `Unknown key \`${key}\`, read as \`${meant}\`.`,
      hint: `Rename the key to \`${meant}\`.`,
    });
  }
  const { paths: redirectFrom, wrong, tooMany } = formerPathsOf(fields);
  if (tooMany > 0) {
    findings.push({
      rule: 'too-many-redirects',
      severity: 'warning',
      ...place('redirect_from'),
      message: `\`redirect_from\` names ${mostFormerPaths + tooMany} paths, and an article may have had ${mostFormerPaths}; the first ${mostFormerPaths} are taken.`,
      hint: 'Remove those that no link leads to any more, or have your host redirect them by a rule.',
    });
  }
  for (const path of wrong) {
    findings.push({
      rule: 'wrong-redirect',
      severity: 'warning',
      ...place('redirect_from'),
      message: `Wrong path \`${path}\` in \`redirect_from\`, expected one on this site such as \`/fr-fr/old-name/\`.`,
      hint: 'Write the path without host, query and fragment. This one is not redirected.',
    });
  }
  const ids = idsOf(fields, misspelt);
  if (ids.length > mostIds) {
    const key = [...misspelt.keys(), 'ms.custom', 'ms.assetid'].find((name) => list(fields[name]).length > mostIds / 2);
    findings.push({
      rule: 'too-many-ids',
      severity: 'warning',
      ...place(key ?? 'ms.custom'),
      message: `The front matter names ${ids.length} ids, and an article may have ${mostIds}; the first ${mostIds} are taken.`,
      hint: 'Keep the ids by which people look for this article.',
    });
  }
  const keywords = keywordsOf(values.get('keywords'));
  if (keywords.length > mostKeywords) {
    findings.push({
      rule: 'too-many-keywords',
      severity: 'warning',
      ...place('keywords'),
      message: `\`keywords\` has ${keywords.length} entries, and an article may have ${mostKeywords}; the first ${mostKeywords} are taken.`,
      hint: 'Keep the words that people look for and that the article does not have.',
    });
  }
  const { publication, unread } = readPublication(fields);
  for (const [key, value] of unread) {
    findings.push({
      rule: 'unreadable-date',
      severity: 'warning',
      ...place(key),
      message: `\`${key}: ${value}\` names no day, so the file is not published.`,
      hint: 'Write the day as `2027-03-01`, or with a time as `2027-03-01T09:00Z`.',
    });
  }
  if (publication.unlisted === true && publication.withheld === undefined) {
    findings.push({
      rule: 'unlisted',
      severity: 'info',
      start: header.start,
      end: header.start,
      message: 'The page is in no list, no search and no sitemap, because its front matter says so.',
      hint: 'Whoever has its address can read it.',
    });
  }
  const date = dateOf(scalar('ms.date'));
  const handoff = dateOf(scalar('ms.lasthandoff'));
  const metadata: Metadata = {
    ...optional('title', scalar('title')),
    ...optional('description', scalar('description')),
    ...optional('locale', locale),
    translation: translationOf(scalar('ms.translationtype')),
    ...optional('sourceHash', scalar('ms.openlocfilehash')?.toLowerCase()),
    ...optional('handoff', handoff),
    ...optional('date', date),
    ids: ids.slice(0, mostIds),
    ...optional('slug', scalar('slug')),
    ...optional('category', scalar('category')),
    ...(keywords.length === 0 ? {} : { keywords: keywords.slice(0, mostKeywords) }),
    ...(redirectFrom.length === 0 ? {} : { redirectFrom }),
    publication,
    noindex:
      publication.noindex === true || publication.unlisted === true || list(values.get('robots')).some(isNoindex),
  };
  return { metadata, findings };
}

/** `NOINDEX`, or `none`, which means the same and more. */
function isNoindex(directive: string): boolean {
  return /noindex|^none$/i.test(directive);
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);
}

/** The values by the keys in lower case. Of keys that differ in case alone the one in lower case counts, else the first. */
function valuesByKey(fields: Fields): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) {
    const key = name.toLowerCase();
    if (!values.has(key) || (name === key && value !== null)) values.set(key, value);
  }
  return values;
}

/** A value as one line of text, without the controls that YAML may write as `\e`. Empty values count as absent. */
function lineOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = printable(String(value)).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function list(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) =>
    typeof item === 'string' || typeof item === 'number' ? String(item).split(/[,/\s]+/) : [],
  );
}

const idPattern = /^[A-Za-z0-9][\w.-]*$/;

/** Each of them is a page and a document; of 32,000 articles that were handed back the one with most has 67. */
const mostIds = 200;
/** They weigh as much as headings, of which an index has room for some fifty words. */
const mostKeywords = 50;
/** In UTF-16 code units. */
const longestKeyword = 100;
/** Each of them is a page in every language that the article has. */
const mostFormerPaths = 100;

function idsOf(fields: Fields, misspelt: ReadonlyMap<string, string>): string[] {
  const ids = new Set<string>();
  for (const [key, value] of Object.entries(fields)) {
    const name = misspelt.get(key) ?? key.toLowerCase();
    if (name !== 'ms.custom' && name !== 'ms.assetid') continue;
    for (const id of list(value)) if (idPattern.test(id)) ids.add(id);
  }
  return [...ids];
}

/** A text with commas, or a list; of each entry no more than a line. */
function keywordsOf(value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/[,;،、，；\n]/)
      : [value];
  const keywords = new Set<string>();
  for (const entry of entries) {
    const keyword = lineOf(entry)?.slice(0, longestKeyword).trim();
    if (keyword !== undefined) keywords.add(keyword);
  }
  return [...keywords];
}

/** One or more segments of letters, digits, `-`, `_`, `~` and inner dots: nothing that a host could take for another place. */
const pathPattern = /^(?:\/(?!\.)[\p{L}\p{N}\p{M}._~-]+(?<!\.))+$/u;

/** @returns `tooMany`: how many there are past those that are read */
function formerPathsOf(fields: Fields): { paths: string[]; wrong: string[]; tooMany: number } {
  const value = Object.entries(fields).find(([name]) => name.toLowerCase() === 'redirect_from')?.[1];
  const written = (Array.isArray(value) ? value : [value])
    .filter((item): item is string => typeof item === 'string')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const paths = new Set<string>();
  const wrong: string[] = [];
  for (const path of written.slice(0, mostFormerPaths)) {
    const bare = path.replace(/(?:\/index)?\.html?$|\/$/i, '');
    if (pathPattern.test(bare) && isPortablePath(bare.slice(1))) paths.add(bare);
    else wrong.push(path);
  }
  return { paths: [...paths], wrong, tooMany: Math.max(0, written.length - mostFormerPaths) };
}

/** Keys that nobody knows but that are a slip of the pen away from `ms.custom`, the key that carries the ids. */
function misspeltKeys(fields: Fields): Map<string, string> {
  const keys = Object.keys(fields).filter(
    (key) => /s\W{1,2}(custom|common|costum|cutsom|custon)$/i.test(key) && !/^ms\.custom$/i.test(key),
  );
  return new Map(keys.map((key) => [key, 'ms.custom']));
}

function translationOf(type: string | undefined): Translation {
  if (/^MT\b/i.test(type ?? '')) return 'machine';
  if (/^HT\b/i.test(type ?? '')) return 'human';
  return 'unknown';
}

function placeOf(key: string, text: string, header: { start: number; end: number }) {
  const at = text.slice(0, header.end).indexOf(key, header.start);
  return at === -1 ? { start: header.start, end: header.start } : { start: at, end: at + key.length };
}
