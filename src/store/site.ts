/**
 * The only door between the pipeline and the templates: a folder with one `site.json`, and for each locale a pack of pages
 * (one JSON a line, read by offset) and its list of articles. Pages are read one by one; nothing here holds all of them.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Alternate, ListEntry, Page } from '../pipeline/types.ts';
import { isListOf, isNumber, isRecord, isText, readStored } from '../core/stored.ts';
import { listFile, type PageEntry, PackReader } from './page-pack.ts';

/** A locale as the site shows it. */
export interface SiteLocale {
  /** BCP 47 tag, `fr-FR`. */
  readonly tag: string;
  /** First part of its URLs, `fr-fr`. */
  readonly path: string;
  /** Its own name for itself; the region only where two locales share the language. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Number of articles really in this language. */
  readonly articles: number;
  /** File of a hand-written home page in MDX, absolute. */
  readonly home?: string;
}

/** What all pages share. */
export interface SiteFacts {
  readonly title: string;
  /** Path below which the site is served; begins and ends with `/`. */
  readonly base: string;
  /** Origin of the published site without a slash at its end, `https://help.example.com`; undefined while unknown. */
  readonly origin?: string;
  readonly sourceLocale: string;
  /** Sorted by tag. */
  readonly locales: readonly SiteLocale[];
  /** Tags of the locales that this build makes pages for, sorted; another build makes those of the others. */
  readonly built: readonly string[];
  readonly support?: string;
  /** Template of the address at which readers report a bad translation; see `report.ts`. */
  readonly report?: string;
  /** Whether there is a status board. */
  readonly status: boolean;
}

/** The finished site as templates see it. */
export interface Site extends Omit<SiteFacts, 'built'> {
  /** True where pages are made when they are asked for: then there are no search indexes. */
  readonly isPreview: boolean;
  readonly built: readonly SiteLocale[];
  locale(tag: string): SiteLocale;
  /** Article pages of a locale, fallback pages included, sorted by slug. */
  entries(tag: string): readonly PageEntry[];
  page(tag: string, slug: string): Page;
  /** JSON of the `Original` of a page, undefined where none is known. */
  original(tag: string, slug: string): Uint8Array | undefined;
  /** Articles of a locale in the order of its collation. */
  list(tag: string): readonly ListEntry[];
}

const siteFile = 'site.json';

/** Where the packs of the running build lie; set for the threads that render pages. */
export function packFolder(): string {
  return process.env['LANGUEDOCS_PACKS'] ?? join(process.cwd(), '.languedocs', 'packs');
}

export function writeFacts(folder: string, facts: SiteFacts): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, siteFile), `${JSON.stringify(facts, undefined, 1)}\n`);
}

let opened: { folder: string; version: string; site: PackedSite } | undefined;

// Vite's server loads a copy of this module of its own; what both have to know hangs on the process.
const shared = globalThis as { languedocsSite?: Site };

/** From now on `openSite()` gives this site, in all copies of the module: a preview has no packs. */
export function useSite(site: Site): void {
  shared.languedocsSite = site;
}

/**
 * The site of a running preview, else the packs; a second call with the same folder costs nothing until they are written anew.
 *
 * @param localesAtOnce locales whose entries are kept in memory, for those who take one locale after the other
 */
export function openSite(folder?: string, localesAtOnce = Number.POSITIVE_INFINITY): Site {
  return (folder === undefined ? shared.languedocsSite : undefined) ?? openPacks(folder ?? packFolder(), localesAtOnce);
}

function openPacks(folder: string, localesAtOnce: number): Site {
  const path = join(folder, siteFile);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    throw new Error(`No prepared articles in ${folder}. Build with \`npm run build\`, which prepares them first.`);
  }
  // A process may write packs into the same folder again, so that only the file can tell.
  const version = `${found.ino} ${found.mtimeMs}`;
  if (opened?.folder === folder && opened.version === version) return opened.site;
  opened?.site.close();
  const facts = readStored(path, isFacts);
  if (!facts) throw new Error(damagedIn(folder));
  const site = new PackedSite(folder, facts, localesAtOnce);
  opened = { folder, version, site };
  return site;
}

function damagedIn(folder: string): string {
  return `The prepared articles in ${folder} are damaged. Build again with \`npm run build -- --force\`.`;
}

