/** Hostile articles on their way through everything that a site shows or hands out: each stays in its place, and is nothing but text. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Root } from 'hast';
import type { Nodes } from 'mdast';
import { rehype } from 'rehype';
import { agentFacts } from '../../src/exports/export-facts.ts';
import { embedDocument } from '../../src/exports/embed.ts';
import { listsForAssistants } from '../../src/exports/markdown-lists.ts';
import { movedPages, permanentPages, templatesOf } from '../../src/exports/permanent-pages.ts';
import { pageFlaws } from '../../src/engine/page-flaws.ts';
import { handedOver } from '../../src/client/desk/copy-formats.ts';
import { parseMarkdown } from '../../src/pipeline/markdown.ts';
import type { RenderedPage } from '../../src/pipeline/page.ts';
import type { Page } from '../../src/pipeline/types.ts';
import { plannedPages } from '../../src/pipeline/planned-pages.ts';
import { collect, type Library } from '../../src/pipeline/pipeline.ts';
import { serialize } from '../../src/pipeline/render/serialize.ts';
import { mark } from '../../src/search/query/snippet.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { markup, slot } from '../../src/core/html-template.ts';
import { boardOf } from '../../src/status/board.ts';
import { editionsCsv } from '../../src/status/csv.ts';
import { type StringKey, stringsFor } from '../../src/ui/strings.ts';
import { hostileArticle } from './hostile-articles.ts';
import { readsAddresses } from './read-markdown.ts';

const base = '/help/';
const site = { title: 'Help', origin: 'https://help.example' };

/** What did not stay in its place, and where. */
export interface Escape {
  /** Which output. */
  readonly output: string;
  readonly what: string;
}

/** All that a browser is given as HTML of one library: whole bodies, and pieces that scripts put into a page. */
export interface Outputs {
  readonly library: Library;
  readonly pages: readonly RenderedPage[];
}

/** The library of some files, and its pages. */
export function outputsOf(folder: string, files: Readonly<Record<string, string>>): Outputs {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const library = collect(
    {
      roots: [folder],
      sourceLocale: 'en-US',
      base,
      documentationHosts: ['a.example'],
      displayPath: ({ path }) => path,
      strings: (tag) => (key, values) => stringsFor(tag).t(key as StringKey, values),
    },
    () => undefined,
  );
  const pages = library.pages.locales.flatMap((locale) =>
    [...plannedPages(locale, library)].map(({ render }) => render()),
  );
  return { library, pages };
}

/** Everything that is out of its place. */
export function* escapesOf({ library, pages }: Outputs): Generator<Escape> {
  for (const page of pages) yield* escapesOfPage(page);
  yield* escapesOfLists(library);
}

function* escapesOfPage({ page, body, original }: RenderedPage): Generator<Escape> {
  yield* escapesOfHtml('page', page.html);
  for (const what of pageFlaws(framed(page), base)) yield { output: 'frame', what };
  // The tree that was sanitized is the tree that a browser reads.
  const read = parsed(page.html);
  if (JSON.stringify(passagesOf(read)) !== JSON.stringify(passagesOf(body)))
    yield { output: 'search', what: 'the passages are not those of the page' };
  for (const { text } of passagesOf(body)) {
    const shown = mark(text, {
      terms: new Map([['pay', 1]]),
      stems: new Map([['inv', 1]]),
      standsFor: new Map(),
      pairs: new Set(),
      isLittle: () => false,
    });
    if (shown.map((piece) => piece.text).join('') !== text) yield { output: 'snippet', what: text };
  }
  for (const [id, sentence] of Object.entries(original?.sentences ?? {}))
    yield* escapesOfHtml(`original ${id}`, sentence);
  const embedded = embedDocument(page, site) as { html: string };
  yield* expectSame(
    'oembed',
    embedded.html,
    `<blockquote lang="${page.locale}" dir="ltr"><p><a href="${site.origin}${page.canonical}">`,
    [page.title, page.description],
  );
  if (page.markdown !== '') yield* escapesOfMarkdown('markdown', page.markdown);
  const sendable = { title: page.title, locale: page.locale, direction: 'ltr', url: `${site.origin}${page.canonical}` };
  yield* expectSame('desk', handedOver(sendable, 'html'), `<a href="${sendable.url}" `, [page.title]);
  yield* expectLinks('desk', handedOver(sendable, 'markdown'), 1);
}

