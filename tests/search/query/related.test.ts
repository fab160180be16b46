/** Files as a build writes them, read as a browser reads them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { RelatedTerms } from '../../../src/search/query/related.ts';
import { relatedFile, relatedFolder } from '../../../src/search/files.ts';
import { writeRelated } from '../../../src/search/learn/write.ts';
import type { Related } from '../../../src/search/related-format.ts';

const folder = mkdtempSync(join(tmpdir(), 'languedocs-related-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(folder, name)));
const few = new Map<string, Related[]>([
  ['payer', [{ term: 'paiement', weight: 4 }]],
  ['__proto__', [{ term: 'm365', weight: 9 }]],
]);
const isFunctionWord = (term: string): boolean => ['get', 'of', 'without'].includes(term);
const many = new Map(
  Array.from({ length: 3000 }, (_, at): [string, Related[]] => [`term${at}`, [{ term: `other${at}`, weight: 3 }]]),
);

test('few terms are in one file', async () => {
  writeRelated(few, folder, isFunctionWord);
  const related = new RelatedTerms(read);
  expect(await related.of('payer')).toEqual([{ term: 'paiement', weight: 4 }]);
  expect(await related.of('__proto__')).toEqual([{ term: 'm365', weight: 9 }]);
  expect(await related.of('constructor')).toEqual([]);
  expect(existsSync(join(folder, relatedFolder))).toBe(false);
});

test('many are in pieces, of which a question reads one', async () => {
  writeRelated(many, folder, isFunctionWord);
  const names: string[] = [];
  const related = new RelatedTerms((name) => {
    names.push(name);
    return read(name);
  });
  expect(await related.of('term1234')).toEqual([{ term: 'other1234', weight: 3 }]);
  expect(await related.of('term1234')).toHaveLength(1);
  expect(names).toHaveLength(2);
});

test.each([
  ['get rid of', ['rid']],
  ['without pay', ['pay']],
  ['how to move away', ['move', 'away']],
])('an expression is found among others whichever of its words are function words: %s', async (expression, content) => {
  const expressions = ['get+rid+of', 'without+pay', 'move+away'].map((terms): [string, Related[]] => [
    terms,
    [{ term: `meaning of ${terms}`.replaceAll(' ', ''), weight: 8 }],
  ]);
  writeRelated(new Map([...many, ...expressions]), folder, isFunctionWord);
  const found = await new RelatedTerms(read).ofQuestion(`please ${expression} now`, [...content, 'now']);
  expect(found.map(({ to }) => to)).toEqual([content]);
});

test('the same terms make the same bytes, and pieces that are no longer needed go', () => {
  writeRelated(many, folder, isFunctionWord);
  const before = readdirSync(join(folder, relatedFolder)).map((name) =>
    readFileSync(join(folder, relatedFolder, name)),
  );
  rmSync(folder, { recursive: true });
  writeRelated(many, folder, isFunctionWord);
  expect(
    readdirSync(join(folder, relatedFolder)).map((name) => readFileSync(join(folder, relatedFolder, name))),
  ).toEqual(before);
  writeRelated(few, folder, isFunctionWord);
  expect(existsSync(join(folder, relatedFolder)) ? readdirSync(join(folder, relatedFolder)) : []).toEqual([]);
});

test.each([
  ['no JSON', 'payer'],
  ['another format', '[]'],
  ['no number of pieces', '{"terms":{"payer":"paiement3"}}'],
  ['terms of another kind', '{"pieces":0,"terms":{"payer":3}}'],
  ['no weights', '{"pieces":0,"terms":{"payer":"paiement"}}'],
  ['pieces that are not there', '{"pieces":4096,"terms":{}}'],
])('a file that has %s relates nothing', async (_what, text) => {
  writeFileSync(join(folder, relatedFile), text);
  expect(await new RelatedTerms(read).of('payer')).toEqual([]);
});

test('a missing file relates nothing', async () => {
  rmSync(join(folder, relatedFile));
  expect(await new RelatedTerms(read).of('payer')).toEqual([]);
});

test('a question of a thousand words parses each file once', async () => {
  writeRelated(many, folder, isFunctionWord);
  const parse = vi.spyOn(JSON, 'parse');
  try {
    const words = Array.from({ length: 1000 }, (_, at) => `term${(at * at) % 37}`);
    expect((await new RelatedTerms(read).ofQuestion(words.join(' '), [...new Set(words)])).length).toBeGreaterThan(5);
    expect(parse.mock.calls.length).toBe(new Set(parse.mock.calls.map(([text]) => text)).size);
  } finally {
    parse.mockRestore();
  }
});
