/** Writes what agents, their tools and other programs read into a site that Astro has just made. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apiFiles } from '../agents/api.ts';
import { shardCount } from '../agents/card.ts';
import { cardFiles } from '../agents/cards.ts';
import type { AgentFacts } from '../agents/facts.ts';
import { embedDocument, listsForAssistants } from '../agents/hand-over.ts';
import { movedPages, permanentPages, type Templates } from '../agents/permanent.ts';
import type { Site } from '../site/packs.ts';

/**
 * Writes all files; those of single locales only for the locales that this build makes.
 *
 * @param unchanged folders of pages that are taken over from the site before, with the files beside them
 */
export function writeAgentFiles(
  { catalogue, ids, redirects }: AgentFacts,
  site: Site,
  folder: string,
  unchanged: ReadonlySet<string>,
): void {
  const write = writerTo(folder);
  const templates = takeTemplates(folder);
  for (const { path, document } of apiFiles(catalogue, ids, site.title)) write(`api/v1/${path}`, json(document));
  write('api/v1/redirects.json', json({ redirects: redirects.map(({ from, to }) => ({ from, to })) }));
  for (const { path, cards } of cardFiles(catalogue)) write(path, json(cards));
  const desk = readFileSync(join(folder, 'desk/index.html'), 'utf8');
  write('desk/index.html', desk.replace('{{shards}}', String(shardCount(catalogue.entries.length))));
  for (const { path, text } of permanentPages(ids, catalogue, templates)) write(path, text);
  for (const { path, text } of movedPages(redirects, catalogue, templates)) write(path, text);
  for (const { path, text } of listsForAssistants(catalogue, site)) write(path, text);
  for (const { tag, path } of site.built) {
    for (const { slug, fallback } of site.entries(tag)) {
      const page = `${path}/${slug}`;
      if (fallback || unchanged.has(page)) continue;
      const shown = site.page(tag, slug);
      write(`${page}.md`, shown.markdown);
      if (site.origin !== undefined) write(`${page}.oembed.json`, json(embedDocument(shown, site)));
    }
  }
}

function json(document: unknown): string {
  return `${JSON.stringify(document)}\n`;
}

/** Writes files below a folder. Folders are remembered: to ask for each file would cost more than to write it. */
function writerTo(folder: string): (path: string, text: string) => void {
  const made = new Set<string>();
  return (path, text) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    writeFileSync(file, text);
  };
}

/** Reads the templates of permanent links out of a site that Astro has just made, and takes them away. */
function takeTemplates(site: string): Templates {
  const take = (kind: keyof Templates): string => {
    const folder = join(site, 'id', kind);
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    rmSync(folder, { recursive: true });
    return html;
  };
  return { article: take('article'), choice: take('choice'), moved: take('moved') };
}
