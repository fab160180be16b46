/** Renders pages from the compiled templates, in a thread of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openStatus } from '../../status/site-status.ts';
import { openPacks } from '../../store/site.ts';
import type * as CompiledTemplates from '../../astro/templates-entry.ts';
import type { Rendering } from '../../astro/templates-entry.ts';
import { articleFiles } from '../article-files.ts';
import { articlePage } from '../article-page.ts';
import type { Flaw } from '../../publish/flaw.ts';

/** What all threads share. */
export interface PageWorkshop {
  /** Module of the compiled templates. */
  readonly templates: string;
  /** Folder of the packs. */
  readonly packs: string;
  /** Folder of the site that is being made; the folders of the pages are there. */
  readonly folder: string;
}

/** Article pages of one locale. */
export interface ArticleBatch {
  readonly locale: string;
  /** Their places among all article pages of the locale. */
  readonly places: readonly number[];
}

/** Pages that several threads make together. */
export interface PagesTask {
  readonly batches: readonly ArticleBatch[];
  /** Which pages that are no articles are to be made too: those that show the status board, or those that do not. */
  readonly others: 'none' | 'ordinary' | 'status';
  /** One 32-bit number: how many batches and other pages the threads have taken so far. */
  readonly taken: SharedArrayBuffer;
}

/** A page or another file that is no article, as it is to be written. */
export interface RenderedFile {
  /** Below the site's folder. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface FailedHome {
  /** Absolute path. */
  readonly file: string;
  readonly reason: string;
}

/** An article that a hand-written home page names and that is not there. */
export interface MissingArticle {
  /** Locale of the home page. */
  readonly locale: string;
  readonly slug: string;
}

/** What a thread has made. */
export interface MadePages {
  /** Pages and files that are no articles. */
  readonly others: readonly RenderedFile[];
  /** What is wrong with pages of articles. */
  readonly flaws: readonly Flaw[];
  readonly missing: readonly MissingArticle[];
  /** A hand-written home page that could not be rendered, where there is one, and why. Then nothing else counts. */
  readonly failedHome?: FailedHome;
}

const statusRoutes = 'src/theme/pages/status/';

/** What a thread has loaded before its first task. */
interface OpenWorkshop extends Omit<PageWorkshop, 'templates'> {
  readonly templates: typeof CompiledTemplates;
}

let opened: OpenWorkshop | undefined;
let planned: Promise<CompiledTemplates.PlannedFile[]> | undefined;

/** Loads the templates. Packs need not be there yet. */
export async function setUp({ templates, ...places }: PageWorkshop): Promise<void> {
  opened = { ...places, templates: (await import(pathToFileURL(templates).href)) as typeof CompiledTemplates };
}

function workshop(): OpenWorkshop {
  if (!opened) throw new Error('The thread has not been set up.');
  return opened;
}

/**
 * Takes batches of articles, and then other pages, as long as there are any. Articles are written with the files that go with them, and
 * looked at; the other pages are given back.
 */
export async function makePages({ batches, others: kind, taken }: PagesTask): Promise<MadePages> {
  const { templates } = workshop();
  const others = kind === 'none' ? [] : await listOthers(kind);
  const counter = new Int32Array(taken);
  const rendered: RenderedFile[] = [];
  const missing: MissingArticle[] = [];
  const rendering: Rendering = {
    ...open(),
    onMissingArticle(locale, slug) {
      missing.push({ locale, slug });
    },
  };
  const flaws: Flaw[] = [];
  for (;;) {
    const at = Atomics.add(counter, 0, 1);
    const batch = batches[at];
    const other = others[at - batches.length];
    if (batch) flaws.push(...(await writeBatch(batch)));
    else if (other) {
      try {
        rendered.push({ path: templates.fileOf(other), content: await templates.render(other, rendering) });
      } catch (error) {
        const file = homeAt(other.pathname);
        if (file === undefined) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        return { others: [], flaws, missing, failedHome: { file, reason } };
      }
    } else return { others: rendered, flaws, missing };
  }
}

/** The file of the hand-written home page that has a path. */
function homeAt(pathname: string): string | undefined {
  const path = pathname.replace(/^\/|\/$/g, '');
  return open().site.facts.locales.find((locale) => locale.path === path)?.home;
}

async function writeBatch({ locale, places }: ArticleBatch): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  const { templates, folder } = workshop();
  const rendering = open();
  const { site } = rendering;
  const own = site.locale(locale);
  const entries = site.entries(locale);
  for (const place of places) {
    const entry = entries[place];
    if (!entry) throw new Error(`The pack of ${locale} has no page ${place}.`);
    const made = await articlePage(site, locale, entry, (shown) =>
      templates.renderArticle({ tag: locale, slug: entry.slug }, { ...rendering, site: shown }),
    );
    for (const { path, content } of articleFiles(made.site, own, entry, made.html))
      writeFileSync(join(folder, path), content);
    for (const problem of made.problems) flaws.push({ page: `${own.path}/${entry.slug}/index.html`, ...problem });
  }
  return flaws;
}

/** Pages and files that are no articles, of one kind. */
async function listOthers(kind: 'ordinary' | 'status'): Promise<CompiledTemplates.PlannedFile[]> {
  const { templates } = workshop();
  templates.useRendering(open());
  planned ??= templates.plannedFiles();
  return (await planned).filter(({ route }) => route.component.startsWith(statusRoutes) === (kind === 'status'));
}

function open(): Rendering {
  const { packs } = workshop();
  // Pages come one locale after the other.
  return { site: openPacks(packs, 1), status: () => openStatus(packs), onMissingArticle: () => undefined };
}
