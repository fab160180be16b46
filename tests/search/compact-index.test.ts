/** Real indexes by Pagefind, before and after they are made compact, asked through Pagefind's own code. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encode } from 'cborg';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PagefindInstance } from '../../src/search/client/term-index.ts';
import { compactIndex } from '../../src/search/compact-index.ts';
import { encoded, indexLanguage } from '../../src/search/files.ts';
import { openPagefindFolder } from '../../src/search/node.ts';
import { chunkFile, metaFile, readChunk, readEntry, readMeta } from '../../src/search/pagefind-files.ts';
import { termCountsOf } from '../../src/search/words.ts';

const scratch = mkdtempSync(join(tmpdir(), 'languedocs-compact-'));
/** Small enough that the samples are cut into many files, and some families of words into several. */
const wanted = 150;

const samples: Readonly<Record<string, readonly string[]>> = {
  French: [
    'Payer une facture : ouvrez les paramètres de facturation, puis choisissez le moyen de paiement qui vous convient.',
    'Les factures impayées sont relancées ; le factureur reçoit un courriel, et la facturière un message 0x80070005.',
    'Ajoutez des utilisateurs, retirez-en, ou modifiez leurs rôles. L’utilisatrice utilise ses utilitaires.',
  ],
  Thai: ['เลือกที่อยู่สำหรับใบเสร็จ แล้วชำระใบแจ้งหนี้ด้วยบัตรที่บันทึกไว้', 'ที่อยู่อีเมลของผู้ใช้เปลี่ยนได้ในการตั้งค่า ผู้ดูแลระบบเพิ่มผู้ใช้รายอื่นได้'],
  Chinese: [
    '使用者可以支付帳單，使用情況記錄在帳單中，使命必達。',
    '請求書を支払う。支払い証明書を添付します。使い方と使用料。',
    '稅額稅率稅單稅號稅務稅法稅制稅收稅款稅費稅項稅基稅源稅負稅捐稅政稅賦稅種稅目稅局',
  ],
  'letters beyond the others': ['ħobż ŋgoma zürich ægir straße đak ﷲ ꙮ 𝒳 ԥсны ქართული 사용자를 추가합니다'],
};

/** Articles with the sentences of a sample in turns, so that words stand in many articles and in few. */
function articlesOf(sentences: readonly string[]): string[] {
  return Array.from({ length: 40 }, (_, number) =>
    sentences
      .filter((_sentence, at) => at === 0 || number % (at + 1) === 0)
      .map((sentence) => sentence.slice((number % 7) * 3))
      .join(' '),
  ).map((text, number) => [...termCountsOf(`${text} ${9_004_000 + number}`).keys()].map(encoded).join(' '));
}

async function writeIndex(folder: string, contents: readonly string[]): Promise<void> {
  const { index } = await createIndex({ forceLanguage: indexLanguage, maxFragments: 1 });
  if (!index) throw new Error('Pagefind did not start.');
  for (const [number, content] of contents.entries())
    await index.addCustomRecord({ url: String(number).padStart(8, '0'), content, language: indexLanguage });
  await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
}

function termsIn(folder: string): string[] {
  const [, , chunks] = readMeta(folder, readEntry(folder));
  return [...new Set(chunks.flatMap(([, , name]) => readChunk(folder, name).map(([word]) => word)))];
}

/** Articles with their positions of the term, in the order of the articles. */
type Ask = (question: string) => Promise<[article: number | undefined, positions: readonly number[]][]>;

async function asked(folder: string): Promise<Ask> {
  const pagefind: PagefindInstance = await openPagefindFolder(folder, indexLanguage);
  const { results } = await pagefind.search(null);
  const numbers = new Map(results.map(({ id }, number) => [id, number]));
  expect(numbers.size).toBe(results.length);
  return async (question) => {
    const found = await pagefind.search(question);
    return found.results
      .map(({ id, words }): [number | undefined, readonly number[]] => [numbers.get(id), words])
      .sort(([one = -1], [other = -1]) => one - other);
  };
}

afterAll(async () => {
  await close();
  rmSync(scratch, { recursive: true });
});

describe.each(Object.entries(samples))('%s', (name, sentences) => {
  const [original, compact] = [join(scratch, name), join(scratch, `${name}, compact`)];
  let terms: string[];

  beforeAll(async () => {
    await writeIndex(original, articlesOf(sentences));
    cpSync(original, compact, { recursive: true });
    expect(compactIndex(compact, wanted)).toBeUndefined();
    terms = termsIn(original);
  });

  test('has the same words, in more files', () => {
    expect(termsIn(compact)).toEqual(terms);
    const files = readdirSync(join(compact, 'index')).length;
    expect(files).toBeGreaterThan(3);
  });

  test('answers each term as before, whatever was asked first', async () => {
    const [before, after] = [await asked(original), await asked(compact)];
    for (const term of terms.toReversed())
      expect([term, await after(`"${term}"`)]).toEqual([term, await before(`"${term}"`)]);
  });

  test('answers each beginning that the search asks for as before, in an index that has loaded nothing else', async () => {
    const before = await asked(original);
    const beginnings = new Set(
      terms.flatMap((term) => {
        if (term.startsWith('ɐ')) return [term.slice(0, 5)];
        if (/^ɔ|\p{N}/u.test(term)) return [];
        return [4, 5, 7].filter((length) => length <= term.length).map((length) => term.slice(0, length));
      }),
    );
    // An index is opened for each, so only some.
    const some = [...beginnings].filter((_, at) => at % Math.ceil(beginnings.size / 40) === 0);
    for (const beginning of some) {
      const after = await asked(compact);
      expect([beginning, await after(beginning)]).toEqual([beginning, await before(beginning)]);
    }
  });

  test('has no article for what no article has', async () => {
    const after = await asked(compact);
    const unknown = terms
      .flatMap((term) => [`${term}q`, `${term.slice(0, -1)}~`])
      .filter((term) => !terms.includes(term));
    for (const term of unknown) expect([term, await after(`"${term}"`)]).toEqual([term, []]);
  });
});

