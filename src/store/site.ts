/**
 * The only door between the pipeline and the templates: a folder with one `site.json`, and for each locale a pack of pages
 * (one JSON a line, read by offset) and its list of articles. Pages are read one by one; nothing here holds all of them.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Alternate, ListEntry, Page } from '../pipeline/types.ts';
import { isListOf, isRecord, isText, readStored } from '../core/stored.ts';
import { listFile, type PackedPage, type PageEntry, PackReader } from './page-pack.ts';
import { builtLocales, localeIn, type SiteFacts, type SiteLocale } from './site-facts.ts';

export type { SiteFacts, SiteLocale } from './site-facts.ts';

/** The finished site as templates see it. */
export interface Site {
  readonly facts: SiteFacts;
  /** True where pages are made when they are asked for: then there are no search indexes. */
  readonly isPreview: boolean;
  /** The locales that this build makes pages for. */
  readonly built: readonly SiteLocale[];
  /** The locale with a tag, or with a path. */
  locale(name: string): SiteLocale;
  /** Article pages of a locale, fallback pages included, sorted by slug. */
  entries(tag: string): readonly PageEntry[];
  page(tag: string, slug: string): Page;
  /** JSON of the `Original` of a page, undefined where none is known. */
  original(tag: string, slug: string): Uint8Array | undefined;
  /** Articles of a locale in the order of its collation. */
  list(tag: string): readonly ListEntry[];
}

/** A site whose pages are in packs. */
export interface PackedSite extends Site {
  /** The same as its entries, where this build makes the pages of the locale; else none. */
  pages(tag: string): readonly PackedPage[];
}

const siteFile = 'site.json';

export function writeFacts(folder: string, facts: SiteFacts): void {
  mkdirSync(folder, { recursive: true });
  const stored: StoredFacts = { sum: sumOf(facts), facts };
  writeFileSync(join(folder, siteFile), `${JSON.stringify(stored, undefined, 1)}\n`);
}

let opened: { folder: string; version: string; site: PackReaders } | undefined;

/**
 * The site in a folder of packs. A second call with the same folder costs nothing until they are written again.
 *
 * @param localesAtOnce locales whose entries are kept in memory, for those who take one locale after the other
 */
export function openPacks(folder: string, localesAtOnce = Number.POSITIVE_INFINITY): PackedSite {
  const path = join(folder, siteFile);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    throw new Error(`No prepared articles in ${folder}. Build with \`npm run build\`, which prepares them first.`);
  }
  // A process may write packs into the same folder again, so that only the file can tell.
  const version = `${found.ino} ${found.mtimeMs}`;
  if (opened?.folder === folder && opened.version === version) return opened.site;
  opened?.site.close();
  const stored = readStored(path, isStoredFacts);
  if (!stored) throw new Error(damagedIn(folder));
  const site = new PackReaders(folder, stored.facts, localesAtOnce);
  opened = { folder, version, site };
  return site;
}

function damagedIn(folder: string): string {
  return `The prepared articles in ${folder} are damaged. Build again with \`npm run build -- --force\`.`;
}

/** The facts in their file, with a checksum: whatever else was written there, or edited, is taken for damage. */
interface StoredFacts {
  readonly sum: number;
  readonly facts: SiteFacts;
}

function sumOf(facts: unknown): number {
  return crc32(JSON.stringify(facts));
}

function isStoredFacts(value: unknown): value is StoredFacts {
  return isRecord(value) && isRecord(value['facts']) && value['sum'] === sumOf(value['facts']);
}

function isListEntry(value: unknown): value is ListEntry {
  return isRecord(value) && isText(value['slug']) && isText(value['title']);
}

/** Forgets the opened packs, for a process that writes packs again. */
export function closeSite(): void {
  opened?.site.close();
  opened = undefined;
}

class PackReaders implements PackedSite {
  readonly isPreview = false;
  readonly facts: SiteFacts;
  readonly built: readonly SiteLocale[];
  readonly #folder: string;
  readonly #localesAtOnce: number;
  readonly #packs = new Map<string, PackReader>();
  #lastList: { tag: string; list: ListEntry[] } | undefined;
  #last: { entry: PackedPage; page: Page; original: Uint8Array | undefined } | undefined;

  constructor(folder: string, facts: SiteFacts, localesAtOnce: number) {
    this.#folder = folder;
    this.#localesAtOnce = localesAtOnce;
    this.facts = facts;
    this.built = builtLocales(facts);
  }

  locale(name: string): SiteLocale {
    return localeIn(this.facts, name);
  }

  entries(tag: string): readonly PageEntry[] {
    const { entries, noted } = this.#pack(tag);
    return noted.length > 0 ? noted : entries;
  }

  pages(tag: string): readonly PackedPage[] {
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
  return site.facts.locales.map(({ tag, path }) => ({
    locale: tag,
    href: `${site.facts.base}${path}/${rest}`,
    translated: true,
  }));
}
