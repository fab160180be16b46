import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLiveIntact, keepAsStandby, makeTwin, publish, surveyStandby } from '../../src/publish/releases.ts';
import { folderOf } from '../support.ts';
import { manifestOf } from './recorded-release.ts';

/** A folder for an output and the work on it, and sites that are ready to be published there. */
function place() {
  const root = folderOf({
    'first/index.html': 'home',
    'first/fr/pay/index.html': 'pay',
    'second/index.html': 'new home',
  });
  const [out, work] = [join(root, 'out'), join(root, 'work')];
  mkdirSync(work);
  const first = { folder: join(root, 'first'), keys: { 'index.html': 'a', 'fr/pay/index.html': 'b' } };
  const second = { folder: join(root, 'second'), keys: { 'index.html': 'c' } };
  return { out, work, first, second };
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .sort();

test('the first site has a twin, which is the standby of the next build', async () => {
  const { out, work, first } = place();
  const manifest = manifestOf(first.folder, first.keys);
  const twin = await makeTwin(first.folder, manifest.files, work);
  expect(twin).toBeDefined();
  publish(first.folder, manifest, { out, work, before: undefined, twin });

  expect(isLiveIntact(out, work)).toBe(true);
  const { live, standby } = (await surveyStandby(out, work)).open();
  expect(standby).toMatchObject({ isIntact: true, unknownFiles: [] });
  for (const site of [live, standby]) expect(textsIn(site?.folder ?? '')).toEqual(['home', 'pay']);
  expect(standby?.folder).not.toBe(live?.folder);
  expect(existsSync(join(work, 'twin'))).toBe(false);
  rmSync(join(out, 'index.html'));
  expect(isLiveIntact(out, work)).toBe(false);
});

test('the site before is the standby where there is no twin, and a twin that was left goes', async () => {
  const { out, work, first, second } = place();
  publish(first.folder, manifestOf(first.folder, first.keys), { out, work, before: undefined, twin: undefined });
  const { live } = (await surveyStandby(out, work)).open();
  mkdirSync(join(work, 'twin'));
  publish(second.folder, manifestOf(second.folder, second.keys), { out, work, before: live, twin: undefined });

  const sites = (await surveyStandby(out, work)).open();
  expect(textsIn(sites.live?.folder ?? '')).toEqual(['new home']);
  expect(textsIn(sites.standby?.folder ?? '')).toEqual(['home', 'pay']);
  expect([isLiveIntact(out, work), sites.standby?.isIntact]).toEqual([true, true]);
  expect(existsSync(join(work, 'twin'))).toBe(false);
});

test('a site that is the published one once more is kept as the standby', async () => {
  const { out, work, first, second } = place();
  publish(first.folder, manifestOf(first.folder, first.keys), { out, work, before: undefined, twin: undefined });
  keepAsStandby(second.folder, manifestOf(second.folder, second.keys), out, work);
  const sites = (await surveyStandby(out, work)).open();
  expect(textsIn(sites.live?.folder ?? '')).toEqual(['home', 'pay']);
  expect(sites.standby).toMatchObject({ isIntact: true, unknownFiles: [] });
  expect(textsIn(sites.standby?.folder ?? '')).toEqual(['new home']);
});
