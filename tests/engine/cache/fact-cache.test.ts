import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Memory } from '../../../src/engine/cache/fact-cache.ts';
import { folderOf } from '../../support.ts';

/** Any value at all. */
const isThere = (value: unknown): value is unknown => value !== undefined;

/** What a build does: asks for values, and keeps them. Gives the keys of those that had to be made. */
function build(folder: string, version: string, ...keys: string[]): string[] {
  const memory = new Memory(join(folder, 'facts.tsv'), version);
  const made: string[] = [];
  for (const key of keys) {
    const value = memory.recall(
      key,
      () => {
        made.push(key);
        return { of: key, text: 'a\tb\nc – ภาษา' };
      },
      isThere,
    );
    expect(value).toEqual({ of: key, text: 'a\tb\nc – ภาษา' });
  }
  memory.save();
  memory.close();
  return made;
}

test('what was found out is not found out again', () => {
  const folder = folderOf({});
  expect(build(folder, 'v1', 'a', 'b', 'a')).toEqual(['a', 'b']);
  expect(build(folder, 'v1', 'b', 'c', 'a')).toEqual(['c']);
  expect(build(folder, 'v1', 'b', 'c', 'a')).toEqual([]);
  expect(readdirSync(folder)).toEqual(['facts.tsv']);
});

test('what builds did not ask for is forgotten when it is half of all', () => {
  const folder = folderOf({});
  build(folder, 'v1', 'a', 'b', 'c');
  build(folder, 'v1', 'a', 'b');
  expect(build(folder, 'v1', 'a', 'b', 'c')).toEqual([]);
  build(folder, 'v1', 'a');
  expect(build(folder, 'v1', 'a', 'b', 'c')).toEqual(['b', 'c']);
});

test('a new value costs no more than itself', () => {
  const folder = folderOf({});
  const file = join(folder, 'facts.tsv');
  build(folder, 'v1', 'a', 'b', 'c');
  const before = readFileSync(file, 'utf8');
  build(folder, 'v1', 'a', 'b', 'd');
  const after = readFileSync(file, 'utf8');
  expect(after.startsWith(before)).toBe(true);
  expect(after.slice(before.length).split('\n').length).toBe(2);
});

test('another version of the code knows nothing', () => {
  const folder = folderOf({});
  build(folder, 'v1', 'a');
  expect(build(folder, 'v2', 'a')).toEqual(['a']);
});

test('a build that was killed while it wrote leaves what was there', () => {
  const folder = folderOf({});
  build(folder, 'v1', 'a');
  new Memory(join(folder, 'facts.tsv'), 'v1').recall('b', () => 1, isThere);
  expect(build(folder, 'v1', 'a')).toEqual([]);
});

test('a line that was cut off is as good as none', () => {
  const folder = folderOf({});
  build(folder, 'v1', 'a', 'b');
  const file = join(folder, 'facts.tsv');
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, -5));
  expect(build(folder, 'v1', 'a', 'b')).toEqual(['b']);
  expect(readFileSync(file)).toEqual(whole);
});

test('a value that the disk did not keep is made again, once', () => {
  const folder = folderOf({});
  build(folder, 'v1', 'a', 'b', 'c');
  const file = join(folder, 'facts.tsv');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"of":"b"', '"of":"x"'));
  expect(build(folder, 'v1', 'a', 'b', 'c')).toEqual(['b']);
  expect(build(folder, 'v1', 'a', 'b', 'c')).toEqual([]);
});

test('values can be asked for after they were kept', () => {
  const folder = folderOf({});
  const memory = new Memory(join(folder, 'facts.tsv'), 'v1');
  memory.recall('a', () => 1, isThere);
  memory.save();
  expect(memory.recall('a', () => 2, isThere)).toBe(1);
  expect(memory.recall('b', () => 3, isThere)).toBe(3);
  memory.close();
});

test('values are found in any order, whatever their size', () => {
  const folder = folderOf({});
  const values = new Map(Array.from({ length: 5 }, (_, at) => [`key ${at}`, `${at}`.repeat(700_000)]));
  const first = new Memory(join(folder, 'facts.tsv'), 'v1');
  expect(first.isEmpty).toBe(true);
  for (const [key, value] of values) first.recall(key, () => value, isThere);
  // So many that the file is written anew without them.
  for (let at = 0; at < 9; at++) first.recall(`unwanted ${at}`, () => at, isThere);
  first.save();
  first.close();
  const memory = new Memory(join(folder, 'facts.tsv'), 'v1');
  expect(memory.isEmpty).toBe(false);
  for (const [key, value] of [...values].reverse()) expect(memory.find(key)).toBe(value);
  expect(memory.find('key 5')).toBeUndefined();
  memory.keep('key 5', Buffer.from('"new"'));
  expect(memory.find('key 5')).toBe('new');
  // What is kept with the new value is copied in pieces.
  memory.save();
  expect(readFileSync(join(folder, 'facts.tsv'), 'utf8')).not.toContain('unwanted');
  for (const [key, value] of values) expect(memory.find(key)).toBe(value);
  memory.close();
  expect(
    [...values.keys(), 'key 5'].map((key) => new Memory(join(folder, 'facts.tsv'), 'v1').find(key) !== undefined),
  ).toEqual(Array(6).fill(true));
});
