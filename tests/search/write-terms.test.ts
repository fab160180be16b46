import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseTable, parseTerms } from '../../src/search/term-format.ts';
import { type PlacedTerm, writeTerms } from '../../src/search/write-terms.ts';
import { folderOf } from '../support.ts';

const articles = 30;
/** Small enough that terms are cut into many files. */
const wanted = 30;
const words = 'ab abc abd b pay payable payer paying payment payments z zebra ħobż ɐ0rez ɐ0rez0ldu 𝒳 𝒳𝒴'.split(' ');
const terms = words.map((word, at): PlacedTerm => [
  word,
  Array.from({ length: 1 + (at % 7) }, (_, number) => ({ article: number * 3 + (at % 3), level: (at + number) % 16 })),
]);

const unpacked = (folder: string, name: string): string => gunzipSync(readFileSync(join(folder, name))).toString();
const namesIn = (folder: string): string[] => readdirSync(join(folder, 'terms')).sort();

function written(from: readonly PlacedTerm[], folder = folderOf({})): string {
  writeTerms(folder, { articles, order: 'abc', wordFiles: 2 }, from, wanted);
  return folder;
}

test('all terms are there, each in the file that the table says', () => {
  const folder = written(terms.toReversed());
  const table = parseTable(unpacked(folder, 'terms.dat'));
  const found = table?.names.flatMap((name) => [...(parseTerms(unpacked(folder, `terms/${name}.dat`))?.keys() ?? [])]);
  expect(found).toEqual([...words].sort());
  expect(table).toMatchObject({ articles, order: 'abc', wordFiles: 2 });
  expect(table?.names.length).toBeGreaterThan(4);
  expect(namesIn(folder)).toEqual(table?.names.map((name) => `${name}.dat`).sort());
});

test('the order of terms changes nothing', () => {
  const [one, other] = [written(terms), written(terms.toReversed())];
  for (const name of ['terms.dat', ...namesIn(one).map((file) => `terms/${file}`)])
    expect(readFileSync(join(one, name)).equals(readFileSync(join(other, name)))).toBe(true);
});

test('what has not changed keeps its name and is not written again, and what is not used goes', () => {
  const many = Array.from({ length: 400 }, (_, at): PlacedTerm => [
    ((at * 7919) % 17576).toString(26) + String(at % 3),
    [{ article: at % articles, level: at % 16 }],
  ]);
  const folder = written(many);
  const before = new Map(namesIn(folder).map((name) => [name, statSync(join(folder, 'terms', name)).ino]));
  mkdirSync(join(folder, 'terms/old'));
  writeFileSync(join(folder, 'terms/old.dat'), '');
  written([...many, ['1b2', [{ article: 1, level: 1 }]]], folder);
  const kept = namesIn(folder).filter((name) => before.get(name) === statSync(join(folder, 'terms', name)).ino);
  expect(before.size).toBeGreaterThan(50);
  expect(kept.length).toBeGreaterThan(before.size * 0.75);
  expect(namesIn(folder)).not.toContain('old.dat');
  expect(namesIn(folder)).not.toContain('old');
});

test('a term that is in all articles has a file of its own', () => {
  const everywhere: PlacedTerm = [
    'pays',
    Array.from({ length: articles * 5 }, (_, article) => ({ article, level: 3 })),
  ];
  const folder = written([...terms, everywhere]);
  const { names = [] } = parseTable(unpacked(folder, 'terms.dat')) ?? {};
  const own = names.map((name) => [...(parseTerms(unpacked(folder, `terms/${name}.dat`))?.keys() ?? [])]);
  expect(own).toContainEqual(['pays']);
});

test('without terms there is a table', () => {
  const folder = written([]);
  expect(parseTable(unpacked(folder, 'terms.dat'))).toEqual({
    articles,
    order: 'abc',
    wordFiles: 2,
    starts: [],
    names: [],
  });
});