function isFacts(value: unknown): value is SiteFacts {
  return (
    isRecord(value) &&
    ['title', 'base', 'sourceLocale'].every((name) => isText(value[name])) &&
    isListOf(value['locales'], isLocale) &&
    isListOf(value['built'], isText) &&
    typeof value['status'] === 'boolean' &&
    ['origin', 'support', 'report'].every((name) => value[name] === undefined || isText(value[name]))
  );
}

function isLocale(value: unknown): value is SiteLocale {
  return (
    isRecord(value) &&
    ['tag', 'path', 'name', 'direction'].every((name) => isText(value[name])) &&
    isNumber(value['articles'])
  );
}

function isListEntry(value: unknown): value is ListEntry {
  return isRecord(value) && isText(value['slug']) && isText(value['title']);
}

/** Forgets the opened packs, for a process that writes packs again. */
export function closeSite(): void {
  opened?.site.close();
  opened = undefined;
}

class PackedSite implements Site {
  readonly isPreview = false;
  readonly title: string;
  readonly base: string;
  readonly origin?: string;
  readonly sourceLocale: string;
  readonly locales: readonly SiteLocale[];
  readonly built: readonly SiteLocale[];
  readonly support?: string;
  readonly report?: string;
  readonly status: boolean;
  readonly #folder: string;
  readonly #localesAtOnce: number;
  readonly #packs = new Map<string, PackReader>();
  #lastList: { tag: string; list: ListEntry[] } | undefined;
  #last: { entry: PageEntry; page: Page; original: Uint8Array | undefined } | undefined;

  constructor(folder: string, facts: SiteFacts, localesAtOnce: number) {
    this.#folder = folder;
    this.#localesAtOnce = localesAtOnce;
    this.title = facts.title;
    this.base = facts.base;
    if (facts.origin !== undefined) this.origin = facts.origin;
    this.sourceLocale = facts.sourceLocale;
    this.locales = facts.locales;
    this.built = facts.locales.filter(({ tag }) => facts.built.includes(tag));
    this.status = facts.status;
    if (facts.support !== undefined) this.support = facts.support;
    if (facts.report !== undefined) this.report = facts.report;
  }

  locale(tag: string): SiteLocale {
    const found = this.locales.find((locale) => locale.tag === tag || locale.path === tag);
    if (!found) throw new Error(`The site has no locale ${tag}.`);
    return found;
  }

  entries(tag: string): readonly PageEntry[] {
    return this.#pack(tag).entries;
  }

  page(tag: string, slug: string): Page {
    return this.#read(tag, slug).page;
  }

  original(tag: string, slug: string): Uint8Array | undefined {
    return this.#read(tag, slug).original;
  }

  list(tag: string): readonly ListEntry[] {
    // The pages that show lists are made one locale after the other.
    if (this.#lastList?.tag !== tag) {
      const list = readStored(listFile(this.#folder, tag), (value) => isListOf(value, isListEntry));
      if (!list) throw new Error(damagedIn(this.#folder));
      this.#lastList = { tag, list };
    }
    return this.#lastList.list;
  }

  #read(tag: string, slug: string): { page: Page; original: Uint8Array | undefined } {
    const pack = this.#pack(tag);
    const entry = pack.find(slug);
    if (!entry) throw new Error(`The site has no page ${tag}/${slug}.`);
    // All files of an article are made one after the other.
    if (this.#last?.entry !== entry) this.#last = { entry, ...pack.read(entry) };
    return this.#last;
  }

  #pack(tag: string): PackReader {
    const known = this.#packs.get(tag);
    if (known) return known;
    const [oldest] = this.#packs;
    if (oldest && this.#packs.size >= this.#localesAtOnce) {
      const [oldestTag, pack] = oldest;
      this.#packs.delete(oldestTag);
      pack.close();
    }
    const pack = new PackReader(this.#folder, tag);
    this.#packs.set(tag, pack);
    return pack;
  }

  close(): void {
    for (const pack of this.#packs.values()) pack.close();
  }
}

/** The languages of one site, for the switcher of pages that are no articles. */
export function homeAlternates(site: Site, rest = ''): Alternate[] {
  return site.locales.map(({ tag, path }) => ({ locale: tag, href: `${site.base}${path}/${rest}`, translated: true }));
}