/** A page as the templates make it: what they show around an article. */
function framed({ title, description, category = '', toc, canonical, missing, html }: Page): string {
  const contents = toc.map(({ id, text }) => markup`<li><a href="${`#${id}`}">${text}</a></li>`);
  const lists = [category, ...(missing?.sections ?? [])].map((text) => markup`<p>${text}</p>`);
  const head = markup`<title>${title}</title><meta name="description" content="${description}"><link rel="canonical" href="${canonical}">`;
  const before = markup`<nav><ul>${contents}</ul></nav>${lists}`;
  return `<!doctype html><html lang="fr"><head>${head.text}</head><body>${before.text}<article>${html}</article></body></html>`;
}

/** HTML that is not what it was written from, or holds what no article may. */
function* escapesOfHtml(output: string, written: string): Generator<Escape> {
  for (const what of pageFlaws(
    `<!doctype html><html lang="fr"><head><title>x</title></head><body><article>${written}</article></body></html>`,
    base,
  ))
    yield { output, what };
  const again = serialize(parsed(written));
  if (again !== written) yield { output, what: `a browser reads ${difference(written, again)}` };
}

const fragments = rehype().data('settings', { fragment: true });

function parsed(written: string): Root {
  return fragments.parse(written);
}

/** HTML that begins as it should, and shows these texts and no others. */
function* expectSame(output: string, written: string, start: string, texts: readonly string[]): Generator<Escape> {
  const shown = textsIn(parsed(written));
  if (!written.startsWith(start)) yield { output, what: `begins with ${written.slice(0, start.length)}` };
  const expected = texts.filter((text) => text !== '').map(normalized);
  if (shown.join('\n') !== expected.join('\n'))
    yield { output, what: `shows ${JSON.stringify(shown)} for ${JSON.stringify(expected)}` };
}

/** What a browser's parser does to any text. */
function normalized(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n');
}

function textsIn(node: Root | Root['children'][number]): string[] {
  if (node.type === 'text') return [node.value];
  return 'children' in node ? node.children.flatMap(textsIn) : [];
}

function* escapesOfMarkdown(output: string, text: string): Generator<Escape> {
  if (!/^# \S/.test(text)) yield { output, what: `the first line is ${JSON.stringify(text.split('\n', 1)[0])}` };
  for (const what of readsAddresses(text)) yield { output, what };
}

/** Markdown in one paragraph with so many links, and no HTML. */
function* expectLinks(output: string, text: string, count: number): Generator<Escape> {
  const types = typesIn(parseMarkdown(text));
  const links = types.filter((type) => type === 'link').length;
  if (links !== count) yield { output, what: `${links} links in ${JSON.stringify(text)}` };
  for (const type of types)
    if (!['root', 'paragraph', 'link', 'text', 'inlineCode', 'list', 'listItem'].includes(type))
      yield { output, what: `${type} in ${JSON.stringify(text)}` };
}

function typesIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesIn) : [])];
}

/** A page with these slots in an attribute and as a text; that of the items holds HTML. */
const slots = (names: readonly string[]): string =>
  names.map((name) => `<p${name === 'items' ? '' : ` title="${slot(name)}"`}>${slot(name)}</p>`).join('');
const templates = templatesOf({
  article: slots(['title', 'canonical', 'slug', 'main', 'direction', 'locales', 'items']),
  choice: slots(['id', 'items']),
  moved: slots(['to', 'title', 'locale', 'direction']),
});

