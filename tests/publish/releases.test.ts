import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isLiveIntact, keepAsStandby, prepareStandby, publish } from '../../src/publish/releases.ts';
import { folderOf } from '../support.ts';
import { manifestOf } from './recorded-release.ts';

/** Releases that are ready to be published. */
function place(out?: string) {
  const root = folderOf({
    'first/index.html': 'home',
    'first/fr/pay/index.html': 'pay',
    'second/index.html': 'new home',
  });
  const work = join(root, 'work');
  mkdirSync(work);
  const where = { out: out ?? join(root, 'out'), work };
  const release = (name: string, keys: Readonly<Record<string, string>>) => {
    const folder = join(root, name);
    return [folder, manifestOf(folder, keys)] as const;
  };
  return {
    where,
    first: release('first', { 'index.html': 'a', 'fr/pay/index.html': 'b' }),
    second: release('second', { 'index.html': 'c' }),
    open: async () => (await prepareStandby(where.out, work))(),
  };
}

const textsIn = (folder = ''): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .sort();

test('where nothing was published there are no releases', async () => {
  const { open, where } = place();
  expect(await open()).toEqual({ live: undefined, standby: undefined });
  expect(isLiveIntact(where.out, where.work)).toBe(false);
});

test('the first release is live, and the next build makes a standby of links to its files', async () => {
  const { where, first, open } = place();
  publish(...first, { ...where, keepsOld: false });
  expect(isLiveIntact(where.out, where.work)).toBe(true);
  expect(existsSync(join(where.work, 'standby'))).toBe(false);

  const { live, standby } = await open();
  expect(standby).toMatchObject({ lost: [], unknown: [] });
  for (const release of [live, standby]) expect(textsIn(release?.folder)).toEqual(['home', 'pay']);
  expect(standby?.folder).not.toBe(live?.folder);
  rmSync(join(where.out, 'index.html'));
  expect(isLiveIntact(where.out, where.work)).toBe(false);
});

test('a standby has no file that somebody changed in the live release', async () => {
  const { where, first, open } = place();
  publish(...first, { ...where, keepsOld: false });
  writeFileSync(join(where.out, 'index.html'), 'own');
  writeFileSync(join(where.out, 'own.html'), 'own');
  const { standby } = await open();
  expect(textsIn(standby?.folder)).toEqual(['pay']);
  expect(standby).toMatchObject({ lost: ['index.html'], unknown: [] });
});

test('the live release so far becomes the standby', async () => {
  const { where, first, second, open } = place();
  publish(...first, { ...where, keepsOld: false });
  publish(...second, { ...where, keepsOld: true });
  const { live, standby } = await open();
  expect(textsIn(live?.folder)).toEqual(['new home']);
  expect(textsIn(standby?.folder)).toEqual(['home', 'pay']);
  expect(standby).toMatchObject({ lost: [], unknown: [] });
  expect(isLiveIntact(where.out, where.work)).toBe(true);
});

test('a release with the files of the live one is kept as the standby', async () => {
  const { where, first, second, open } = place();
  publish(...first, { ...where, keepsOld: false });
  keepAsStandby(...second, where.out, where.work);
  const { live, standby } = await open();
  expect(textsIn(live?.folder)).toEqual(['home', 'pay']);
  expect(textsIn(standby?.folder)).toEqual(['new home']);
  expect(standby).toMatchObject({ lost: [], unknown: [] });
});

describe('a standby that a killed process left is made again', () => {
  test.each<[string, (work: string) => void]>([
    ['without its manifest', (work) => rmSync(join(work, 'standby.json'))],
    ['without its folder', (work) => rmSync(join(work, 'standby'), { recursive: true })],
    ['with half a manifest', (work) => writeFileSync(join(work, 'standby.json'), '{"files":[[')],
  ])('%s', async (_what, damage) => {
    const { where, first, second, open } = place();
    publish(...first, { ...where, keepsOld: false });
    publish(...second, { ...where, keepsOld: true });
    damage(where.work);
    const { standby } = await open();
    expect(textsIn(standby?.folder)).toEqual(['new home']);
    expect(standby).toMatchObject({ lost: [], unknown: [] });
  });
});

const otherDisk = '/dev/shm';

describe.runIf(existsSync(otherDisk))('an output on another file system', () => {
  let folder: string | undefined;
  afterEach(() => folder !== undefined && rmSync(folder, { recursive: true }));

  test('keeps both releases intact, though their files have been copied', async () => {
    folder = mkdtempSync(join(otherDisk, 'languedocs-'));
    const { where, first, second, open } = place(join(folder, 'out'));
    publish(...first, { ...where, keepsOld: false });
    expect(isLiveIntact(where.out, where.work)).toBe(true);
    expect((await open()).standby).toMatchObject({ lost: [], unknown: [] });
    publish(...second, { ...where, keepsOld: true });
    const { standby } = await open();
    expect(textsIn(standby?.folder)).toEqual(['home', 'pay']);
    expect(standby).toMatchObject({ lost: [], unknown: [] });
  });
});
