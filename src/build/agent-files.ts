/** Writes what agents, their tools and other programs read into the next site. */
import { createHash } from 'node:crypto';
import { apiFiles } from '../agents/api.ts';
import { shardCount } from '../agents/card.ts';
import { cardFiles } from '../agents/cards.ts';
import type { AgentFacts } from '../agents/facts.ts';
import { listsForAssistants } from '../agents/hand-over.ts';
import { movedPages, permanentPages, type Templates } from '../agents/permanent.ts';
import type { Site } from '../site/packs.ts';
import type { NextSite } from './next-site.ts';

/** Changes with anything that the files of this module are made of, but for templates. */
export function agentsKey({ catalogue, redirects }: AgentFacts, { title, origin }: Site): string {
  const { entries, ...rest } = catalogue;
  const hash = createHash('sha256').update(JSON.stringify([rest, redirects, title, origin]));
  // One by one: the JSON of all of them has some ten megabytes.
  for (const entry of entries) hash.update(`\n${JSON.stringify(entry)}`);
  return hash.digest('base64url');
}

/** Writes the documents that need no page of the site. */
export function writeAgentFiles(agents: AgentFacts, site: Site, next: NextSite, key: string): void {
  if (!next.takeGroup('agents', key)) next.makeGroup('agents', key, () => makeAgentFiles(agents, site, next));
}

function makeAgentFiles({ catalogue, ids, redirects }: AgentFacts, site: Site, next: NextSite): void {
  for (const { path, document } of apiFiles(catalogue, ids, site.title)) next.write(`api/v1/${path}`, json(document));
  next.write('api/v1/redirects.json', json({ redirects: redirects.map(({ from, to }) => ({ from, to })) }));
  for (const { path, cards } of cardFiles(catalogue)) next.write(path, json(cards));
  for (const { path, text } of listsForAssistants(catalogue, site)) next.write(path, text);
}

/**
 * Writes the pages of permanent links.
 *
 * @param others rendered pages by path; those that are templates for others are taken out and filled
 */
export function writePermanentPages(
  { catalogue, ids, redirects }: AgentFacts,
  next: NextSite,
  others: Map<string, Uint8Array>,
): void {
  // Not below `id/`, where Indonesian articles may have these names.
  const templates: Templates = {
    article: takeText(others, 'permanent/article/index.html'),
    choice: takeText(others, 'permanent/choice/index.html'),
    moved: takeText(others, 'permanent/moved/index.html'),
  };
  const desk = takeText(others, 'desk/index.html');
  next.write('desk/index.html', desk.replace('{{shards}}', String(shardCount(catalogue.entries.length))));
  for (const { path, text } of permanentPages(ids, catalogue, templates)) next.write(path, text);
  for (const { path, text } of movedPages(redirects, catalogue, templates)) next.write(path, text);
}

function takeText(files: Map<string, Uint8Array>, path: string): string {
  const content = files.get(path);
  if (!content) throw new Error(`${path} was not rendered.`);
  files.delete(path);
  return new TextDecoder().decode(content);
}

function json(document: unknown): string {
  return `${JSON.stringify(document)}\n`;
}
