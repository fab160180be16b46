/**
 * Whether, when and how a file is published, as its header says it in the words of many generators. What is not understood keeps a file
 * from being published rather than publishing it: that can be mended, and what was published by mistake cannot.
 */
import { printable } from '../../core/html.ts';
import type { AmbiguousDay, Publication } from '../types.ts';
import { momentsOf } from './dates.ts';
import {
  affirmations,
  audienceKeys,
  containers,
  dateKeys,
  draftFolders,
  draftKeys,
  draftWords,
  finalStates,
  fromKeys,
  hideKeys,
  listedKeys,
  negations,
  noindexKeys,
  publishingKeys,
  redirectKeys,
  stateKeys,
  unlistedKeys,
  untilKeys,
  withholdingKeys,
  withholdingStates,
} from './publication-words.ts';

const knownKeys = new Set(
  [
    withholdingKeys,
    publishingKeys,
    fromKeys,
    untilKeys,
    dateKeys,
    stateKeys,
    audienceKeys,
    unlistedKeys,
    hideKeys,
    listedKeys,
    noindexKeys,
    redirectKeys,
  ].flat(),
);

/** A header's values by their keys as they are written. */
type Fields = Readonly<Record<string, unknown>>;

interface Statement {
  readonly key: string;
  readonly text: string;
}

/** True for a key that says whether, when or how a file is published. */
export function isPublicationKey(key: string): boolean {
  return knownKeys.has(plainKey(key));
}

/** True where a header, or a map in it that counts as the header does, has a key that says whether, when or how a file is published. */
export function statesPublication(fields: Fields): boolean {
  return entriesOf(fields).some(({ plain }) => knownKeys.has(plain));
}

/**
 * @returns `unread`: keys whose value should be a day, and is none
 */
export function readPublication(fields: Fields): { publication: Publication; unread: [key: string, value: string][] } {
  const unread: [string, string][] = [];
  const ambiguous: AmbiguousDay[] = [];
  const entries = entriesOf(fields).filter(({ plain }) => knownKeys.has(plain));
  const among = (keys: readonly string[], deepest?: number) => statementsIn(entries, keys, deepest);
  const reasons = [
    ...among(withholdingKeys).filter((statement) => !isDenial(statement)),
    ...among(publishingKeys).filter(({ text }) => isUnpublished(text)),
    ...among(stateKeys).filter(({ text }) => isWithholdingState(text)),
    ...among(audienceKeys).filter(({ key, text }) => isWithholdingAudience(key, text)),
    ...among(redirectKeys).filter(isRedirect),
    ...buildReasons(fields),
  ];
  const daysOf = (keys: readonly string[], choose: (moments: readonly number[]) => number, isPublished = false) =>
    among(keys).flatMap((statement) => {
      const moments = momentsOf(statement.text);
      const [first, last] = [moments[0], moments.at(-1)];
      if (first === undefined || last === undefined) return [];
      if (first !== last) ambiguous.push({ stated: inWords(statement), earlier: first, later: last, isPublished });
      return [choose(moments)];
    });
  const latest = (moments: readonly number[]) => Math.max(...moments);
  const earliest = (moments: readonly number[]) => Math.min(...moments);
  for (const statement of among([...fromKeys, ...untilKeys])) {
    if (isNegation(statement.text) || momentsOf(statement.text).length > 0) continue;
    unread.push([statement.key, shown(statement.text)]);
    reasons.push(statement);
  }
  // Jekyll and Forestry write `published: true`, Hugo takes a day there. Any article may bear a day, in the order of its country.
  const from = [...daysOf([...fromKeys, ...publishingKeys], latest), ...daysOf(dateKeys, earliest, true)];
  const until = daysOf(untilKeys, earliest);
  const [reason] = reasons;
  const publication: Publication = {
    ...(reason === undefined ? {} : { withheld: inWords(reason) }),
    ...(from.length === 0 ? {} : { from: latest(from) }),
    ...(until.length === 0 ? {} : { until: earliest(until) }),
    ...(ambiguous.length === 0 ? {} : { ambiguous }),
    ...(isUnlisted(fields, among) ? { unlisted: true } : {}),
    ...(among(noindexKeys).some(({ text }) => !isNegation(text)) ? { noindex: true } : {}),
  };
  return { publication, unread };
}

const draftName = /\.draft\.(?:[^.]+\.)?[^.]+$/i;

/** What a file's place adds to what its header says: in `drafts/`, or called `pay.draft.md`, it is a draft unless the header denies it. */
export function withPlace(publication: Publication, path: string, fields: Fields): Publication {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const folder = folders.find((each) => draftFolders.has(folded(each).replace(/^_/, '')));
  if (folder === undefined && !draftName.test(name)) return publication;
  const entries = entriesOf(fields);
  const isDenied =
    statementsIn(entries, withholdingKeys).some(isDenial) ||
    statementsIn(entries, publishingKeys).some(({ text }) => !isUnpublished(text));
  return isDenied
    ? publication
    : { ...publication, draftPlace: folder === undefined ? shown(name) : `${shown(folder)}/` };
}

/** What keeps an article out of every build; undefined where nothing does. */
export function lastingReason({ withheld, draftPlace }: Publication): string | undefined {
  if (withheld !== undefined) return `\`${withheld}\``;
  return draftPlace === undefined ? undefined : `its place is that of a draft, \`${draftPlace}\``;
}

/** What keeps an article out of a build made at a time; undefined where nothing does. */
export function reasonToWithhold(publication: Publication, time: number): string | undefined {
  const { from, until } = publication;
  const lasting = lastingReason(publication);
  if (lasting !== undefined) return lasting;
  if (from !== undefined && time < from) return `to be published from ${dayOf(from)} on`;
  if (until !== undefined && time >= until) return `expired on ${dayOf(until)}`;
  return undefined;
}