function* escapesOfLists(library: Library): Generator<Escape> {
  const { catalogue, ids, redirects } = agentFacts(library, {});
  for (const { path, text } of listsForAssistants(catalogue, site)) {
    if (path === 'llms.txt') continue;
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    for (const line of lines) yield* expectLinks('llms.txt', line, 1);
    const listed = catalogue.entries.filter(({ editions }) =>
      editions.some(({ locale, noindex }) => path.startsWith(`${locale.toLowerCase()}/`) && !noindex),
    );
    if (lines.length !== listed.length)
      yield { output: 'llms.txt', what: `${lines.length} lines for ${listed.length} articles` };
  }
  for (const { path, text } of [
    ...permanentPages(ids, catalogue, templates),
    ...movedPages(redirects, catalogue, templates),
  ]) {
    const tags = tagsIn(parsed(text));
    const odd = tags.filter((tag) => !/^(?:p|p title|li|a href lang hreflang dir)$/.test(tag));
    if (odd.length > 0) yield { output: path, what: odd.join(', ') };
  }
  const board = boardOf(library, []);
  for (const editions of Object.values(board.editions)) {
    const rows = cellsOf(editionsCsv(editions));
    for (const [at, { slug }] of editions.entries())
      if (rows[at + 1]?.[0] !== slug || rows[at + 1]?.length !== rows[0]?.length)
        yield { output: 'csv', what: JSON.stringify(rows[at + 1]) };
  }
}

function tagsIn(node: Root | Root['children'][number]): string[] {
  const own = node.type === 'element' ? [[node.tagName, ...Object.keys(node.properties)].join(' ').toLowerCase()] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(tagsIn)] : own;
}

/** Rows of a table as RFC 4180 has them. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  return rows;
}

function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${JSON.stringify(b.slice(Math.max(0, at - 40), at + 80))} for ${JSON.stringify(a.slice(Math.max(0, at - 40), at + 80))}`;
}

/** Articles that go through all outputs together. */
const together = 5;

/** One hostile article that did not stay in its place. */
export interface HostileFailure {
  readonly path: string;
  readonly text: string;
  readonly escapes: readonly Escape[];
}

/**
 * Makes some hostile articles and sends them through all outputs.
 *
 * @param folder for their files; what is in it is removed
 * @returns the number of their pages, and what went wrong
 */
export function tryHostile(
  folder: string,
  random: () => number,
): { pages: number; failures: readonly HostileFailure[] } {
  const files = hostileFiles(together, random);
  const found = escapesIn(folder, files);
  if (found.escapes.length === 0) return { pages: found.pages, failures: [] };
  // Most do harm alone.
  const alone = Object.entries(files).map(([path, text]) => ({
    path,
    text,
    escapes: escapesIn(folder, { [path]: text }).escapes,
  }));
  const failures = alone.filter(({ escapes }) => escapes.length > 0);
  if (failures.length > 0) return { pages: found.pages, failures };
  return { pages: found.pages, failures: [{ path: 'all', text: JSON.stringify(files), escapes: found.escapes }] };
}

/** Files of hostile articles by their paths. */
export function hostileFiles(count: number, random: () => number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let number = 0; number < count; number++) {
    const { bilingual, plain } = hostileArticle(`hostile-${number}`, random);
    files[`fr-FR/hostile-${number}.md`] = bilingual;
    files[`de-DE/hostile-${number}.md`] = plain;
  }
  return files;
}

function escapesIn(folder: string, files: Readonly<Record<string, string>>): { pages: number; escapes: Escape[] } {
  try {
    const outputs = outputsOf(folder, files);
    return { pages: outputs.pages.length, escapes: [...escapesOf(outputs)] };
  } catch (error) {
    return {
      pages: 0,
      escapes: [{ output: 'crash', what: error instanceof Error ? (error.stack ?? error.message) : String(error) }],
    };
  }
}
