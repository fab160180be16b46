import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isIntact, survey, type Survey } from '../../src/publish/survey.ts';
import { folderOf } from '../support.ts';
import { manifestOf } from './recorded-release.ts';

const files = { 'index.html': 'home', 'fr/pay/index.html': 'pay', 'fr/tax.html': 'tax' };

/** @param age how long before its manifest the folder was made, in milliseconds */
function release(age: number) {
  const root = folderOf(Object.fromEntries(Object.entries(files).map(([path, text]) => [`site/${path}`, text])));
  const folder = join(root, 'site');
  const manifest = manifestOf(folder, files);
  return { folder, manifest: { ...manifest, recordedAt: manifest.recordedAt + age } };
}

function addFolder(site: string): void {
  mkdirSync(join(site, 'fr/more/deep'), { recursive: true });
  writeFileSync(join(site, 'fr/more/deep/y'), '');
}

/** Moves something away and leaves a link to it. */
function moveAndLink(site: string, path: string): void {
  renameSync(join(site, path), `${site}-moved`);
  symlinkSync(`${site}-moved`, join(site, path));
}

const nothing: Survey = { lost: [], unknown: [] };
const page = 'fr/pay/index.html';

test.each<[string, (site: string) => void, Survey]>([
  ['nothing', () => undefined, nothing],
  ['a changed file', (site) => writeFileSync(join(site, page), 'own'), { lost: [page], unknown: [page] }],
  ['an added file', (site) => writeFileSync(join(site, 'fr/pay/x'), ''), { ...nothing, unknown: ['fr/pay/x'] }],
  ['an added folder', addFolder, { ...nothing, unknown: ['fr/more'] }],
  ['an empty folder', (site) => mkdirSync(join(site, 'fr/own')), { ...nothing, unknown: ['fr/own'] }],
  ['a lost file', (site) => rmSync(join(site, page)), { lost: [page], unknown: [] }],
  ['a lost folder', (site) => rmSync(join(site, 'fr/pay'), { recursive: true }), { lost: [page], unknown: [] }],
  [
    'a folder in the place of a file',
    (site) => {
      rmSync(join(site, 'fr/tax.html'));
      mkdirSync(join(site, 'fr/tax.html'));
    },
    { lost: ['fr/tax.html'], unknown: ['fr/tax.html'] },
  ],
  [
    'a file in the place of a folder',
    (site) => {
      rmSync(join(site, 'fr/pay'), { recursive: true });
      writeFileSync(join(site, 'fr/pay'), '');
    },
    { lost: [page], unknown: ['fr/pay'] },
  ],
  ['a link in the place of a folder', (site) => moveAndLink(site, 'fr/pay'), { lost: [page], unknown: ['fr/pay'] }],
  [
    'a link in the place of a file',
    (site) => moveAndLink(site, 'index.html'),
    { lost: ['index.html'], unknown: ['index.html'] },
  ],
])('%s is found', (_what, change, expected) => {
  // A folder that is much older than its manifest is read only where its time says so.
  for (const age of [0, -60_000]) {
    const surveyed = release(age);
    change(surveyed.folder);
    expect(survey(surveyed)).toEqual(expected);
    expect(isIntact(surveyed)).toBe(expected === nothing);
  }
});

test('a release behind a link is intact', () => {
  const { folder, manifest } = release(0);
  renameSync(folder, `${folder}-real`);
  symlinkSync(`${folder}-real`, folder);
  expect(isIntact({ folder, manifest })).toBe(true);
});
