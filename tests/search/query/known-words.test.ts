/** The words of an index, in files, against all of them at once. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { KnownWords } from '../../../src/search/query/known-words.ts';
import { nearWords } from '../../../src/search/query/spelling.ts';
import { wordsPiece } from '../../../src/search/files.ts';
import { Vocabulary } from '../../../src/search/vocabulary.ts';
import { type KnownWord, parseWords } from '../../../src/search/word-format.ts';
import { fold } from '../../../src/search/words.ts';

const beginnings = 'fac pai inv réc Öl пара счё חשב تسج ab'.split(' ');
const middles = 'tur em oic up erat ме ונ يل cd'.split(' ');
const ends = 'e ent es ation er нт ית اج ef'.split(' ');
const spellings = beginnings.flatMap((one) =>
  middles.flatMap((two) => ends.flatMap((three) => [one + two + three, one + two + two + three])),
);

function filesOf(words: readonly string[]): string[] {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.add([word]);
  return vocabulary.files();
}

const files = filesOf(spellings);
const all = [...new Map(files.flatMap(parseWords).map((word) => [word.word, word])).values()];

function open(texts: readonly string[] = files): { words: KnownWords; loaded: string[] } {
  const loaded: string[] = [];
  const read = (name: string): Promise<Uint8Array> => {
    loaded.push(name);
    const text = texts.find((_, file) => wordsPiece(file) === name);
    return text === undefined ? Promise.reject(new Error(name)) : Promise.resolve(new Uint8Array(gzipSync(text)));
  };
  return { words: new KnownWords(read, texts.length), loaded };
}

test('there are several files, and all words in them', () => {
  expect(files.length).toBeGreaterThan(5);
  expect(new Set(all.map(({ word }) => word))).toEqual(new Set(spellings.map(fold)));
});

/** All ways to make one slip at a place. */
function slipsAt(word: string, at: number): string[] {
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const swapped = before + after.charAt(0) + letter + after.slice(1);
  return [before + after, `${before}q${after}`, `${before}q${letter}${after}`, swapped];
}

describe.each([
  ['first letter', () => 0],
  ['second letter', () => 1],
  ['letter in the middle', (word: string) => word.length >> 1],
  ['last letter but one', (word: string) => word.length - 2],
  ['last letter', (word: string) => word.length - 1],
])('one slip at the %s', (_what, at) => {
  test('is found as among all words', async () => {
    const { words } = open();
    for (const { word } of all.filter((_word, number) => number % 17 === 0))
      for (const slip of slipsAt(word, at(word))) {
        const near = nearWords(slip, await words.near(slip));
        const [best] = nearWords(slip, all);
        expect([slip, near[0]]).toEqual([slip, best]);
      }
  });
});

test('a word needs two files at most, each once', async () => {
  const { words, loaded } = open();
  await words.near('facuture');
  await words.near('facuture');
  expect(loaded.length).toBeLessThanOrEqual(2);
});

test.each([['f'], ['ö'], ['с'], ['ё'], ['ת']])('all words are found that begin with %s', async (letter) => {
  const { words } = open();
  const found = (await words.beginningWith([letter])).map(({ word }) => word);
  const wanted = all.flatMap(({ word }) => (word.startsWith(fold(letter)) ? [word] : []));
  expect(found).toEqual(expect.arrayContaining(wanted));
});

test('an index without words has none, and loads nothing', async () => {
  const { words, loaded } = open(filesOf([]));
  expect([await words.near('facture'), await words.beginningWith(['f']), loaded]).toEqual([[], [], []]);
});

test.each<[what: string, text: string, words: Pick<KnownWord, 'spelling' | 'articles'>[]]>([
  ['nothing', '', []],
  ['something else', '{"facture":4}', []],
  ['no number', 'facture#x\nfacture#-1\nfacture#100\nfacture', []],
  ['more than a word', 'une facture#4', []],
  ['words among something else', '\u0000\nfacture#4\n#3', [{ spelling: 'facture', articles: 4 }]],
])('of a file with %s only words are taken', (_what, text, words) => {
  expect(parseWords(text)).toMatchObject(words);
  expect(parseWords(text)).toHaveLength(words.length);
});

test('files that cannot be read have no words, until they are back', async () => {
  let isBack = false;
  const [text = ''] = filesOf(['facture']);
  const words = new KnownWords(
    () => (isBack ? Promise.resolve(new Uint8Array(gzipSync(text))) : Promise.reject(new Error('gone'))),
    1,
  );
  expect(await words.near('facutre')).toEqual([]);
  isBack = true;
  expect(await words.near('facutre')).toHaveLength(1);
});