describe('files', () => {
  const original = join(scratch, 'files');
  const copy = (name: string): string => {
    const folder = join(scratch, name);
    cpSync(original, folder, { recursive: true });
    return folder;
  };
  const contents = articlesOf(samples['French'] ?? []);
  const names = (folder: string): string[] => readdirSync(join(folder, 'index'));

  beforeAll(() => writeIndex(original, contents));

  test('none is left that the table does not name, and all that it names are there', () => {
    const folder = copy('named');
    compactIndex(folder, wanted);
    const [, , chunks] = readMeta(folder, readEntry(folder));
    const named = new Set(chunks.map(([, , name]) => basename(chunkFile(name))));
    expect(new Set(names(folder))).toEqual(named);
    expect(readdirSync(folder).filter((name) => name.endsWith('.pf_meta'))).toHaveLength(1);
  });

  test('what has not changed keeps its name', async () => {
    const [folder, edited] = [copy('before'), join(scratch, 'edited')];
    compactIndex(folder, wanted);
    await writeIndex(edited, [...contents.slice(0, -1), `${contents.at(-1) ?? ''} zygote`]);
    compactIndex(edited, wanted);
    const kept = names(edited).filter((name) => names(folder).includes(name));
    expect(kept.length).toBeGreaterThan(names(folder).length / 2);
    expect(kept.length).toBeLessThan(names(folder).length);
  });

  test('an index that is compact stays as it is', () => {
    const folder = copy('again');
    compactIndex(folder, wanted);
    const before = readEntry(folder);
    expect(compactIndex(folder, wanted)).toBeUndefined();
    expect(readEntry(folder)).toEqual(before);
  });

  test('what is loaded first is smaller', () => {
    const folder = copy('smaller');
    compactIndex(folder);
    const size = (of: string): number => statSync(join(of, metaFile(readEntry(of).languages[indexLanguage].hash))).size;
    expect(size(folder)).toBeLessThan(size(original));
  });

  const page = ['id', 3, 'group'];
  const pagefindFile = (value: unknown): Buffer =>
    gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), encode(value)]));
  const meta = (...parts: unknown[]): Buffer => pagefindFile(['1.6.0', ...parts]);
  const rows: readonly { what: string; file: 'entry' | 'meta' | 'chunk'; bytes: Buffer }[] = [
    { what: 'no JSON', file: 'entry', bytes: Buffer.from('{') },
    { what: 'no languages', file: 'entry', bytes: Buffer.from('{"version":"1.6.0","languages":{}}') },
    {
      what: 'another language beside ours',
      file: 'entry',
      bytes: Buffer.from('{"version":"1.6.0","languages":{"qaa":{"hash":"qaa_1"},"fr":{"hash":"fr_1"}}}'),
    },
    { what: 'nothing', file: 'meta', bytes: Buffer.alloc(0) },
    { what: 'not compressed', file: 'meta', bytes: Buffer.from('pagefind_dcd') },
    { what: 'no magic word', file: 'meta', bytes: gzipSync(encode(['1.6.0', [page], [], [], [], []])) },
    { what: 'no CBOR', file: 'meta', bytes: gzipSync('pagefind_dcd\u00ff') },
    { what: 'another version', file: 'meta', bytes: pagefindFile(['2.0.0', [page], [], [], [], []]) },
    { what: 'a part more', file: 'meta', bytes: meta([page], [], [], [], [], []) },
    { what: 'a part less', file: 'meta', bytes: meta([page], [], [], []) },
    { what: 'pages with more', file: 'meta', bytes: meta([[...page, 1]], [], [], [], []) },
    { what: 'filters', file: 'meta', bytes: meta([page], [], [['kind', 'hash']], [], []) },
    { what: 'orders', file: 'meta', bytes: meta([page], [], [], [['date', [0]]], []) },
    { what: 'ranges without an end', file: 'meta', bytes: meta([page], [['a', 'name']], [], [], []) },
    { what: 'words alone', file: 'chunk', bytes: pagefindFile([['a', 'b']]) },
    { what: 'words in a map', file: 'chunk', bytes: pagefindFile([{ a: [] }]) },
    { what: 'occurrences without fields', file: 'chunk', bytes: pagefindFile([[['a', [[0, [1]]], []]]]) },
    { what: 'positions in words', file: 'chunk', bytes: pagefindFile([[['a', [[0, ['1'], []]], []]]]) },
    {
      what: 'words in another order',
      file: 'chunk',
      bytes: pagefindFile([
        [
          ['b', [], []],
          ['a', [], []],
        ],
      ]),
    },
    { what: 'something more', file: 'chunk', bytes: pagefindFile([[['a', [], []]], 1]) },
  ];

  test.each(rows)('$file with $what: all stays as Pagefind made it', ({ what, file, bytes }) => {
    const folder = copy(`${file} with ${what}`);
    const entry = readEntry(folder);
    const metaName = metaFile(entry.languages[indexLanguage].hash);
    const [, , chunks] = readMeta(folder, entry);
    const name = { entry: 'pagefind-entry.json', meta: metaName, chunk: chunkFile(chunks.at(-1)?.[2] ?? '') }[file];
    writeFileSync(join(folder, name), bytes);
    const state = (): string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((path) =>
          statSync(join(folder, path)).isFile() ? `${path} ${readFileSync(join(folder, path), 'base64')}` : path,
        );
    const before = state();
    expect(compactIndex(folder, wanted)).toBe(name);
    expect(state()).toEqual(before);
  });
});
