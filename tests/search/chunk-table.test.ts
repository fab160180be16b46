import { describe, expect, test } from 'vitest';
import { compareBytes, type Placed, tableOf } from '../../src/search/chunk-table.ts';

/** Files with these words, named by their place. */
const filesOf = (...words: string[][]): Placed[] =>
  words.map((own, at) => ({ name: String(at), first: own[0] ?? '', last: own.at(-1) ?? '' }));

/** Names of the files that Pagefind loads for a term. */
const loaded = (files: readonly Placed[], term: string): string[] =>
  tableOf(files).flatMap(([from, to, name]) =>
    compareBytes(from, term) <= 0 && compareBytes(term, to) <= 0 ? [name] : [],
  );

const rows: readonly { what: string; words: string[][] }[] = [
  { what: 'one file', words: [['a', 'b']] },
  {
    what: 'a word that begins the next',
    words: [
      ['a', 'fact'],
      ['facts', 'factual'],
    ],
  },
  { what: 'a word that is longer than the next', words: [['factory'], ['facu']] },
  { what: 'one word a file', words: [['a'], ['aa'], ['ab'], ['b']] },
  { what: 'numbers before letters', words: [['0x15', '9'], ['a', 'z'], ['é']] },
  // A letter after U+FFFF is two units in a JavaScript string, which come before U+FF21.
  { what: 'letters in the order of their bytes', words: [['z', 'ﷲ'], ['Ａ'], ['𝒳', '𝒴']] },
  { what: 'the letter before the surrogates', words: [['퟿'], ['\ue000']] },
  { what: 'the last letter of all', words: [['a', '\u{10ffff}'], ['\u{10ffff}a']] },
];

describe.each(rows)('$what', ({ words }) => {
  const files = filesOf(...words);

  test('each word is in the range of its file alone', () => {
    for (const [at, own] of words.entries()) for (const word of own) expect(loaded(files, word)).toEqual([String(at)]);
  });

  test('no end of a range is longer than it has to be', () => {
    for (const [at, [from, to]] of tableOf(files).entries()) {
      expect(from.length).toBeLessThanOrEqual(files[at]?.first.length ?? 0);
      expect(to.length).toBeLessThanOrEqual(files[at]?.last.length ?? 0);
    }
  });
});

test('a beginning is in the range of the first word that begins so', () => {
  const files = filesOf(['extra', 'extraire'], ['facture', 'factures'], ['faire']);
  for (const beginning of ['f', 'fa', 'fac', 'fact', 'factu']) expect(loaded(files, beginning)).toEqual(['1']);
});

test('a beginning that several files share loads them all, and each once', () => {
  const shared = (file: Placed): Placed => ({ ...file, shared: 'ɐ0nes' });
  const files = filesOf(['z'], ['ɐ0nes', 'ɐ0nes0b'], ['ɐ0nes0c', 'ɐ0nes0d'], ['ɐ0nes0e'], ['ɐ0net']);
  const marked = files.map((file, at) => (at >= 1 && at <= 3 ? shared(file) : file));
  expect(loaded(marked, 'ɐ0nes')).toEqual(['1', '2', '3']);
  expect(loaded(marked, 'ɐ0nes0c')).toEqual(['2']);
  expect(loaded(marked, 'ɐ0net')).toEqual(['4']);
});

test('a word as long as an article has a range, too', () => {
  const long = 'x'.repeat(200_000);
  expect(tableOf([{ name: 'one', first: long, last: `${long}y` }])).toHaveLength(1);
});
