/** The search index of one locale, built by Pagefind from the locale's own articles. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import type { Page } from '../pipeline/types.ts';
import { indexLanguage, separateWords } from './words.ts';

/** Enough to keep Pagefind's process busy, few enough to keep memory flat. */
const inFlight = 64;
/** Result fragments are packed into at most this many files, instead of one for each article. */
const maxFragments = 200;

/**
 * Writes the index of a locale to `folder`, which is made anew. Pagefind reports trouble as values; here it is thrown, because a
 * site whose search fails is not published.
 *
 * @param pages articles really in this language: fallback pages would answer in another one
 * @param base path of the site's root, cut off from the addresses that results carry
 */
export async function indexLocale(
  locale: string,
  pages: Iterable<Page>,
  base: string,
  folder: string,
): Promise<number> {
  const language = indexLanguage(locale);
  const { index, errors } = await createIndex({ forceLanguage: language, maxFragments });
  if (!index) throw new Error(`Pagefind did not start for ${locale}: ${errors.join('; ')}`);
  let added = 0;
  const failures: string[] = [];
  const pending = new Set<Promise<void>>();
  const add = async (page: Page): Promise<void> => {
    const url = page.canonical.slice(base.length);
    const result = await index.addHTMLFile({ url, content: searchDocument(page, locale, url) });
    failures.push(...result.errors.map((error) => `${page.canonical}: ${error}`));
  };
  for (const page of pages) {
    const work = add(page).finally(() => pending.delete(work));
    pending.add(work);
    added++;
    if (pending.size >= inFlight) await Promise.race(pending);
  }
  await Promise.all(pending);
  if (failures.length > 0) throw new Error(`Pagefind did not take ${failures.length} pages; the first: ${failures[0]}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const written = await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  // Pagefind adds interfaces of its own, half a megabyte for each locale; the site has one already.
  for (const name of readdirSync(folder)) {
    if (/^pagefind-(ui|modular-ui|component-ui|highlight)\./.test(name)) rmSync(join(folder, name));
  }
  if (written.errors.length > 0)
    throw new Error(`Pagefind did not write the index of ${locale}: ${written.errors.join('; ')}`);
  return added;
}

/** What Pagefind reads: the article with its words apart, and as metadata the texts to be shown, which have no blanks put in. */
function searchDocument(page: Page, locale: string, url: string): string {
  const meta = { title: page.title, summary: page.description, url, translation: page.translation };
  const metaTags = Object.entries(meta)
    .map(([name, content]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeAttribute(content)}">`)
    .join('');
  const body = page.html.replace(/>([^<]+)/g, (_match, text: string) => `>${separateWords(text, locale)}`);
  return `<!doctype html><html lang="${indexLanguage(locale)}"><head>${metaTags}</head><body data-pagefind-body>${body}</body></html>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
