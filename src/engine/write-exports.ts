/** Writes what agents, their tools and other programs read into the staging site. */
import { createHash } from 'node:crypto';
import { apiFiles } from '../exports/api.ts';
import { shardCount } from '../exports/card.ts';
import { cardFiles } from '../exports/cards.ts';
import type { AgentFacts } from '../exports/export-facts.ts';
import { listsForAssistants } from '../exports/markdown-lists.ts';
import { movedPages, permanentPages, templatesOf } from '../exports/permanent-pages.ts';
import { publishedJson } from '../core/escape-controls.ts';
import { HtmlTemplate } from '../core/html-template.ts';
import type { Site } from '../store/site.ts';
import type { StagingSite } from '../publish/staging-site.ts';

/** Changes with anything that the files of this module are made of, but for templates. */
export function agentsKey({ catalogue, ids, redirects }: AgentFacts, { facts }: Pick<Site, 'facts'>): string {
  const { entries, ...rest } = catalogue;
  const hash = createHash('sha256').update(JSON.stringify([rest, facts]));
  // One by one: all of them together may be longer than a text can be.
  for (const { editions, ...entry } of entries) {
    hash.update(`\n${JSON.stringify(entry)}`);
    for (const edition of editions) hash.update(`\n${JSON.stringify(edition)}`);
  }
  for (const { from, to, entry, locale } of redirects) {
    hash.update(`\n${JSON.stringify([from, to, entry.slug, locale])}`);
  }
  for (const { id, spellings, entries: having } of ids) {
    hash.update(`\n${JSON.stringify([id, spellings, having.map(({ slug }) => slug)])}`);
  }
  return hash.digest('base64url');
}

/** Writes the documents that need no page of the site. */
export function writeAgentFiles(agents: AgentFacts, site: Site, staging: StagingSite, key: string): void {
  if (!staging.reuseGroup('agents', key)) staging.makeGroup('agents', key, () => makeAgentFiles(agents, site, staging));
}

function makeAgentFiles({ catalogue, ids, redirects }: AgentFacts, site: Site, staging: StagingSite): void {
  for (const { path, document } of apiFiles(catalogue, ids, site.facts.title))
    staging.write(`api/v1/${path}`, json(document));
  staging.write('api/v1/redirects.json', json({ redirects: redirects.map(({ from, to }) => ({ from, to })) }));
  for (const { path, cards } of cardFiles(catalogue)) staging.write(path, json(cards));
  for (const { path, text } of listsForAssistants(catalogue, site.facts)) staging.write(path, text);
}

/**
 * Writes pages that are no articles, and those of permanent links and former addresses.
 *
 * @param others rendered pages by path; those that are templates for others are taken out and filled
 */
export function writeOtherPages(
  { catalogue, ids, redirects }: AgentFacts,
  staging: StagingSite,
  others: Map<string, Uint8Array>,
): void {
  // Not below `id/`, where Indonesian articles may have these names.
  const templates = templatesOf({
    article: takeText(others, 'permanent/article/index.html'),
    choice: takeText(others, 'permanent/choice/index.html'),
    moved: takeText(others, 'permanent/moved/index.html'),
  });
  const desk = new HtmlTemplate(takeText(others, 'desk/index.html'), ['shards']);
  staging.write('desk/index.html', desk.fill({ shards: String(shardCount(catalogue.entries.length)) }));
  for (const { path, text } of permanentPages(ids, catalogue, templates)) staging.write(path, text);
  // Last, where others have written what is theirs.
  for (const [path, content] of others) staging.write(path, content);
  for (const { path, text } of movedPages(redirects, catalogue, templates))
    if (staging.isFree(path)) staging.write(path, text);
}

function takeText(files: Map<string, Uint8Array>, path: string): string {
  const content = files.get(path);
  if (!content) throw new Error(`${path} was not rendered.`);
  files.delete(path);
  return new TextDecoder().decode(content);
}

function json(document: unknown): string {
  return `${publishedJson(document)}\n`;
}
