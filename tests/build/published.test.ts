import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputsOf, noteSite, openNoted, unchangedPages } from '../../src/build/published.ts';
import { folderOf } from '../support.ts';
import { writeSampleSite } from '../ui/sample-site.ts';

const inputs = { code: 'v1', pages: { 'fr/pay': 'a', 'fr/tax': 'b' }, digest: 'd' };

function notedSite(): { site: string; note: string } {
  const root = folderOf({ 'site/index.html': 'home', 'site/fr/pay/index.html': 'pay' });
  const [site, note] = [join(root, 'site'), join(root, 'note.json')];
  noteSite(site, note, inputs, []);
  return { site, note };
}

test('a site is known as long as nobody changes it', () => {
  const { site, note } = notedSite();
  expect(openNoted(site, note)).toMatchObject({ folder: site, note: inputs });
});

test.each<[string, (site: string, note: string) => void]>([
  ['a file was changed', (site) => writeFileSync(join(site, 'index.html'), 'HOME')],
  ['a file was added', (site) => writeFileSync(join(site, 'other.html'), '')],
  ['a file is gone', (site) => rmSync(join(site, 'index.html'))],
  ['the site is gone', (site) => rmSync(site, { recursive: true })],
  ['the note is gone', (_site, note) => rmSync(note)],
  ['the note was cut off', (_site, note) => writeFileSync(note, '{"code":')],
])('nothing is taken over where %s', (_what, change) => {
  const { site, note } = notedSite();
  change(site, note);
  expect(openNoted(site, note)).toBeUndefined();
});

test.each([
  [inputs, ['fr/pay', 'fr/tax']],
  [{ ...inputs, pages: { 'fr/pay': 'a', 'fr/tax': 'changed', 'fr/new': 'c' } }, ['fr/pay']],
  [{ ...inputs, code: 'v2' }, []],
])('pages with the same key and code are unchanged: %j', (wanted, expected) => {
  const { site, note } = notedSite();
  expect([...unchangedPages(openNoted(site, note), wanted)]).toEqual(expected);
});

test('which thread was first makes no other site', () => {
  const library = { topics: [], diagnostics: [], pages: { images: { used: new Map<string, string>() } } };
  const inputsFrom = ({ folder, site }: ReturnType<typeof writeSampleSite>) =>
    inputsOf(folder, site, library, { redirects: [] }, { project: join(import.meta.dirname, '../..') });
  const sorted = inputsFrom(writeSampleSite());
  const reversed = inputsFrom(writeSampleSite({}, (items) => items.toReversed()));
  expect(reversed).toEqual(sorted);
});
