/** Writes what agents, their tools and other programs read into a site that Astro has just made. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import type { Library } from '../pipeline/prepare.ts';
import type { Site } from '../site/packs.ts';
import { apiFiles } from './api.ts';
import { cardFiles } from './cards.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { embedDocument, listsForAssistants } from './hand-over.ts';
import { type KnownId, knownIds } from './ids.ts';
import { movedPages, permanentPages, takeTemplates } from './permanent.ts';
import { type Conflict, type Redirect, redirectsOf } from './redirects.ts';
import { shardCount } from './card.ts';
import { formerSlugsOf, nextHistory, type SlugHistory } from './slug-history.ts';

/** What is known of a site's articles once all of them are. */
export interface AgentFacts {
  readonly catalogue: Catalogue;
  readonly ids: readonly KnownId[];
  readonly redirects: readonly Redirect[];
  readonly diagnostics: readonly Diagnostic[];
  /** To be kept when the site is published. */
  readonly history: SlugHistory;
}

/** @param documentationSite the site that the articles were written for */
export function agentFacts(library: Library, history: SlugHistory, documentationSite?: string): AgentFacts {
  const next = nextHistory(history, library.topics);
  const catalogue = catalogueOf(library, formerSlugsOf(next, library.topics));
  const { redirects, conflicts } = redirectsOf(catalogue, documentationSite);
  return {
    catalogue,
    ids: knownIds(catalogue),
    redirects,
    diagnostics: conflicts.map(conflictFound),
    history: next,
  };
}

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

function conflictFound({ from, entry, holder }: Conflict): Diagnostic {
  return {
    rule: 'redirect-conflict',
    severity: 'warning',
    file: entry.editions[0]?.file ?? entry.slug,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    message: `\`redirect_from\` names ${from}, which ${holder === undefined ? 'belongs to a page of the site' : `leads to the article \`${holder}\``}.`,
    hint: 'Remove the path from one of the two.',
  };
}
