/** The packs of a build: every page rendered, or taken over from the packs of the build before. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { compareDiagnostics, type Diagnostic } from '../core/diagnostics.ts';
import { listOf } from '../pipeline/lists.ts';
import { articleFailed } from '../pipeline/facts.ts';
import { type PlannedPage, plannedPages } from '../pipeline/planned-pages.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { keyOf } from '../pipeline/render-input.ts';
import { pairsOf } from '../core/lists.ts';
import type { Progress } from '../pipeline/settings.ts';
import { packFiles, type PackedPage, type PageEntry, PackReader, PackWriter } from '../store/page-pack.ts';
import { writeFacts } from '../store/site.ts';
import { stringsFor } from '../ui/strings.ts';
import type { ArticleProcesses } from './workers/article-pool.ts';
import type { Configuration } from '../config/configuration.ts';
import { renderVersion } from './library.ts';
import { openRenderer, type Renderer } from './workers/renderer.ts';
import { siteFacts } from './site-facts.ts';
import { replaceFolder } from '../disk/replace-folder.ts';
import { linkOrCopy } from '../disk/atomic-files.ts';

/** Key of pages that are not as they should be: the next build tries them again, and says so again. */
const failed = 'failed';

/** What became of the pages of a build. */
export interface PackReport {
  readonly rendered: number;
  readonly reused: number;
  /** Articles that could not be rendered, in the order of output. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How packs are written. */
export interface PackingOptions {
  /** Where packs of an earlier build may lie, and those of this one will. */
  readonly folder: string;
  readonly processes: ArticleProcesses;
  /** Locales whose packs are wanted before the others, because their search indexes will have to be made anew. */
  readonly first?: ReadonlySet<string>;
}

/** Pages that are rendered at a time: enough to make a message worth while, few enough to share them out evenly. */
const batchSize = 32;

/**
 * Brings all pages into packs. A page that an earlier build rendered from the same things is taken over from its packs. New packs take
 * the place of the old ones only when they are whole.
 *
 * @param onPack is given each locale's pack when it is finished, and closes it
 */
export async function writePacks(
  library: Library,
  configuration: Configuration,
  { folder, processes, first = new Set() }: PackingOptions,
  progress: Progress,
  onPack: (locale: string, pack: PackReader) => void = (_locale, pack) => pack.close(),
): Promise<PackReport> {
  const { locales } = library.pages;
  const built = locales.filter((locale) => configuration.shard?.includes(locale) ?? true);
  const fresh = `${folder}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  const writing = new Packing(library, configuration, { from: folder, to: fresh, processes });
  const total = built.length * library.topics.length;
  const shown = (done: number) => progress('Rendering articles', done, total);
  const counts = new Map<string, number>();
  const working: Promise<void>[] = [];
  for (const locale of locales.toSorted((a, b) => Number(first.has(b)) - Number(first.has(a)))) {
    if (!built.includes(locale)) {
      counts.set(locale, writing.notePages(locale));
      continue;
    }
    // The next locale is begun while pages of this one are still rendered, so that no process waits; but they are finished one
    // after the other, so that the first search index is begun early.
    const pack = await writing.begin(locale, shown);
    const finish = async (): Promise<void> => {
      counts.set(locale, await pack.finish());
      onPack(locale, new PackReader(fresh, locale));
    };
    working.push(finish());
  }
  await Promise.all(working);
  writeFacts(fresh, siteFacts(locales, built, counts, configuration));
  replaceFolder(fresh, folder);
  return writing.report;
}

/** Pages of an open pack of an earlier build. */
interface KnownPages {
  readonly pack: PackReader;
  readonly entries: readonly PackedPage[];
}

/** The packs of one build while they are written. */
class Packing {
  readonly #library: Library;
  readonly #from: string;
  readonly #to: string;
  readonly #renderer: Renderer;
  readonly #version: (locale: string) => string;
  readonly #diagnostics: Diagnostic[] = [];
  #rendered = 0;
  #reused = 0;

  constructor(
    library: Library,
    configuration: Configuration,
    { from, to, processes }: { from: string; to: string; processes: ArticleProcesses },
  ) {
    this.#library = library;
    this.#from = from;
    this.#to = to;
    this.#renderer = openRenderer(library.pages, processes);
    const parts = [renderVersion(configuration), stringsFor(configuration.options.sourceLocale).digest];
    this.#version = (locale) => [...parts, stringsFor(locale).digest].join('-');
  }

  get report(): PackReport {
    return {
      rendered: this.#rendered,
      reused: this.#reused,
      diagnostics: this.#diagnostics.toSorted(compareDiagnostics),
    };
  }

  /** Begins all pages of a locale; `finish` gives the number of its own articles when they are in its pack. */
  async begin(locale: string, shown: (done: number) => void): Promise<{ finish(): Promise<number> }> {
    const { known, unknown } = await this.#takeStock(locale);
    this.#reused += known?.entries.length ?? 0;
    if (known && unknown.length === 0 && isWholePack(known)) {
      this.#takeOver(locale, known);
      return { finish: () => Promise.resolve(countOwn(known.entries)) };
    }
    const writer = new PackWriter(this.#to, locale, known);
    known?.pack.close();
    const version = this.#version(locale);
    const renderBatch = async (pages: readonly PlannedPage[]): Promise<void> => {
      for (const [{ facts, file }, made] of pairsOf(pages, await this.#renderer.render(pages))) {
        const { lines, digest, original, failure } = made;
        const key = made.key === undefined ? failed : `${made.key}-${version}`;
        writer.add(lines, { ...facts, digest, key, original });
        if (failure !== undefined) {
          this.#diagnostics.push(articleFailed(file, 'it is shown as plain text', failure));
        }
      }
      this.#rendered += pages.length;
      shown(this.#rendered + this.#reused);
    };
    const rendering: Promise<void>[] = [];
    for (let start = 0; start < unknown.length; start += batchSize)
      rendering.push(renderBatch(unknown.slice(start, start + batchSize)));
    const finish = async (): Promise<number> => {
      await Promise.all(rendering);
      shown(this.#rendered + this.#reused);
      writer.close(listOf(this.#library.topics, locale, this.#library.pages));
      return countOwn(writer.entries);
    };
    return { finish };
  }

  /** Takes the pack of a locale over as it is: the same pages make the same list. */
  #takeOver(locale: string, { pack }: KnownPages): void {
    mkdirSync(this.#to, { recursive: true });
    for (const name of packFiles(locale)) linkOrCopy(join(this.#from, name), join(this.#to, name));
    pack.close();
  }

  /** Tells the pages of a locale that an earlier build has rendered from those that are to be rendered. */
  async #takeStock(locale: string): Promise<{ known?: KnownPages; unknown: PlannedPage[] }> {
    const pack = PackReader.openIfThere(this.#from, locale);
    if (!pack) return { unknown: [...plannedPages(locale, this.#library)] };
    const version = this.#version(locale);
    const entries: PackedPage[] = [];
    const unknown: PlannedPage[] = [];
    let looked = 0;
    for (const planned of plannedPages(locale, this.#library)) {
      const entry = pack.find(planned.slug);
      if (entry && entry.key === keyFor(planned, version) && pack.isWhole(entry)) entries.push(entry);
      else unknown.push(planned);
      // Others have something to do meanwhile: processes that wait for pages, the indexes of locales that are finished.
      if (++looked % batchSize === 0) await setImmediate();
    }
    return { known: { pack, entries }, unknown };
  }

  /** Notes the pages of a locale that another build makes, and gives the number of its own articles. */
  notePages(locale: string): number {
    const writer = new PackWriter(this.#to, locale);
    const entries = Array.from(plannedPages(locale, this.#library), ({ facts }) => facts);
    for (const entry of entries) writer.note(entry);
    writer.close(listOf(this.#library.topics, locale, this.#library.pages));
    return countOwn(entries);
  }
}

/** Undefined for a page whose input cannot be made: it is tried again, and the renderer says why. */
function keyFor({ input }: PlannedPage, version: string): string | undefined {
  try {
    return `${keyOf(input())}-${version}`;
  } catch {
    return undefined;
  }
}

/** Whether these are all pages of their pack, and its list is whole too. */
function isWholePack({ pack, entries }: KnownPages): boolean {
  return entries.length === pack.entries.length && pack.hasWholeList;
}

/** Number of pages that show an article of their own locale, and that the locale's list names. */
function countOwn(entries: readonly PageEntry[]): number {
  return entries.filter(({ fallback, unlisted }) => !fallback && unlisted !== true).length;
}
