/** What a reader's browser loads before it shows results: a real browser asks a local server, each question with an empty cache. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { serve } from '../../../src/commands/local-server.ts';
import { readBuilt } from '../../../src/disk/built-file.ts';
import { localeOf } from '../../../src/core/locales.ts';
import { isSearchPlaces } from '../../../src/search/site-folder.ts';
import { launchBrowser } from '../../trials/browser.ts';
import { table } from '../statistics.ts';
import type { Query } from './queries.ts';

/** Kinds of files, and which they are by their paths below the site; the first that fits. */
const kinds = [
  ['page', /^(?!pagefind\/)/],
  ['table', /\/terms\.dat$/],
  ['terms', /\/terms\//],
  ['texts', /\/texts\//],
  ['titles', /\/titles\.dat$/],
  ['words', /\/words\//],
  ['related', /\/related[./]/],
  ['other', /(?:)/],
] as const;

export type Kind = (typeof kinds)[number][0];

/** Files that a question has loaded. */
export interface Loaded {
  readonly requests: number;
  /** Bytes over the wire without headers, by kind of file. */
  readonly bytes: Readonly<Record<Kind, number>>;
}

/** Questions of one kind in one locale: means of what they load. */
export interface ByteRow extends Loaded {
  readonly locale: string;
  readonly kind: string;
  readonly queries: number;
  /** All bytes but those of the page, which a reader has before; the mean, and the most. */
  readonly mean: number;
  readonly most: number;
}

/**
 * Asks each question on its locale's page of results. `progress` is told what is being asked.
 *
 * @param site folder of a finished site
 */
export async function measureBytes(
  site: string,
  queries: readonly Query[],
  progress: (what: string) => void,
): Promise<ByteRow[]> {
  const browser = await launchBrowser();
  try {
    const rows: ByteRow[] = [];
    for (const locale of new Set(queries.map((query) => query.locale))) {
      const own = queries.filter((query) => query.locale === locale);
      for (const kind of new Set(own.map((query) => query.kind))) {
        progress(`${locale}, ${kind}`);
        const loaded: Loaded[] = [];
        for (const query of own) if (query.kind === kind) loaded.push(await ask(browser, site, query));
        rows.push(rowOf(locale, kind, loaded));
      }
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function ask(browser: Browser, site: string, { locale, text }: Query): Promise<Loaded> {
  const { path } = localeOf(locale);
  const home = readBuilt(join(site, path, 'search/strings.json'), isSearchPlaces).indexes[0]?.home;
  if (home === undefined) throw new Error(`The site in ${site} has no search in ${locale}.`);
  const server = await serve(site, home.slice(0, -`${path}/`.length), 0);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(`${server.url}${path}/search/?q=${encodeURIComponent(text)}`);
    await page.locator('main [data-results] [role="status"]:not(:empty, [data-waiting])').waitFor();
    return await sumOf(responses.slice(), server.url);
  } finally {
    await context.close();
    await server.close();
  }
}

async function sumOf(responses: readonly Response[], site: string): Promise<Loaded> {
  const bytes = { page: 0, table: 0, terms: 0, texts: 0, titles: 0, words: 0, related: 0, other: 0 };
  for (const response of responses) bytes[kindOf(response.url().slice(site.length))] += await sizeOf(response);
  return { requests: responses.length, bytes };
}

function kindOf(path: string): Kind {
  const [name] = path.split('?');
  return kinds.find(([, pattern]) => pattern.test(name ?? ''))?.[0] ?? 'other';
}

/** Hosts compress what they know as text, and send all else as it is. Our own server compresses nothing. */
async function sizeOf(response: Response): Promise<number> {
  const body = await response.body();
  const type = response.headers()['content-type'] ?? '';
  return /^text\/|javascript|json|xml/.test(type) ? gzipSync(body).length : body.length;
}

function rowOf(locale: string, kind: string, loaded: readonly Loaded[]): ByteRow {
  const mean = (value: (one: Loaded) => number): number =>
    loaded.reduce((sum, one) => sum + value(one), 0) / loaded.length;
  const search = ({ bytes }: Loaded): number =>
    Object.values(bytes).reduce((sum, count) => sum + count, 0) - bytes.page;
  return {
    locale,
    kind,
    queries: loaded.length,
    requests: mean(({ requests }) => requests),
    bytes: {
      page: mean(({ bytes }) => bytes.page),
      table: mean(({ bytes }) => bytes.table),
      terms: mean(({ bytes }) => bytes.terms),
      texts: mean(({ bytes }) => bytes.texts),
      titles: mean(({ bytes }) => bytes.titles),
      words: mean(({ bytes }) => bytes.words),
      related: mean(({ bytes }) => bytes.related),
      other: mean(({ bytes }) => bytes.other),
    },
    mean: mean(search),
    most: Math.max(...loaded.map(search)),
  };
}

/** The rows in columns, in kilobytes. */
export function bytesText(rows: readonly ByteRow[]): string {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  const names = kinds.map(([name]) => name);
  return table(
    ['KB', 'queries', 'requests', ...names, 'search', 'most'],
    rows.map(({ locale, kind, queries, requests, bytes, mean, most }) => [
      `${locale} ${kind}`,
      String(queries),
      requests.toFixed(1),
      ...names.map((name) => kilobytes(bytes[name])),
      kilobytes(mean),
      kilobytes(most),
    ]),
  );
}
