/**
 * The only door between the pipeline and Astro: a folder with one `site.json`, and for each locale a pack of pages
 * (one JSON a line, read by offset) and its list of articles. Pages are read one by one; nothing here holds all of them.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Alternate, ListEntry, Page } from '../pipeline/types.ts';

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
}

/** Where a page lies in its pack. */
export interface PageEntry {
  readonly slug: string;
  /** Changes whenever anything that the page shows has changed. */
  readonly digest: string;
  /** What the page was made from: equal keys mean equal pages. */
  readonly key: string;
  readonly noindex: boolean;
  /** True where the page shows the source article for want of a translation. */
  readonly fallback: boolean;
  /** Date of the last update, `YYYY-MM-DD`. */
  readonly updated?: string;
  readonly offset: number;
  readonly length: number;
}

/** The finished site as Astro sees it. */
export interface Site extends Omit<SiteFacts, 'built'> {
  readonly built: readonly SiteLocale[];
  locale(tag: string): SiteLocale;
  /** Article pages of a locale, fallback pages included, sorted by slug. */
  entries(tag: string): readonly PageEntry[];
  page(tag: string, slug: string): Page;
  /** Articles of a locale in the order of its collation. */
  list(tag: string): readonly ListEntry[];
}

const siteFile = 'site.json';

/** Where the packs of the running build lie; the build sets it for the Astro process that it starts. */
export function packFolder(): string {
  return process.env['LANGUEDOCS_PACKS'] ?? join(process.cwd(), '.languedocs', 'packs');
}

export function writeFacts(folder: string, facts: SiteFacts): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, siteFile), `${JSON.stringify(facts, undefined, 1)}\n`);
}

/** Writes pages one by one; memory holds only the entries. */
export class PackWriter {
  readonly #folder: string;
  readonly #locale: string;
  readonly #file: number;
  readonly #entries: PageEntry[] = [];
  #offset = 0;

  constructor(folder: string, locale: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#locale = locale;
    this.#file = openSync(pagesFile(folder, locale), 'w');
  }

  add(page: Page, digest: string, key = digest): void {
    const line = Buffer.from(`${JSON.stringify(page)}\n`);
    const { slug, noindex, updated } = page;
    this.#write(line, {
      slug,
      digest,
      key,
      noindex,
      fallback: page.bodyLocale !== page.locale,
      ...(updated === undefined ? {} : { updated }),
    });
  }

  /** Takes a page over from an earlier pack as it is. */
  copy(entry: PageEntry, line: Buffer): void {
    this.#write(line, entry);
  }

  #write(line: Buffer, entry: Omit<PageEntry, 'offset' | 'length'>): void {
    writeSync(this.#file, line);
    this.#entries.push({ ...entry, offset: this.#offset, length: line.length });
    this.#offset += line.length;
  }

  /** Notes a page that another build makes: its place among the others, without its text. */
  note(entry: Omit<PageEntry, 'offset' | 'length'>): void {
    this.#entries.push({ ...entry, offset: 0, length: 0 });
  }

  get entries(): readonly PageEntry[] {
    return this.#entries;
  }

  close(list: readonly ListEntry[]): void {
    closeSync(this.#file);
    writeFileSync(entriesFile(this.#folder, this.#locale), JSON.stringify(this.#entries));
    writeFileSync(join(this.#folder, `${this.#locale}.list.json`), JSON.stringify(list));
  }
}

/** One locale's pages on disk. */
export class PackReader {
  readonly entries: readonly PageEntry[];
  readonly #bySlug: ReadonlyMap<string, PageEntry>;
  readonly #file: number;

  constructor(folder: string, locale: string) {
    this.entries = JSON.parse(readFileSync(entriesFile(folder, locale), 'utf8')) as PageEntry[];
    this.#bySlug = new Map(this.entries.map((entry) => [entry.slug, entry]));
    this.#file = openSync(pagesFile(folder, locale), 'r');
  }

  /** The pack of a locale, undefined where none was written whole. */
  static openIfThere(folder: string, locale: string): PackReader | undefined {
    return existsSync(entriesFile(folder, locale)) ? new PackReader(folder, locale) : undefined;
  }

  find(slug: string): PageEntry | undefined {
    return this.#bySlug.get(slug);
  }

  /** A page as it is written, with its line end. */
  line({ offset, length }: PageEntry): Buffer {
    const buffer = Buffer.alloc(length);
    readSync(this.#file, buffer, 0, length, offset);
    return buffer;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function pagesFile(folder: string, locale: string): string {
  return join(folder, `${locale}.pages.jsonl`);
}

function entriesFile(folder: string, locale: string): string {
  return join(folder, `${locale}.entries.json`);
}

let opened: { folder: string; version: string; site: PackedSite } | undefined;

/** Opens the packs; a second call with the same folder costs nothing until the packs are written anew. */
export function openSite(folder = packFolder()): Site {
  const path = join(folder, siteFile);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    throw new Error(`No prepared articles in ${folder}. Build with \`npm run build\`, which prepares them first.`);
  }
  // Astro bundles this module and may keep a bundle from one build of a process to the next, so that only the file can tell.
  const version = `${found.ino} ${found.mtimeMs}`;
  if (opened?.folder === folder && opened.version === version) return opened.site;
  opened?.site.close();
  const site = new PackedSite(folder, JSON.parse(readFileSync(path, 'utf8')) as SiteFacts);
  opened = { folder, version, site };
  return site;
}

/** Forgets the opened packs, for a process that writes packs again. */
export function closeSite(): void {
  opened?.site.close();
  opened = undefined;
}

class PackedSite implements Site {
  readonly title: string;
  readonly base: string;
  readonly origin?: string;
  readonly sourceLocale: string;
  readonly locales: readonly SiteLocale[];
  readonly built: readonly SiteLocale[];
  readonly support?: string;
  readonly #folder: string;
  readonly #packs = new Map<string, PackReader>();
  readonly #lists = new Map<string, ListEntry[]>();

  constructor(folder: string, facts: SiteFacts) {
    this.#folder = folder;
    this.title = facts.title;
    this.base = facts.base;
    if (facts.origin !== undefined) this.origin = facts.origin;
    this.sourceLocale = facts.sourceLocale;
    this.locales = facts.locales;
    this.built = facts.locales.filter(({ tag }) => facts.built.includes(tag));
    if (facts.support !== undefined) this.support = facts.support;
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
    const pack = this.#pack(tag);
    const entry = pack.find(slug);
    if (!entry) throw new Error(`The site has no page ${tag}/${slug}.`);
    return JSON.parse(pack.line(entry).toString('utf8')) as Page;
  }

  list(tag: string): readonly ListEntry[] {
    let list = this.#lists.get(tag);
    if (!list) {
      list = JSON.parse(readFileSync(join(this.#folder, `${tag}.list.json`), 'utf8')) as ListEntry[];
      this.#lists.set(tag, list);
    }
    return list;
  }

  #pack(tag: string): PackReader {
    let pack = this.#packs.get(tag);
    if (!pack) this.#packs.set(tag, (pack = new PackReader(this.#folder, tag)));
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
