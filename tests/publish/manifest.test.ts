import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differences, type Differences, openSurveyed, writeManifest } from '../../src/publish/manifest.ts';
import { folderOf } from '../support.ts';
import { manifestOf } from './recorded-release.ts';

const files = { 'index.html': 'home', 'fr/pay/index.html': 'pay' };

/** @param age how long before the note the site was made, in milliseconds */
function noted(age = 0): { site: string; note: string } {
  const root = folderOf({ 'site/index.html': 'home', 'site/fr/pay/index.html': 'pay' });
  const [site, note] = [join(root, 'site'), join(root, 'note.json')];
  const manifest = manifestOf(site, files);
  const { modified, taken } = manifest.folders;
  writeManifest(note, { ...manifest, folders: { modified, taken: taken + age } });
  return { site, note };
}

function addFolder(site: string): void {
  mkdirSync(join(site, 'fr/more/deep'), { recursive: true });
  writeFileSync(join(site, 'fr/more/x'), '');
  writeFileSync(join(site, 'fr/more/deep/y'), '');
}

const none: Differences = { changed: [], missing: [], added: [] };

test('a site is known with all its files as long as nobody changes it', () => {
  const { site, note } = noted();
  const known = openSurveyed(site, note, differences(site, note));
  expect(known).toMatchObject({ folder: site, unknownFiles: [], isIntact: true });
  expect([...(known?.manifest.files.keys() ?? [])]).toEqual(Object.keys(files));
});

test.each<[string, (site: string, note: string) => void, Differences | undefined]>([
  ['nothing', () => undefined, none],
  ['a changed file', (site) => writeFileSync(join(site, 'index.html'), 'HOME!'), { ...none, changed: ['index.html'] }],
  ['an added file', (site) => writeFileSync(join(site, 'fr/pay/x'), ''), { ...none, added: ['fr/pay/x'] }],
  ['an added folder', addFolder, { ...none, added: ['fr/more/deep/y', 'fr/more/x'] }],
  ['a lost file', (site) => rmSync(join(site, 'index.html')), { ...none, missing: ['index.html'] }],
  ['a lost site', (site) => rmSync(site, { recursive: true }), undefined],
  ['a lost note', (_site, note) => rmSync(note), undefined],
  ['half a note', (_site, note) => writeFileSync(note, '{"digest":"d","files":[['), undefined],
])('%s is found', (_what, change, expected) => {
  const aged = noted(60_000);
  change(aged.site, aged.note);
  expect(differences(aged.site, aged.note)).toEqual(expected);

  const { site, note } = noted();
  change(site, note);
  const found = differences(site, note);
  expect(found).toEqual(expected);
  const known = openSurveyed(site, note, found);
  expect(known?.isIntact).toBe(expected && expected === none);
  for (const path of found?.changed ?? []) expect(known?.manifest.files.has(path)).toBe(false);
});