/** The days of which nothing tells whether an article is to be published at a time, in words. */
export function doubtsAt({ ambiguous = [] }: Publication, time: number): string[] {
  return ambiguous
    .filter(({ earlier, later }) => earlier <= time && time < later)
    .map(
      ({ stated, earlier, later, isPublished }) =>
        `\`${stated}\` may mean ${dayOf(earlier)} or ${dayOf(later)}, which decides whether the file is published; ` +
        `it is ${isPublished ? 'taken for the earlier day, which lets it be published' : 'not'}.`,
    );
}

/** The moments at which an article comes or goes, or is in doubt. */
export function turningPoints(publication: Publication): number[] {
  const { from, until, ambiguous = [] } = publication;
  if (lastingReason(publication) !== undefined) return [];
  const doubtful = ambiguous.flatMap(({ earlier, later }) => [earlier, later]);
  return [...new Set([from, until, ...doubtful].filter((moment) => moment !== undefined))];
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().replace(/T00:00:00.000Z$|:00.000Z$/, '');
}

interface Entry {
  readonly key: string;
  /** The key as `plainKey` writes it. */
  readonly plain: string;
  readonly value: unknown;
}

/** The keys and values of a header, with those of maps that hold such. */
function entriesOf(fields: Fields): Entry[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const entry = { key, plain: plainKey(key), value };
    if (!containers.has(entry.plain) || !isMap(value)) return entry;
    return [
      entry,
      ...Object.entries(value).map(([inner, own]) => ({ key: inner, plain: plainKey(inner), value: own })),
    ];
  });
}

/** @param deepest maps and lists in each other whose values count */
function statementsIn(entries: readonly Entry[], keys: readonly string[], deepest = 4): Statement[] {
  return entries.flatMap(({ key, plain, value }) =>
    keys.includes(plain) ? textsOf(value, deepest).map((text) => ({ key, text })) : [],
  );
}

/** Hugo's `build: { render: never, list: never }`. */
function buildOf(fields: Fields): Fields {
  const build = Object.entries(fields).find(([key]) => /^_?build$/i.test(key))?.[1];
  return isMap(build) ? build : {};
}

function buildReasons(fields: Fields): Statement[] {
  return textsOf(buildOf(fields)['render'])
    .filter((text) => isNegation(text) || text === 'link')
    .map((text) => ({ key: 'build.render', text }));
}

function isUnlisted(fields: Fields, among: (keys: readonly string[], deepest?: number) => Statement[]): boolean {
  return (
    among(unlistedKeys).some(({ text }) => !isNegation(text)) ||
    among(listedKeys).some(({ text }) => isNegation(text)) ||
    among(hideKeys, 1).some(({ text }) => affirmations.has(plainText(text))) ||
    textsOf(buildOf(fields)['list']).some(isNegation) ||
    among([...stateKeys, ...audienceKeys]).some(({ text }) => plainText(text) === 'unlisted')
  );
}

/** `draft: false`, and `draft: final` too. */
function isDenial({ key, text }: Statement): boolean {
  return isNegation(text) || (draftKeys.includes(plainKey(key)) && finalStates.has(plainText(text)));
}

/** `Draft (not reviewed)` is a draft, and so is `second draft`. */
function isWithholdingState(text: string): boolean {
  const plain = plainText(text);
  if (finalStates.has(plain)) return false;
  return (
    withholdingStates.has(plain) ||
    plain.split(/[^\p{L}\p{N}\p{M} ]+/u).some((part) => withholdingStates.has(part.trim())) ||
    plain.split(/[^\p{L}\p{N}\p{M}]+/u).some((word) => draftWords.has(word))
  );
}

/** `published: not yet` and `published: pending` say what `published: false` does. */
function isUnpublished(text: string): boolean {
  const [first = ''] = plainText(text).split(/[,;:(–—]/);
  return isNegation(text) || isNegation(first.trim() || text) || isWithholdingState(text);
}

/** An audience is named by words like any other, so that only what it is first counts: `internal (support)`. */
function isWithholdingAudience(key: string, text: string): boolean {
  if (plainKey(key) === 'visibility' && isNegation(text)) return true;
  const [first = ''] = plainText(text).split(/[([:]/);
  return withholdingStates.has(first.trim());
}

/** `redirect` alone may be a setting of the page. */
function isRedirect({ key, text }: Statement): boolean {
  return !isNegation(text) && (plainKey(key) !== 'redirect' || text.includes('/'));
}

/** `Publish_Date`, `publish-date`, `publishDate` and `ｐｕｂｌｉｓｈＤａｔｅ` are one key. */
function plainKey(key: string): string {
  return folded(key).replace(/[\s._-]+/g, '');
}

function plainText(text: string): string {
  return folded(text)
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** Characters of a key or value that are looked at: more than any that means something has. */
const longestWord = 200;

/** Without what readers do not see: width, case, and characters that show nothing. */
function folded(text: string): string {
  return text
    .slice(0, longestWord)
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .toLowerCase();
}

function isNegation(text: string): boolean {
  return negations.has(plainText(text));
}

function isMap(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The texts of a value, or of lists and maps of them. A value that is empty says nothing. */
function textsOf(value: unknown, deepest = 1): string[] {
  if (Array.isArray(value)) return deepest === 0 ? [] : value.flatMap((item) => textsOf(item, deepest - 1));
  if (isMap(value)) return deepest <= 1 ? [] : Object.values(value).flatMap((item) => textsOf(item, deepest - 1));
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
  const text = String(value)
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();
  return text === '' ? [] : [text];
}

function inWords({ key, text }: Statement): string {
  return `${shown(key)}: ${shown(text)}`;
}

function shown(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
