import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogueOf } from '../../src/exports/catalogue.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { parseMarkdown } from '../../src/pipeline/markdown.ts';
import { textOf as articleTextOf } from '../../src/pipeline/article-text.ts';
import { readHeader } from '../../src/pipeline/parse/header.ts';
import { collect, type Library } from '../../src/pipeline/pipeline.ts';
import { listFiles, readSource } from '../../src/pipeline/read.ts';
import type { Page } from '../../src/pipeline/types.ts';
import { stringsFor, type StringKey } from '../../src/ui/strings.ts';
import { pagesIn } from '../support.ts';
import { corpus, sayMissing, seeds } from './corpus.ts';

function read(...roots: string[]): Library {
  return collect(
    {
      roots,
      sourceLocale: 'en-US',
      base: '/',
      documentationHosts: ['docs.microsoft.com'],
      displayPath: ({ path }) => path,
      strings: (tag) => (key, values) => stringsFor(tag).t(key as StringKey, values),
    },
    () => undefined,
  );
}

function* allPages(library: Library): Generator<Page> {
  for (const locale of library.pages.locales) yield* pagesIn(locale, library);
}

const bodyOf = (text: string) => text.slice(readHeader(text).bodyStart);
const unescaped = (text: string) => text.replace(/\\([*_])/g, '$1');
/** Letters and digits only, Thai digits as ASCII ones: what repairs must never change. */
const letters = (text: string) =>
  text
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .toLowerCase();
const textOf = (html: string) =>
  letters(
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&#x([0-9a-f]+);/gi, (_match, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&(?:lt|gt|amp|quot);/g, ' '),
  );
