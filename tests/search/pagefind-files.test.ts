/** A real index by Pagefind, and what is no such index. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encoded, indexLanguage } from '../../src/search/files.ts';
import { wordsOfPagefind } from '../../src/search/pagefind-files.ts';
import { termCountsOf } from '../../src/search/words.ts';

const scratch = mkdtempSync(join(tmpdir(), 'languedocs-pagefind-'));
const original = join(scratch, 'original');

const articles = [
  'Payer une facture : les paramètres de facturation 0x80070005.',
  'Les factures impayées ; payer ใบเสร็จ แล้วชำระใบแจ้งหนี้',
  '請求書を支払う。支払い証明書 תשלום חשבונית فاتورة الاشتراك',
  'ħobż ŋgoma zürich ægir straße đak ﷲ ꙮ 𝒳 ԥсны ქართული 사용자를 추가합니다',
].map((text) => [...termCountsOf(text).keys()].map(encoded));

beforeAll(async () => {
  const { index } = await createIndex({ forceLanguage: indexLanguage, maxFragments: 1 });
  if (!index) throw new Error('Pagefind did not start.');
  for (const [number, terms] of articles.entries())
    await index.addCustomRecord({ url: `0${number}`, content: terms.join(' '), language: indexLanguage });
  await index.writeFiles({ outputPath: original });
  await index.deleteIndex();
});
afterAll(async () => {
  await close();
  rmSync(scratch, { recursive: true });
});

test('each word has its articles and its positions there', () => {
  const expected = new Map<string, [article: number, position: number][]>();
  for (const [article, terms] of articles.entries())
    for (const [position, term] of terms.entries())
      expected.set(term, [...(expected.get(term) ?? []), [article, position]]);
  const found = new Map(
    Array.from(wordsOfPagefind(original), ({ word, occurrences }) => [
      word,
      occurrences.map(({ article, positions }) => [article, positions.join(' ')]),
    ]),
  );
  const wanted = Array.from(
    expected,
    ([word, of]) => [word, of.map(([article, at]) => [article, String(at)])] as const,
  );
  expect(found).toEqual(new Map(wanted));
});

const page = ['id', 3, 'group'];
const pagefindFile = (value: unknown): Buffer => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), encode(value)]));
const meta = (...parts: unknown[]): Buffer => pagefindFile(['1.6.0', ...parts]);

test.each<[what: string, name: RegExp, bytes: Buffer]>([
  ['no JSON', /entry\.json$/, Buffer.from('{')],
  ['no languages', /entry\.json$/, Buffer.from('{"version":"1.6.0","languages":{}}')],
  [
    'another language beside ours',
    /entry\.json$/,
    Buffer.from('{"version":"1.6.0","languages":{"qaa":{"hash":"qaa_1"},"fr":{"hash":"fr_1"}}}'),
  ],
  ['nothing', /pf_meta$/, Buffer.alloc(0)],
  ['no compressed file', /pf_meta$/, Buffer.from('pagefind_dcd')],
  ['no magic word', /pf_meta$/, gzipSync(encode(['1.6.0', [page], [], [], [], []]))],
  ['no CBOR', /pf_meta$/, gzipSync('pagefind_dcd\u00ff')],
  ['another version', /pf_meta$/, pagefindFile(['2.0.0', [page], [], [], [], []])],
  ['a part more', /pf_meta$/, meta([page], [], [], [], [], [])],
  ['a part less', /pf_meta$/, meta([page], [], [], [])],
  ['pages with more', /pf_meta$/, meta([[...page, 1]], [], [], [], [])],
  ['filters', /pf_meta$/, meta([page], [], [['kind', 'hash']], [], [])],
  ['orders', /pf_meta$/, meta([page], [], [], [['date', [0]]], [])],
  ['ranges without an end', /pf_meta$/, meta([page], [['a', 'name']], [], [], [])],
  ['words alone', /pf_index$/, pagefindFile([['a', 'b']])],
  ['words in a map', /pf_index$/, pagefindFile([{ a: [] }])],
  ['occurrences without fields', /pf_index$/, pagefindFile([[['a', [[0, [1]]], []]]])],
  ['positions in words', /pf_index$/, pagefindFile([[['a', [[0, ['1'], []]], []]]])],
  ['something more', /pf_index$/, pagefindFile([[['a', [], []]], 1])],
])('files with %s in %s are not taken for Pagefind’s', (what, name, bytes) => {
  const folder = join(scratch, `${what} in ${name.source.replace(/\W/g, '')}`);
  cpSync(original, folder, { recursive: true });
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => name.test(path)) ?? '';
  writeFileSync(join(folder, file), bytes);
  expect(() => [...wordsOfPagefind(folder)]).toThrow(file.replaceAll('\\', '/'));
});

test('an article whose words have no position is none of Pagefind’s', () => {
  const folder = join(scratch, 'positions');
  cpSync(original, folder, { recursive: true });
  const [name = ''] = readdirSync(join(folder, 'index'));
  const file = join(folder, 'index', name);
  const magic = 'pagefind_dcd'.length;
  const [words] = decode(gunzipSync(readFileSync(file)).subarray(magic)) as [[string, unknown, unknown][]];
  writeFileSync(file, pagefindFile([words.map(([word]) => [word, [[0, [-25], []]], []])]));
  expect(() => [...wordsOfPagefind(folder)]).toThrow(name);
});
