/**
 * Whether, when and how a file is published, as its header says it in the words of many generators. What is not understood keeps a file
 * from being published rather than publishing it: that can be mended, and what was published by mistake cannot.
 */
import { printable } from '../render/html.ts';
import type { Publication } from '../types.ts';
import { momentOf } from './dates.ts';

/** Keys as `plainKey` writes them. */
const withholdingKeys =
  'draft isdraft wip hidden internal internalonly private confidential archived unpublished headless'.split(' ');
const publishingKeys = 'published publish ispublished'.split(' ');
const fromKeys =
  'publishdate publisheddate publishat publishedat publishon publishedon publishfrom pubdate golive golivedate embargo embargountil'.split(
    ' ',
  );
const untilKeys =
  'expirydate expirationdate expiredate expires expiresat expireson expiry unpublishdate unpublishat unpublishon'.split(
    ' ',
  );
const stateKeys = 'status state visibility access audience workflowstate publishstatus'.split(' ');
/** `hide` takes a list of the page's parts elsewhere. */
const unlistedKeys = 'unlisted hide'.split(' ');
const affirmations = new Set(['true', 'yes', 'y', 'on', '1']);
const noindexKeys = 'noindex'.split(' ');

const knownKeys = new Set(
  [withholdingKeys, publishingKeys, fromKeys, untilKeys, stateKeys, unlistedKeys, noindexKeys].flat(),
);

/** States of a file that is not for readers; any other, such as `beta` or `deprecated`, says something of what it is about. */
const withholdingStates = new Set([
  ...[
    'draft',
    'drafts',
    'auto draft',
    'todo',
    'to do',
    'wip',
    'work in progress',
    'in progress',
    'review',
    'in review',
    'pending',
  ],
  ...['pending review', 'unpublished', 'not published', 'private', 'internal', 'hidden', 'archived', 'archive'],
  // Translators translate the value too.
  ...['brouillon', 'entwurf', 'borrador', 'rascunho', 'bozza', 'utkast', 'черновик', '草稿', '下書き', '초안', 'مسودة'],
  ...['retired', 'trash', 'trashed', 'deleted', 'expired', 'inactive'],
]);

/** Headers are translated by machines too, so that these are words of other languages as well. */
const negations = new Set([
  ...['', 'false', 'no', 'n', 'off', '0', 'never', 'none', 'null', '~'],
  ...['falsch', 'nein', 'faux', 'non', 'falso', 'não', 'nao', 'onwaar', 'nee', 'falsk', 'nej', 'nei', 'fałsz', 'nie'],
  ...[
    'nepravda',
    'ne',
    'ложь',
    'нет',
    'хибність',
    'ні',
    'yanlış',
    'hayır',
    'いいえ',
    '偽',
    '否',
    '假',
    '거짓',
    '아니요',
  ],
]);

/** A header's values by their keys as they are written. */
type Fields = Readonly<Record<string, unknown>>;

/** True for a key that says whether, when or how a file is published. */
export function isPublicationKey(key: string): boolean {
  return knownKeys.has(plainKey(key));
}

/**
 * @returns `unread`: keys whose value should be a day, and is none
 */
export function readPublication(fields: Fields): { publication: Publication; unread: [key: string, value: string][] } {
  const unread: [string, string][] = [];
  const stated = Object.entries(fields).flatMap(([key, value]) => textsOf(value).map((text) => ({ key, text })));
  const among = (keys: readonly string[]) => stated.filter(({ key }) => keys.includes(plainKey(key)));
  const reasons = [
    ...among(withholdingKeys).filter(({ text }) => isTrue(text)),
    ...among(publishingKeys).filter(({ text }) => isNegation(text)),
    ...among(stateKeys).filter(({ text }) => withholdingStates.has(plainText(text))),
    ...buildReasons(fields),
  ];
  const momentsOf = (keys: readonly string[]): number[] =>
    among(keys).flatMap(({ key, text }) => {
      if (isNegation(text)) return [];
      const moment = momentOf(text);
      if (moment !== undefined) return [moment];
      unread.push([key, shown(text)]);
      reasons.push({ key, text });
      return [];
    });
  // Jekyll and Forestry write `published: true`, Hugo takes a day there.
  const publishedOn = among(publishingKeys).flatMap(({ text }) => momentOf(text) ?? []);
  const from = [...momentsOf(fromKeys), ...publishedOn];
  const until = momentsOf(untilKeys);
  const [reason] = reasons;
  const publication: Publication = {
    ...(reason === undefined ? {} : { withheld: `${shown(reason.key)}: ${shown(reason.text)}` }),
    ...(from.length === 0 ? {} : { from: Math.max(...from) }),
    ...(until.length === 0 ? {} : { until: Math.min(...until) }),
    ...(isUnlisted(fields, among(unlistedKeys)) ? { unlisted: true } : {}),
    ...(among(noindexKeys).some(({ text }) => isTrue(text)) ? { noindex: true } : {}),
  };
  return { publication, unread };
}

/** What keeps an article out of a build made at a time; undefined where nothing does. */
export function reasonToWithhold({ withheld, from, until }: Publication, time: number): string | undefined {
  if (withheld !== undefined) return `\`${withheld}\``;
  if (from !== undefined && time < from) return `to be published from ${dayOf(from)} on`;
  if (until !== undefined && time >= until) return `expired on ${dayOf(until)}`;
  return undefined;
}

/** The moments at which an article comes or goes. */
export function turningPoints({ withheld, from, until }: Publication): number[] {
  return withheld === undefined ? [from, until].filter((moment) => moment !== undefined) : [];
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().replace(/T00:00:00.000Z$|:00.000Z$/, '');
}

/** Hugo's `build: { render: never, list: never }`. */
function buildOf(fields: Fields): Fields {
  const build = Object.entries(fields).find(([key]) => /^_?build$/i.test(key))?.[1];
  return build !== null && typeof build === 'object' ? (build as Fields) : {};
}

function buildReasons(fields: Fields): { key: string; text: string }[] {
  return textsOf(buildOf(fields)['render'])
    .filter((text) => isNegation(text) || text === 'link')
    .map((text) => ({ key: 'build.render', text }));
}

function isUnlisted(fields: Fields, unlisted: readonly { text: string }[]): boolean {
  const lists = textsOf(buildOf(fields)['list']);
  const visibility = Object.entries(fields).flatMap(([key, value]) =>
    stateKeys.includes(plainKey(key)) ? textsOf(value) : [],
  );
  return (
    unlisted.some(({ text }) => affirmations.has(text.toLowerCase())) ||
    lists.some(isNegation) ||
    visibility.some((text) => plainText(text) === 'unlisted')
  );
}

/** `Publish_Date`, `publish-date` and `publishDate` are one key. */
function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s._-]+/g, '');
}

function plainText(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, ' ');
}

function isNegation(text: string): boolean {
  return negations.has(text.toLowerCase());
}

function isTrue(text: string): boolean {
  return !isNegation(text);
}

/** The texts of a value or of a list of them. A value that is empty says nothing. */
function textsOf(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items
    .filter((item) => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean')
    .map((item) =>
      String(item)
        .trim()
        .replace(/^(["'])(.*)\1$/s, '$2')
        .trim(),
    )
    .filter((text) => text !== '');
}

function shown(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