const proseOf = (html: string) => html.replace(/<(code|pre)[\s>][\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');

/** The runs of text in a piece of Markdown, between its markup; placeholders that look like tags are text. */
function runsOf(markdown: string): string[] {
  const runs: string[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') runs.push(node.value);
    else if (node.type === 'html')
      runs.push(
        ...node.value.split(
          /<!--[\s\S]*?-->|<\/?(?:a|b|br|i|img|mrk|span|strong|td|tr|th|table|li|ul|ol|p|div|sup|sub|tbody|thead|em|input|h\d)(?:\s[^<>]*)?\/?>/i,
        ),
      );
    if ('children' in node) for (const child of node.children) collect(child);
  };
  // The word in the marker of an alert gives way to the label in the reader's language.
  collect(parseMarkdown(markdown.replace(/\[!\s*(?!\[)[^\]\n]*\]/g, '')));
  return runs.map(letters).filter((run) => run !== '');
}

/** Sentences of the articles that their pages do not show in full. */
function lostSentences(library: Library, pages: ReadonlyMap<string, string>): string[] {
  const lost: string[] = [];
  for (const topic of library.topics) {
    for (const article of Object.values(topic.articles)) {
      const shown = pages.get(`${article.locale} ${topic.slug}`) ?? '';
      const { draft, bilingual } = articleTextOf(article, topic, 'en-US');
      const texts = bilingual ? draft.segments.map(({ target }) => target) : [draft.text];
      for (const text of texts) {
        const missing = runsOf(text).find((run) => !shown.includes(run));
        if (missing !== undefined) lost.push(`${article.locale} ${topic.slug}: ${missing} of ${text.slice(0, 200)}`);
      }
    }
  }
  return lost;
}

function shownTexts(library: Library): { texts: Map<string, string>; pages: Page[] } {
  const pages = [...allPages(library)];
  return { pages, texts: new Map(pages.map(({ locale, slug, html }) => [`${locale} ${slug}`, textOf(html)])) };
}

if (seeds === undefined) sayMissing('The hand-back samples');
describe.skipIf(seeds === undefined)('hand-back samples', () => {
  test('five files are six editions of one article, with nothing lost and no remains', () => {
    const library = read(seeds ?? '');
    const { texts, pages } = shownTexts(library);
    expect(library.diagnostics).toEqual([]);
    expect(pages.map(({ locale }) => locale)).toEqual(['en-US', 'fr-FR', 'id-ID', 'nb-NO', 'nl-NL', 'zh-TW']);
    expect(new Set(pages.map(({ slug }) => slug)).size).toBe(1);
    expect(new Set(pages.map(({ html }) => /<h1 id="([^"]+)"/.exec(html)?.[1])).size).toBe(1);
    expect(lostSentences(library, texts)).toEqual([]);
    for (const { html } of pages) expect(html).not.toMatch(/sxs-lookup|data-[ts]tu-id|%5C|%22|WT\.mc_id/i);
    expect(library.topics[0]?.states).toEqual({
      'en-US': 'same-shape',
      'fr-FR': 'same-shape',
      'id-ID': 'same-shape',
      'nb-NO': 'current',
      'nl-NL': 'behind',
      'zh-TW': 'same-shape',
    });
    // id-ID and fr-FR are of the version that zh-TW has in both languages; the other two are not.
    const marked = pages.filter(({ html }) => html.includes('id="s105"')).map(({ locale }) => locale);
    expect(marked).toEqual(['en-US', 'fr-FR', 'id-ID', 'zh-TW']);
  });
});

if (corpus === undefined) sayMissing('The corpus');
describe.skipIf(corpus === undefined)('corpus', () => {
  const at = (...parts: string[]) => join(corpus ?? '', ...parts);

  test('projections of bilingual files equal their plain twins, and each other', () => {
    let [files, identical, alike] = [0, 0, 0];
    const sources = new Map<string, string[]>();
    for (const file of listFiles([at('bilingual')])) {
      const source = readSource(file);
      const target = bodyOf(extract(source, 'target', 'en-US').markdown ?? '');
      const twin = bodyOf(readFileSync(at('plain', file.path), 'utf8'));
      files++;
      if (target === twin) identical++;
      if (unescaped(target) === unescaped(twin)) alike++;
      const hash = /ms\.openlocfilehash: (\w+)/.exec(source.text)?.[1] ?? '';
      const version = `${file.path.replace(/^[^/]+\//, '')} ${hash}`;
      sources.set(version, [
        ...(sources.get(version) ?? []),
        bodyOf(extract(source, 'source', 'en-US').markdown ?? ''),
      ]);
    }
    let [pairs, equal] = [0, 0];
    for (const versions of sources.values()) {
      for (const [index, a] of versions.entries()) {
        for (const b of versions.slice(index + 1)) {
          pairs++;
          if (a === b) equal++;
        }
      }
    }
    expect(files).toBeGreaterThan(14_000);
    expect(identical / files).toBeGreaterThanOrEqual(0.981);
    expect(alike / files).toBeGreaterThanOrEqual(0.999);
    expect(equal / pairs).toBeGreaterThanOrEqual(0.986);
  });

  test('files without names are grouped without a mistake', () => {
    const library = read(at('flat'));
    const { entries } = catalogueOf(library);
    const rows = readFileSync(at('flat-truth.tsv'), 'utf8').trim().split('\n');
    const truth = new Map(rows.map((row) => [row.split('\t')[0], row.split('\t')[3]]));
    const groups = entries.map(({ editions }) => [...new Set(editions.map(({ file }) => file))]);
    const pairsOf = (count: number) => (count * (count - 1)) / 2;
    const sizes = new Map<string | undefined, number>();
    for (const path of truth.values()) sizes.set(path, (sizes.get(path) ?? 0) + 1);
    const expected = [...sizes.values()].reduce((sum, size) => sum + pairsOf(size), 0);
    let [right, wrong] = [0, 0];
    for (const group of groups) {
      for (const [index, a] of group.entries()) {
        for (const b of group.slice(index + 1)) {
          if (truth.get(a) === truth.get(b)) right++;
          else wrong++;
        }
      }
    }
    expect(groups.flat()).toHaveLength(truth.size);
    expect(wrong).toBe(0);
    expect(right / expected).toBeGreaterThanOrEqual(0.99);
  });

  describe('bilingual articles', () => {
    let library: Library;
    let shown: ReturnType<typeof shownTexts>;
    beforeAll(() => {
      library = read(at('bilingual'));
      shown = shownTexts(library);
    });

    test('every file is published', () => {
      const published = new Set(
        library.topics.flatMap(({ articles }) => Object.values(articles).map(({ file }) => file.path)),
      );
      expect(listFiles([at('bilingual')]).filter(({ path }) => !published.has(path))).toEqual([]);
    });

    test('no sentence is lost', () => {
      expect(lostSentences(library, shown.texts)).toEqual([]);
    });

    test('no remains of damage show', () => {
      const translations = shown.pages.filter(({ locale, bodyLocale }) => locale === bodyLocale && locale !== 'en-US');
      expect(translations.filter(({ html }) => proseOf(html).includes('**')).length).toBeLessThanOrEqual(10);
      for (const { html } of shown.pages) {
        expect(html).not.toMatch(/\[\]\(|<a [^>]*><\/a>|sxs-lookup|data-[ts]tu-id|href="[^"]*WT\.mc_id/);
      }
    });
  });

  test('everything in rich articles is rendered or reported', () => {
    const library = read(at('rich'));
    const { texts, pages } = shownTexts(library);
    const remains = /\[!\w|:::\s*(?:image|row|column|moniker|zone)|sxs-lookup|data-[ts]tu-id/;
    expect(pages.filter(({ html }) => remains.test(proseOf(html))).map(({ slug }) => slug)).toEqual([]);
    expect(lostSentences(library, texts)).toEqual([]);
    const files = readdirSync(at('rich'), { recursive: true, encoding: 'utf8' });
    expect(library.topics.length).toBe(
      files.filter((path) => path.endsWith('.md') && !path.includes('includes')).length,
    );
  });
});
