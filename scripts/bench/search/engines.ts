/** The searches that are compared, each asked for the slugs of its results. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { openSiteFolder } from '../../../src/search/site-folder.ts';
import { bm25 } from './bm25.ts';
import { openPagefindFolder } from './pagefind-folder.ts';
import { places } from './scores.ts';

/** Answers a question with slugs, best first, at most ten of them, and the number of all results. */
export type Engine = (query: string) => Promise<{ slugs: readonly string[]; found: number }>;

/** What the engines are built from: the pages of one locale in a finished site. */
export interface Pages {
  /** Folder of the finished site. */
  readonly site: string;
  /** BCP 47 tag, and the first part of the locale's addresses. */
  readonly tag: string;
  readonly path: string;
  /** Articles really in this language. */
  readonly slugs: readonly string[];
  /** First part of the source's addresses, where it is another locale. */
  readonly source?: string;
}

/** This project's own search. */
export function ownEngine({ site, path }: Pages): Engine {
  const search = openSiteFolder(site, path);
  if (!search) throw new Error(`The site in ${site} has no search in ${path}.`);
  return async (query) => {
    const answer = await search.search(query);
    const results = await answer.load(0, places);
    return { slugs: results.map(({ slug }) => slug), found: answer.total };
  };
}

/** Pagefind as it comes, over the same pages. */
export async function plainPagefind({ site, tag, path, slugs }: Pages): Promise<Engine> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start.');
  for (const slug of slugs) {
    const content = `<html lang="${tag.toLowerCase()}"><body>${mainOf(site, path, slug)}</body></html>`;
    await index.addHTMLFile({ url: slug, content });
  }
  const folder = mkdtempSync(join(tmpdir(), 'languedocs-plain-pagefind-'));
  await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  const pagefind = await openPagefindFolder(folder, tag.toLowerCase());
  return async (query) => {
    const { results } = await pagefind.search(query);
    const first = await Promise.all(results.slice(0, places).map((result) => result.data()));
    return { slugs: first.map(({ url }) => url.replaceAll('/', '')), found: results.length };
  };
}

/** BM25 over the article and its original. */
export function referenceEngine({ site, tag, path, slugs, source }: Pages): Engine {
  const text = (of: string, slug: string): string => mainOf(site, of, slug).replace(/<[^>]*>?/g, ' ');
  const ask = bm25(
    slugs.map((slug) => ({ slug, text: text(path, slug) + (source === undefined ? '' : text(source, slug)) })),
    tag,
  );
  return (query) => {
    const found = ask(query);
    return Promise.resolve({ slugs: found.slice(0, places), found: found.length });
  };
}

/** The article on a page; the frame around it is not what is searched for. */
function mainOf(site: string, path: string, slug: string): string {
  const html = readFileSync(join(site, path, slug, 'index.html'), 'utf8');
  return /<article[\s>][\s\S]*<\/article>/.exec(html)?.[0] ?? /<main[\s>][\s\S]*<\/main>/.exec(html)?.[0] ?? html;
}
