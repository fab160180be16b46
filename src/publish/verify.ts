/** A last look at the built site before it is published: every link between its pages leads somewhere. `page-flaws.ts` looks at the rest. */
import type { Flaw } from './flaw.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../store/site.ts';
import { type Files, holdsRecorded, type RecordedRelease } from './manifest.ts';

/** What has to be known of a site to look at it. */
type VerifiedSite = Pick<Site, 'facts' | 'built' | 'entries'>;

/**
 * Checks that each planned page was written, that each link, image and fragment on it that stays inside of the site resolves, and
 * that it names the same translations of itself as these do. A fatal flaw is a defect of the generator, never of an article: what
 * articles get wrong was reported before.
 *
 * Pages that the site before has as they are were looked at then. They are looked at again where anything that they may lead to is
 * gone.
 *
 * @param files what is in the folder
 */
export function verifySite(site: VerifiedSite, folder: string, files: Files, before?: RecordedRelease): Flaw[] {
  const elsewhere = site.facts.locales.filter((locale) => !site.built.includes(locale)).map(({ path }) => `${path}/`);
  const inspect = new Inspector(folder, site.facts.base, elsewhere);
  const planned = plannedPages(site);
  const earlier = before && !lacksAnythingOf(before, folder, files, planned) ? before.manifest : undefined;
  const isKnown = (page: string): boolean => {
    const record = files.get(page);
    return record !== undefined && record.key === earlier?.files.get(page)?.key;
  };
  const flaws = (earlier?.minorFlaws ?? []).filter(({ page }) => isKnown(page));
  for (const { page, alternates } of planned) {
    if (isKnown(page)) continue;
    const html = inspect.read(page);
    if (html === undefined) {
      flaws.push({ page, problem: 'the page was not written', fatal: true });
      continue;
    }
    for (const flaw of inspect.flawsOn(html)) flaws.push({ page, ...flaw });
    const named = alternatesIn(html).join(' ');
    if (named !== alternates) {
      flaws.push({ page, problem: `it names its translations as [${named}] and not [${alternates}]`, fatal: true });
    }
  }
  return flaws;
}

interface PlannedPage {
  /** File below the site's folder. */
  readonly page: string;
  /** Locales that it has to name as translations of itself, sorted, with blanks between. */
  readonly alternates: string;
}

function plannedPages(site: VerifiedSite): PlannedPage[] {
  const translations = new Map<string, string[]>();
  for (const { tag } of site.facts.locales) {
    for (const { slug, fallback } of site.entries(tag)) {
      if (!fallback) translations.set(slug, [...(translations.get(slug) ?? []), tag]);
    }
  }
  const everywhere = site.facts.locales.map(({ tag }) => tag).sort();
  return site.built.flatMap(({ tag, path }) => [
    { page: `${path}/index.html`, alternates: everywhere.join(' ') },
    { page: `${path}/404.html`, alternates: '' },
    ...site.entries(tag).map(({ slug, fallback }) => ({
      page: `${path}/${slug}/index.html`,
      alternates: fallback ? '' : (translations.get(slug) ?? []).sort().join(' '),
    })),
  ]);
}

/** Tags of the translations that a page names to search engines, sorted. */
function alternatesIn(html: string): string[] {
  const links = html.slice(0, html.indexOf('</head>')).matchAll(/<link rel="alternate" hreflang="([^"]*)"/g);
  return Array.from(links, ([, tag = '']) => tag)
    .filter((tag) => tag !== 'x-default')
    .sort();
}

/** Whether a page, an image or an id of the site before, that a page taken over may lead to, is or may be missing in the new one. */
function lacksAnythingOf(
  before: RecordedRelease,
  folder: string,
  files: Files,
  planned: readonly PlannedPage[],
): boolean {
  const pages = new Set(planned.map(({ page }) => page));
  for (const [file, record] of before.manifest.files) {
    // Files of search indexes are called by their content; no page leads to them.
    if (file.startsWith('pagefind/')) continue;
    const now = files.get(file);
    if (now === undefined) return true;
    if (now.key === record.key || !pages.has(file)) continue;
    if (!holdsRecorded(before.folder, file, record)) return true;
    const [earlierIds, ids] = [before.folder, folder].map((site) => idsIn(readFileSync(join(site, file), 'utf8')));
    if (earlierIds && ids && !earlierIds.isSubsetOf(ids)) return true;
  }
  return false;
}

