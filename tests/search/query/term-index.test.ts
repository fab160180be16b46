/** An index that is written and cut into small files, asked for terms. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Posting, TermIndex } from '../../../src/search/query/term-index.ts';
import { encoded } from '../../../src/search/files.ts';
import { impactOf } from '../../../src/search/levels.ts';
import type { TermPlace } from '../../../src/search/term-format.ts';
import { termCountsOf } from '../../../src/search/words.ts';
import { writeTerms } from '../../../src/search/write-terms.ts';
import { folderOf } from '../../support.ts';

const sentences = [
  'Payer une facture : ouvrez les paramètres de facturation, puis choisissez le moyen de paiement qui vous convient.',
  'Les factures impayées sont relancées ; le factureur reçoit un courriel, et la facturière un message 0x80070005.',
  'เลือกที่อยู่สำหรับใบเสร็จ แล้วชำระใบแจ้งหนี้ด้วยบัตรที่บันทึกไว้',
  '使用者可以支付帳單，使用情況記錄在帳單中，使命必達。支払い証明書を添付します。使い方と使用料。',
  'ħobż ŋgoma zürich ægir straße đak ﷲ ꙮ 𝒳 ԥсны ქართული 사용자를 추가합니다',
];
/** Words stand in many articles and in few. */
const articles = Array.from({ length: 40 }, (_, number) =>
  termCountsOf(sentences.filter((_sentence, at) => number % (at + 1) === 0).join(' ')),
);
const places = new Map<string, TermPlace[]>();
for (const [article, terms] of articles.entries())
  for (const term of terms.keys()) {
    const place = { article, level: (article + term.length) % 16 };
    places.set(term, [...(places.get(term) ?? []), place]);
  }

function indexIn(wanted: number): string {
  const folder = folderOf({});
  writeTerms(
    folder,
    { articles: articles.length, order: 'a', wordFiles: 1 },
    Array.from(places, ([term, of]) => [encoded(term), of] as const),
    wanted,
  );
  return folder;
}

const openIn = (folder: string): Promise<TermIndex> =>
  TermIndex.open((name) => Promise.resolve(new Uint8Array(readFileSync(join(folder, name)))));

/** The best of each article among these terms. */
function expected(terms: readonly string[]): Posting[] {
  const best = new Map<number, number>();
  for (const { article, level } of terms.flatMap((term) => places.get(term) ?? []))
    best.set(article, Math.max(impactOf(level), best.get(article) ?? 0));
  return Array.from(best, ([article, impact]) => ({ article, impact })).sort((a, b) => a.article - b.article);
}

describe.each([
  ['many small files', 150],
  ['one file', 1_000_000],
])('in %s', (_what, wanted) => {
  test('each term has its articles', async () => {
    const index = await openIn(indexIn(wanted));
    expect(index.size).toBe(articles.length);
    for (const term of places.keys()) expect([term, await index.exactly(term)]).toEqual([term, expected([term])]);
  });

  test('each beginning has the articles of all that begins so', async () => {
    const index = await openIn(indexIn(wanted));
    const all = [...places.keys()];
    const beginnings = new Set(
      all.flatMap((term) => [1, 2, 4, 5, 7].map((length) => Array.from(term).slice(0, length).join(''))),
    );
    for (const start of beginnings) {
      // In writing, vowels of Thai may stand before the letter that they belong to.
      const begun = all.filter((term) => encoded(term).startsWith(encoded(start)));
      expect([start, await index.beginningWith(start)]).toEqual([start, expected(begun)]);
    }
  });

  test('what no article has is not found', async () => {
    const index = await openIn(indexIn(wanted));
    for (const term of ['', ...[...places.keys()].map((known) => `${known}q`)]) {
      expect([term, await index.exactly(term)]).toEqual([term, []]);
      if (term !== '') expect([term, await index.beginningWith(`${term}q`)]).toEqual([term, []]);
    }
  });
});

test('a question loads only the files of its terms, each once', async () => {
  const folder = indexIn(30);
  const loaded: string[] = [];
  const index = await TermIndex.open((name) => {
    loaded.push(name);
    return Promise.resolve(new Uint8Array(readFileSync(join(folder, name))));
  });
  await Promise.all(['facture', 'facture', 'payer'].map((term) => index.exactly(term)));
  await index.exactly('facture');
  expect(loaded).toHaveLength(3);
  expect(new Set(loaded).size).toBe(3);
});

test.each([
  ['no table', gzipSync('{"pieces":4}')],
  ['no compressed file', Buffer.from([0x1f, 0x8b, 8, 0])],
])('%s is no index', async (_what, bytes) => {
  const folder = indexIn(30);
  writeFileSync(join(folder, 'terms.dat'), bytes);
  await expect(openIn(folder)).rejects.toThrow();
});

test.each([
  ['no lines', gzipSync('facture')],
  ['an article beyond the last', gzipSync('facture#ZZZa')],
  ['no compressed file', Buffer.from([0x1f, 0x8b, 8, 0])],
])('files with %s fail the question, and are read again when they are back', async (_what, bytes) => {
  const folder = indexIn(1_000_000);
  const [name = ''] = readdirSync(join(folder, 'terms'));
  const file = join(folder, 'terms', name);
  const whole = readFileSync(file);
  writeFileSync(file, bytes);
  const index = await openIn(folder);
  await expect(index.exactly('facture')).rejects.toThrow();
  rmSync(file);
  await expect(openIn(folder).then((again) => again.exactly('facture'))).rejects.toThrow();
  writeFileSync(file, whole);
  expect(await (await openIn(folder)).exactly('facture')).toEqual(expected(['facture']));
});
