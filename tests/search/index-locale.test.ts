/** Real indexes, asked through the same code as in the browser. */
import {
  cpSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../../src/pipeline/types.ts';
import type { SearchIndex } from '../../src/search/query/search-index.ts';
import { textsPerFile } from '../../src/search/files.ts';
import { type Indexed, indexLocale } from '../../src/search/index-locale.ts';
import { openIndexFolder } from '../../src/search/node.ts';
import { recordOf } from '../../src/search/record.ts';
import { wordingOf } from '../../src/search/wording.ts';

const folder = mkdtempSync(join(tmpdir(), 'languedocs-index-'));

function article(slug: string, title: string, text: string, original = '', ids: string[] = []): Indexed {
  const page: Page = {
    locale: 'fr-FR',
    slug,
    title,
    description: '',
    bodyLocale: 'fr-FR',
    translation: 'machine',
    state: 'current',
    html: `<h1>${title}</h1><p>${text}</p>`,
    toc: [],
    alternates: [],
    canonical: `/fr-fr/${slug}/`,
    noindex: false,
    markdown: '',
  };
  const background = {
    ids,
    ...(original === '' ? {} : { original: wordingOf({ title: original, headings: [], body: '' }) }),
  };
  return { record: recordOf(page, [{ id: '', heading: '', text }]), background };
}

const articles = [
  ...Array.from({ length: 30 }, (_, number) => article(`filler-${number}`, `Remplissage ${number}`, 'Un texte banal.')),
  article('pay', 'Payer une facture', 'Sélectionnez les paramètres de paiement.', 'Settle your bill', [
    '9004164',
    'AB-12',
  ]),
  article('error', 'Erreur 0x80070005', 'Le message cite 9004164 par hasard. Set-CaseHoldPolicy échoue.'),
  article('thai', 'ชำระใบแจ้งหนี้', 'เลือกที่อยู่สำหรับใบเสร็จ'),
  article('japanese', '請求書を支払う', '支払い証明書を添付します。'),
  article('korean', '청구서 결제하기', '사용자를 추가합니다.'),
  article('hebrew', 'תשלום חשבונית', 'בחרו את ההגדרות.'),
];
const locales = { locale: 'fr-FR', sourceLocale: 'en-US' };
let index: SearchIndex;

beforeAll(async () => {
  await indexLocale(locales, articles, folder);
  const opened = await openIndexFolder(folder);
  if (!opened) throw new Error('There is no index.');
  index = opened;
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

async function slugs(question: string): Promise<string[]> {
  const { results } = await index.search(question);
  return Promise.all(results.slice(0, 3).map(async ({ article: number }) => (await index.text(number)).slug));
}

test('articles are numbered alike by Pagefind and in texts', async () => {
  for (const [number, { record }] of articles.entries()) {
    const { slug, title } = await index.text(number);
    expect([slug, title]).toEqual([record.text.slug, record.text.title]);
  }
});

describe.each([
  ['PARAMETRES', 'pay'],
  ['settle bill', 'pay'],
  ['xylophone facture', 'pay'],
  ['paimeent', 'pay'],
  ['payements', 'pay'],
  ['9004164', 'pay'],
  ['ab12', 'pay'],
  ['0X80070005', 'error'],
  ['CaseHoldPolicy', 'error'],
  ['ที่อยู่', 'thai'],
  ['ใบแจ้งหนี้', 'thai'],
  ['証明書', 'japanese'],
  ['添', 'japanese'],
  ['付', 'japanese'],
  ['사용자', 'korean'],
  ['הגדרות', 'hebrew'],
])('%s', (question, slug) => {
  test(`finds ${slug}`, async () => {
    expect((await slugs(question))[0]).toBe(slug);
  });
});

test.each(['factu', 'paramet'])('a word that is being typed: %s', async (question) => {
  expect((await slugs(question))[0]).toBe('pay');
});

test.each([['zzzzqqq'], ['xylophone'], ['?!'], ['']])('nothing is found for “%s”', async (question) => {
  expect(await slugs(question)).toEqual([]);
});

test.each(['"de paiement"', 'paramètres «paiement»', 'banal texte “Sélectionnez les paramètres”'])(
  'a phrase between quotation marks comes first: %s',
  async (question) => {
    expect((await slugs(question))[0]).toBe('pay');
  },
);

test('a slip of the keyboard is told', async () => {
  const answer = await index.search('paimeent');
  expect(answer).toMatchObject({ suggestion: 'paiement', corrected: true });
  expect(await index.search('facture')).not.toHaveProperty('suggestion');
});

test.each([
  ['a word that goes on elsewhere is no slip', 'texte para', undefined],
  ['a slip beside a word that was found', 'facture paimeent', 'facture paiement'],
  ['a short word that is near to another', 'facture texe', undefined],
])('%s: %s', async (_what, question, suggestion) => {
  const answer = await index.search(question);
  expect(answer.suggestion).toBe(suggestion);
  expect(answer.results.length).toBeGreaterThan(0);
});

test.each([
  ['another keyboard', 'fqcture', 'facture', ['pay']],
  ['a keyboard of another script', 'ащщеукафсегку', undefined, []],
  ['letters of another script', 'פשןקצקמא', 'paiement', ['pay']],
])('%s: %s', async (_what, question, suggestion, found) => {
  const answer = await index.search(question, 'fr-FR');
  expect(answer.suggestion).toBe(suggestion);
  expect(answer.corrected).toBe(suggestion === undefined ? undefined : true);
  expect(await Promise.all(answer.results.map(async ({ article: at }) => (await index.text(at)).slug))).toEqual(found);
});

test.each([
  ['he-IL', ',akuo', 'תשלום', 'hebrew'],
  ['th-TH', "=eit.[c0h'souh", 'ชำระใบแจ้งหนี้', 'thai'],
  ['ko-KR', 'tkdydwkfmf', '사용자를', 'korean'],
  ['fr-FR', ',akuo', undefined, undefined],
])('keys of the keyboard of %s: %s', async (tag, question, suggestion, found) => {
  const answer = await index.search(question, tag);
  expect(answer.suggestion).toBe(suggestion);
  const [first] = answer.results;
  expect(first && (await index.text(first.article)).slug).toBe(found);
});

test('a reading is only offered where other words were found as they stand', async () => {
  const offered = await index.search('facture פשןקצקמא', 'fr-FR');
  expect(offered).toMatchObject({ suggestion: 'facture paiement', corrected: false });
});

test('a word that stands only in longer ones finds these', async () => {
  const answer = await index.search('para');
  expect(answer).not.toHaveProperty('suggestion');
  expect(await Promise.all(answer.results.map(async ({ article: at }) => (await index.text(at)).slug))).toEqual([
    'pay',
  ]);
});

test('an id is told', async () => {
  expect(await index.search(' AB-12 ')).toMatchObject({ id: 'AB-12' });
});

test('Chinese titles are found by what they sound like, and no other index has a file for that', async () => {
  const chinese = mkdtempSync(join(tmpdir(), 'languedocs-index-'));
  try {
    await indexLocale({ locale: 'zh-TW', sourceLocale: 'en-US' }, [article('pay', '支付發票', '')], chinese);
    const opened = await openIndexFolder(chinese);
    const answer = await opened?.search('fapiao', 'zh-TW');
    expect(answer).toMatchObject({ suggestion: '發票', corrected: true, results: [{ article: 0 }] });
    expect(existsSync(join(chinese, 'pronunciation.dat'))).toBe(true);
    rmSync(join(chinese, 'pronunciation.dat'));
    expect((await (await openIndexFolder(chinese))?.search('fapiao', 'zh-TW'))?.results).toEqual([]);
  } finally {
    rmSync(chinese, { recursive: true });
  }
  expect(existsSync(join(folder, 'pronunciation.dat'))).toBe(false);
});

test('nothing lies in the folder that nobody loads', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'function-words.dat',
    'terms',
    'terms.dat',
    'texts',
    'titles.dat',
    'words',
  ]);
});

