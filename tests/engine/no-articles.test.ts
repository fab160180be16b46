import { expect, test } from 'vitest';
import { noArticles } from '../../src/engine/no-articles.ts';
import { collect } from '../../src/pipeline/pipeline.ts';
import { settingsFor } from '../pipeline/library.ts';
import { folderOf } from '../support.ts';

function said(files: Readonly<Record<string, string>>): string {
  const folder = folderOf(files);
  const { diagnostics, leftOut } = collect(settingsFor(folder), () => undefined);
  return noArticles([folder], diagnostics, 'nothing was built', leftOut).replaceAll(folder, 'docs');
}

test.each([
  ['files without a locale are named', { 'a.md': '# A\n' }, 'error a.md:1:1 The file names no locale'],
  ['files without text are named', { 'fr/a.md': '' }, 'error fr/a.md:1:1 The file has no text'],
  ['the kinds of other files are named', { 'a.rst': '', 'b.po': '' }, 'there are none. Found: 1 .po, 1 .rst.'],
  ['so is that there is no file', {}, 'there are none. Found: nothing else that may hold text.'],
  [
    'layouts that would work are shown',
    {},
    '\n  docs/fr-FR/pay-invoice.md\n  docs/fr/pay-invoice.md\n  docs/pay-invoice.fr-FR.md\n',
  ],
])('%s', (_what, files, text) => {
  const message = said(files);
  expect(message).toMatch(/^There are no articles in docs; nothing was built\.\n/);
  expect(message).toContain(text);
});

test('of many findings of a kind the first five are shown', () => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`a${at}.md`, '# A\n']));
  expect(said(files)).toContain('… and 4 more of locale-unknown');
});

test('of many reasons why files are left out the first twenty are shown', () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`fr/a.x${at}`, '']));
  expect(said(files)).toContain('… and 10 more for 10 other reasons');
});

test('a name with a line end begins no line', () => {
  const message = said({ 'fr/a.x\n  forged': '', 'fr/b\n  forged.md': '---\ndraft: true\n---\n', 'c.\u001b[2J': '' });
  expect(message).not.toMatch(/^ *forged/m);
  expect(message).not.toContain('\u001b');
  expect(said({ 'a.x\n  forged': '' })).not.toMatch(/^ *forged/m);
});
