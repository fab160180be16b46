import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { writeResult } from '../../../src/commands/command-line/result.ts';
import { folderOf } from '../../support.ts';

function write(lines: Parameters<typeof writeResult>[1], out?: string): string {
  let said = '';
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    }),
  );
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  writeResult(out, lines);
  return said;
}

test('lines go to standard output', () => {
  expect(write(['a', 'b'])).toBe('a\nb\n');
});

test('lines go to a file, whole, and the command says where', () => {
  const folder = folderOf({ 'rules.conf': 'old' });
  const file = join(folder, 'rules.conf');
  expect(write(['a', '', 'b\u001B[31m'], file)).toBe(`Written to ${file}.\n`);
  expect(readFileSync(file, 'utf8')).toBe('a\n\nb\\x1b[31m\n');
  expect(readdirSync(folder)).toEqual(['rules.conf']);
});

test('folders on the way to the file are made', () => {
  const file = join(folderOf({}), 'deploy', 'rules.conf');
  write(['a'], file);
  expect(readFileSync(file, 'utf8')).toBe('a\n');
});

test.each(['', '.', 'folder'])('a directory is refused: `%s`', (name) => {
  const folder = folderOf({});
  mkdirSync(join(folder, 'folder'));
  const out = name === '' ? '' : join(folder, name);
  expect(() => write(['a'], out)).toThrow('expected a file, found a directory.');
});