test('the same articles give the same bytes', async () => {
  const again = join(folder, 'again');
  await indexLocale(locales, articles, again);
  const files = (root: string): string[] =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.startsWith('again') && name.includes('.'),
    );
  expect(files(again).sort()).toEqual(files(folder).sort());
  for (const name of files(again))
    expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, name)))).toBe(true);
});

/** The files of texts in a folder, in the order of their articles. */
function textFiles(index: string): string[] {
  const numberOf = (name: string) => Number(/-(\d+)\./.exec(name)?.[1]);
  const names = readdirSync(join(index, 'texts')).sort((a, b) => numberOf(a) - numberOf(b));
  return names.map((name) => join(index, 'texts', name));
}

test('only texts that have changed are written again', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'languedocs-index-'));
  const [edited, published] = [join(scratch, 'index'), join(scratch, 'published.dat')];
  try {
    await indexLocale(locales, articles, edited);
    const [first = '', second = '', third = ''] = textFiles(edited);
    const inodes = [first, second].map((file) => statSync(file).ino);
    // A published site has the same file under another name.
    linkSync(first, published);
    const before = readFileSync(published);
    writeFileSync(third, 'damaged');
    await indexLocale(locales, [article('filler-0', 'Remplissage 0', 'Un autre texte.'), ...articles.slice(1)], edited);
    expect(textFiles(edited).slice(0, 3)).toEqual([first, second, third]);
    expect(statSync(first).ino).not.toBe(inodes[0]);
    expect(statSync(second).ino).toBe(inodes[1]);
    expect(readFileSync(published).equals(before)).toBe(true);
    expect(readFileSync(third).equals(readFileSync(textFiles(folder)[2] ?? ''))).toBe(true);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

test('where articles get other numbers, their texts get other names, and none stays that has no article', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'languedocs-index-'));
  try {
    await indexLocale(locales, articles, scratch);
    const before = textFiles(scratch);
    const fewer = articles.slice(1);
    await indexLocale(locales, fewer, scratch);
    const after = textFiles(scratch);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
    expect(after.length).toBe(Math.ceil(fewer.length / textsPerFile));
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

test('a folder without an index is none', async () => {
  expect(await openIndexFolder(join(folder, 'texts'))).toBeUndefined();
});

test.each(['titles.dat', 'words/0.dat', 'related.dat'])(
  'without %s questions are answered, and with it again when it is back',
  async (name) => {
    const scratch = mkdtempSync(join(tmpdir(), 'languedocs-index-'));
    try {
      cpSync(folder, scratch, { recursive: true });
      const file = join(scratch, name);
      const whole = existsSync(file) ? readFileSync(file) : undefined;
      // What is no compressed file may have been unpacked by a server.
      writeFileSync(file, new Uint8Array([0x1f, 0x8b, 8, 0]));
      const damaged = await openIndexFolder(scratch);
      const before = await damaged?.search('facture paimeent');
      expect((await damaged?.text(before?.results[0]?.article ?? -1))?.slug).toBe('pay');
      if (whole) writeFileSync(file, whole);
      else rmSync(file);
      const after = await damaged?.search('facture paimeent');
      const { results, suggestion } = await index.search('facture paimeent');
      expect(after).toMatchObject({ results, suggestion });
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
);