class Inspector {
  readonly #folder: string;
  readonly #base: string;
  readonly #elsewhere: readonly string[];
  readonly #exists = new Map<string, boolean>();
  readonly #ids = new Map<string, ReadonlySet<string>>();
  /** Addresses that lead somewhere, wherever they stand. */
  readonly #good = new Set<string>();

  /** @param elsewhere folders of locales that another build makes; links to them are taken on trust */
  constructor(folder: string, base: string, elsewhere: readonly string[]) {
    this.#elsewhere = elsewhere;
    this.#folder = folder;
    this.#base = base;
  }

  read(page: string): string | undefined {
    try {
      return readFileSync(join(this.#folder, page), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  *flawsOn(html: string): Generator<Omit<Flaw, 'page'>> {
    const seen = new Set<string>();
    let inTags: ReadonlySet<string> | undefined;
    let own: ReadonlySet<string> | undefined;
    for (const [, written = ''] of html.matchAll(addressAttribute)) {
      if (seen.has(written) || this.#good.has(written)) continue;
      seen.add(written);
      const address = decodeEntities(written);
      if (address.startsWith('#')) own ??= idsIn(html);
      const flaw = own && address.startsWith('#') ? checkFragment(own, address) : this.#check(address);
      if (flaw === undefined) {
        // Most addresses stand on many pages.
        if (!address.startsWith('#')) this.#good.add(detached(written));
        continue;
      }
      // Only now is it worth asking whether this is an attribute, or text that looks like one, as in samples of code.
      inTags ??= new Set(attributesOf(html, addressAttribute));
      if (inTags.has(address)) yield flaw;
    }
  }

  #check(address: string): Omit<Flaw, 'page'> | undefined {
    const [path = '', fragment = ''] = address.split('#', 2);
    const id = decode(fragment);
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
    if (!path.startsWith('/'))
      return { problem: `${address} is relative, which no page of the site writes`, fatal: false };
    if (!path.startsWith(this.#base)) return { problem: `${address} leaves the base ${this.#base}`, fatal: true };
    const file = this.#fileOf(path);
    if (this.#elsewhere.some((folder) => file.startsWith(folder))) return undefined;
    if (!this.#isThere(file)) return { problem: `${address} leads to no file`, fatal: true };
    if (id === '' || !file.endsWith('.html') || this.#idsOf(file).has(id)) return undefined;
    return { problem: `${address} names no id of its page`, fatal: false };
  }

  #fileOf(path: string): string {
    const below = decode(path.slice(this.#base.length).replace(/\?.*/s, ''));
    return below === '' || below.endsWith('/') ? `${below}index.html` : below;
  }

  #isThere(file: string): boolean {
    let there = this.#exists.get(file);
    if (there === undefined) this.#exists.set(detached(file), (there = existsSync(join(this.#folder, file))));
    return there;
  }

  #idsOf(file: string): ReadonlySet<string> {
    let ids = this.#ids.get(file);
    if (!ids) this.#ids.set(detached(file), (ids = new Set(Array.from(idsIn(this.read(file) ?? ''), detached))));
    return ids;
  }
}

function checkFragment(ids: ReadonlySet<string>, address: string): Omit<Flaw, 'page'> | undefined {
  const id = decode(address.slice(1));
  return id === '' || ids.has(id) ? undefined : { problem: `${address} names no id`, fatal: false };
}

/** A copy for keeping: a piece that was cut out of a page keeps all of the page in memory. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

const idAttribute = /\sid="([^"]*)"/g;
const addressAttribute = /\s(?:href|src)="([^"]*)"/g;

function idsIn(html: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const match of html.matchAll(idAttribute)) {
    if (!standsInTag(html, match.index)) return new Set(attributesOf(html, idAttribute));
    ids.add(decodeEntities(match[1] ?? ''));
  }
  return ids;
}

/** False too where an attribute before it holds a `>`: this is a look at what is near, not a parser. */
function standsInTag(html: string, index: number): boolean {
  return html.lastIndexOf('<', index) > html.lastIndexOf('>', index);
}

/** Values of attributes in tags; text that looks like markup, as in samples of code, is none. */
function* attributesOf(html: string, attribute: RegExp): Generator<string> {
  for (const [tag] of html.matchAll(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*"|=[^\s"'>]+)?)*\s*\/?>/gi)) {
    for (const match of tag.matchAll(attribute)) yield decodeEntities(match[1] ?? '');
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function decodeEntities(text: string): string {
  return text
    .replace(/&(?:#x26|#38|amp);/gi, '&')
    .replace(/&(?:#x22|#34|quot);/gi, '"')
    .replace(/&(?:#x27|#39);/gi, "'")
    .replace(/&#x3C;/gi, '<');
}
