/** Renders pages from the compiled templates, in a thread of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Tinypool } from 'tinypool';
import { openSite, type Site, useSite } from '../site/packs.ts';
import type * as CompiledTemplates from '../site/templates.ts';
import { articleFiles } from './article-files.ts';

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
  readonly slugs: readonly string[];
}

/** Article pages that several threads write. */
export interface ArticlesTask {
  readonly batches: readonly ArticleBatch[];
  /** One 32-bit number: how many batches the threads have taken so far. */
  readonly taken: SharedArrayBuffer;
}

/** A page or another file that is no article, as it is to be written. */
export interface RenderedFile {
  /** Below the site's folder. */
  readonly path: string;
  readonly content: Uint8Array;
}

const articleRoute = 'src/pages/[locale]/[...slug].astro';

interface Opened {
  readonly site: Site;
  readonly templates: typeof CompiledTemplates;
}

const workshop = Tinypool.workerData as PageWorkshop;
let opening: Promise<Opened> | undefined;
let others: Promise<CompiledTemplates.PlannedFile[]> | undefined;

/** Takes batches as long as there are any, renders the pages and writes them with the files that go with them. */
export default async function writeArticles({ batches, taken }: ArticlesTask): Promise<void> {
  const counter = new Int32Array(taken);
  for (;;) {
    const batch = batches[Atomics.add(counter, 0, 1)];
    if (!batch) return;
    await writeBatch(batch);
  }
}

async function writeBatch({ locale, slugs }: ArticleBatch): Promise<void> {
  const { site, templates } = await open();
  const route = templates.routeOf(articleRoute);
  const own = site.locale(locale);
  const wanted = new Set(slugs);
  for (const entry of site.entries(locale)) {
    if (!wanted.has(entry.slug)) continue;
    const html = await templates.render({ pathname: `/${own.path}/${entry.slug}/`, route });
    for (const { path, content } of articleFiles(site, own, entry, html))
      writeFileSync(join(workshop.folder, path), content);
  }
}

/** How many files there are besides those of articles. */
export async function countOthers(): Promise<number> {
  return (await listOthers()).length;
}

/** Renders the file of a number. */
export async function renderOther(at: number): Promise<RenderedFile> {
  const { templates } = await open();
  const planned = (await listOthers())[at];
  if (!planned) throw new Error(`There is no file ${at} to render.`);
  return { path: templates.fileOf(planned), content: await templates.render(planned) };
}

async function listOthers(): Promise<CompiledTemplates.PlannedFile[]> {
  others ??= open()
    .then(({ templates }) => templates.plannedFiles())
    .then((files) => files.filter(({ route }) => route.component !== articleRoute));
  return others;
}

async function open(): Promise<Opened> {
  opening ??= load();
  return opening;
}

async function load(): Promise<Opened> {
  process.env['LANGUEDOCS_PACKS'] = workshop.packs;
  const site = openSite(workshop.packs);
  // The templates have a copy of the module that opens packs; one reading of them is enough.
  useSite(site);
  const templates = (await import(pathToFileURL(workshop.templates).href)) as typeof CompiledTemplates;
  return { site, templates };
}
