/** Lessons and files as builds keep them, from real packs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { learnLesson, relateTerms } from '../../src/engine/workers/learn-worker.ts';
import { stampFileOf } from '../../src/disk/folder-stamp.ts';
import { RelatedTermsOfBuild, type Synonyms } from '../../src/engine/related-terms.ts';
import { recordOf } from '../../src/search/record.ts';
import { termsOf } from '../../src/search/words.ts';
import { writeTerms } from '../../src/search/write-terms.ts';
import { PackReader, PackWriter } from '../../src/store/page-pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'languedocs-learned-'));
const [packs, store, indexes] = [join(folder, 'packs'), join(folder, 'related'), join(folder, 'indexes')];
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => rmSync(store, { recursive: true, force: true }));

const titles: Readonly<Record<string, readonly string[]>> = {
  'en-US': [
    'pay invoice',
    'pay bill',
    'print invoice',
    'print bill',
    'send invoice',
    'send bill',
    'show invoice',
    'show bill',
  ],
  'fr-FR': ['payer facture', 'imprimer facture', 'envoyer facture', 'montrer facture'].flatMap((title) => [
    title,
    title,
  ]),
  'nl-NL': ['betaal factuur', 'print factuur', 'stuur factuur', 'toon factuur'].flatMap((title) => [title, title]),
};

interface Build {
  /** Articles whose digest is another one, `fr-FR a0`. */
  readonly changed?: string;
  readonly synonyms?: Synonyms;
  readonly sourceLocale?: string | undefined;
}

/** What a build learns anew, and the terms that it relates to `bill` and `facture`. */
async function build({ changed, synonyms = {}, ...rest }: Build = {}): Promise<{
  learned: string[];
  related: unknown[];
}> {
  const learned: string[] = [];
  const terms = new RelatedTermsOfBuild(store, indexes, 'version', {
    learn(task) {
      learned.push(task.lesson.slice(store.length + 1));
      learnLesson(task);
      return Promise.resolve();
    },
    relate(task) {
      learned.push(...task.wanted.map((wanted) => wanted.folder.slice(store.length + 1)));
      relateTerms(task);
      return Promise.resolve();
    },
  });
  for (const [locale, ofLocale] of Object.entries(titles)) {
    const writer = new PackWriter(packs, locale);
    for (const [at, title] of ofLocale.entries()) {
      const slug = `a${at}`;
      const record = recordOf({ slug, title, translation: 'machine' }, []);
      const digest = changed === `${locale} ${slug}` ? 'new' : 'old';
      writer.add(Buffer.from(`{}\n${JSON.stringify(record)}\n`), {
        slug,
        digest,
        key: '',
        noindex: false,
        fallback: false,
      });
    }
    writer.close([]);
    writeIndex(locale.toLowerCase(), ofLocale);
    const pack = new PackReader(packs, locale);
    terms.add(locale, pack);
    pack.close();
  }
  await terms.learn('sourceLocale' in rest ? rest.sourceLocale : 'en-US', synonyms);
  terms.close();
  return { learned, related: [relatedIn('en-us', 'bill'), relatedIn('fr-fr', 'facture')] };
}

/** As much of an index as is needed to know which terms it has. */
function writeIndex(path: string, articles: readonly string[]): void {
  const terms = new Set(articles.flatMap(termsOf));
  const places = [{ article: 0, level: 0 }];
  writeTerms(
    join(indexes, path),
    { articles: articles.length, order: 'a', wordFiles: 0 },
    Array.from(terms, (term) => [term, places]),
  );
  writeFileSync(stampFileOf(join(indexes, path)), 'stamp');
}

function relatedIn(path: string, term: string): unknown {
  const { terms } = JSON.parse(gunzipSync(readFileSync(join(store, path, 'related.dat'))).toString()) as {
    terms: Record<string, string>;
  };
  return terms[term]?.replaceAll(/\d/g, '');
}

const all = ['fr-fr.json', 'nl-nl.json', 'en-us', 'fr-fr', 'nl-nl'];

test('all is learned once', async () => {
  expect(await build()).toEqual({ learned: all, related: ['invoice', undefined] });
  expect((await build()).learned).toEqual([]);
});

test.each([
  ['a translation', 'fr-FR a0', ['fr-fr.json', 'en-us', 'fr-fr', 'nl-nl']],
  ['an original', 'en-US a0', all],
])('after a change of %s, what hangs on it is learned again', async (_what, changed, expected) => {
  await build();
  expect((await build({ changed })).learned).toEqual(expected);
});

test('synonyms are related to each other, without learning anything again', async () => {
  await build();
  expect(await build({ synonyms: { 'fr-FR': [['facture', 'imprimer']] } })).toEqual({
    learned: ['fr-fr'],
    related: ['invoice', 'imprimer'],
  });
});

test('a part of a site learns nothing, and has its synonyms and everyday words', async () => {
  const part = await build({ sourceLocale: undefined, synonyms: { 'fr-FR': [['facture', 'imprimer']] } });
  expect(part).toEqual({ learned: ['en-us', 'fr-fr', 'nl-nl'], related: ['invoice', 'imprimer'] });
});

test.each([
  ['a lesson', 'fr-fr.json', 'fr-fr.json'],
  ['a published file', 'fr-fr/related.dat', 'fr-fr'],
])('%s that is damaged is made again', async (_what, name, expected) => {
  await build();
  writeFileSync(join(store, name), 'damaged');
  const { learned, related } = await build();
  expect(learned).toEqual([expected]);
  expect(related).toEqual(['invoice', undefined]);
});
