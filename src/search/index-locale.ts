/** The search index of one locale: Pagefind's index of terms, and beside it the texts that results are shown from. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Page } from '../pipeline/types.ts';
import {
  type ArticleText,
  idTerm,
  indexLanguage,
  encoded,
  textsFile,
  textsPerFile,
  titlesFile,
  vocabularyFile,
} from './files.ts';
import { layOut } from './layout.ts';
import type { Background } from './original.ts';
import { passagesOf } from './passages.ts';
import { Vocabulary } from './vocabulary.ts';
import { termsOf } from './words.ts';

/** Enough to keep Pagefind's process busy, few enough to keep memory flat. */
const inFlight = 64;

/** An article as it goes into the index. */
export interface Indexed {
  readonly page: Page;
  readonly background: Background;
}

/**
 * Writes the index of a locale to `folder`, which is made anew. Pagefind reports trouble as values; here it is thrown, because a
 * site whose search fails is not published.
 *
 * @param articles those really in this language, sorted: fallback pages would answer in another one
 */
export async function indexLocale(locale: string, articles: Iterable<Indexed>, folder: string): Promise<void> {
  // Pagefind's fragments hold the terms, which nobody wants to read; they are thrown away, so the fewer files the better.
  const { index, errors } = await createIndex({ forceLanguage: indexLanguage, maxFragments: 1 });
  if (!index) throw new Error(`Pagefind did not start for ${locale}: ${errors.join('; ')}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'texts'), { recursive: true });
  const failures: string[] = [];
  const pending = new Set<Promise<void>>();
  const titles: string[] = [];
  const vocabulary = new Vocabulary();
  let texts: ArticleText[] = [];
  const add = async (number: number, content: string, slug: string): Promise<void> => {
    // Pagefind sorts by address, so a number with a fixed width is the article's place among the titles.
    const url = String(number).padStart(8, '0');
    const { errors: found } = await index.addCustomRecord({ url, content, language: indexLanguage });
    failures.push(...found.map((error) => `${slug}: ${error}`));
  };
  const writeTexts = (): void => {
    if (texts.length > 0) write(folder, textsFile(titles.length - 1), JSON.stringify(texts));
    texts = [];
  };
  for (const { page, background } of articles) {
    const { slug, title, translation } = page;
    const passages = passagesOf(page.html);
    const work = add(titles.length, contentOf(title, passages, background), slug).finally(() => pending.delete(work));
    pending.add(work);
    vocabulary.add([title, ...passages.flatMap(({ heading, text }) => [heading, text]), ...originalOf(background)]);
    titles.push(title.replace(/\s+/g, ' '));
    texts.push({ slug, translation, passages });
    if (texts.length === textsPerFile) writeTexts();
    if (pending.size >= inFlight) await Promise.race(pending);
  }
  await Promise.all(pending);
  if (failures.length > 0) throw new Error(`Pagefind did not take ${failures.length} pages; the first: ${failures[0]}`);
  writeTexts();
  write(folder, titlesFile, titles.join('\n'));
  write(folder, vocabularyFile, vocabulary.text());
  const written = await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  if (written.errors.length > 0)
    throw new Error(`Pagefind did not write the index of ${locale}: ${written.errors.join('; ')}`);
  for (const name of unused) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Interfaces of Pagefind's own, its worker, and what results would be shown from. */
const unused = [
  'fragment',
  'pagefind-worker.js',
  'pagefind-highlight.js',
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
];

function contentOf(title: string, passages: ArticleText['passages'], { ids, original }: Background): string {
  const idTerms = ids.flatMap((id) => [idTerm(id), ...termsOf(id)]).filter((term) => term !== '');
  return layOut({
    title: terms(title),
    originalTitle: terms(original?.title ?? ''),
    heading: [...terms(headingsOf(passages).join('\n')), ...terms(original?.headings.join('\n') ?? ''), ...idTerms],
    body: terms(passages.map(({ text }) => text).join('\n')),
    original: terms(original?.text ?? ''),
  });
}

function headingsOf(passages: ArticleText['passages']): string[] {
  return [...new Set(passages.map(({ heading }) => heading))];
}

function originalOf({ original }: Background): string[] {
  return original === undefined ? [] : [original.title, ...original.headings, original.text];
}

function terms(text: string): string[] {
  return termsOf(text, true).map(encoded);
}

/** Compressed, like Pagefind's own files, because not every server does it. */
function write(folder: string, name: string, text: string): void {
  const bytes = gzipSync(text, { level: 9 });
  // The header names the system that made the file; the bytes shall be the same on all.
  bytes[9] = 255;
  writeFileSync(join(folder, name), bytes);
}
