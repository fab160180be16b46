import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPublishedWhole, keepAsSpare, makeTwin, publish, surveySpare } from '../../src/publish/releases.ts';
import { folderOf } from '../support.ts';
import { manifestOf } from './noted-site.ts';

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

test('the first site has a twin, which is the spare of the next build', async () => {
  const { out, work, first } = place();
  const manifest = manifestOf(first.folder, first.keys);
  const twin = await makeTwin(first.folder, manifest.files, work);
  expect(twin).toBeDefined();
  publish(first.folder, manifest, { out, work, before: undefined, twin });

  expect(isPublishedWhole(out, work)).toBe(true);
  const { published, spare } = (await surveySpare(out, work)).open();
  expect(spare).toMatchObject({ isWhole: true, foreign: [] });
  for (const site of [published, spare]) expect(textsIn(site?.folder ?? '')).toEqual(['home', 'pay']);
  expect(spare?.folder).not.toBe(published?.folder);
  expect(existsSync(join(work, 'twin'))).toBe(false);
  rmSync(join(out, 'index.html'));
  expect(isPublishedWhole(out, work)).toBe(false);
});

test('the site before is the spare where there is no twin, and a twin that was left goes', async () => {
  const { out, work, first, second } = place();
  publish(first.folder, manifestOf(first.folder, first.keys), { out, work, before: undefined, twin: undefined });
  const { published } = (await surveySpare(out, work)).open();
  mkdirSync(join(work, 'twin'));
  publish(second.folder, manifestOf(second.folder, second.keys), { out, work, before: published, twin: undefined });

  const sites = (await surveySpare(out, work)).open();
  expect(textsIn(sites.published?.folder ?? '')).toEqual(['new home']);
  expect(textsIn(sites.spare?.folder ?? '')).toEqual(['home', 'pay']);
  expect([isPublishedWhole(out, work), sites.spare?.isWhole]).toEqual([true, true]);
  expect(existsSync(join(work, 'twin'))).toBe(false);
});

test('a site that is the published one once more is kept as the spare', async () => {
  const { out, work, first, second } = place();
  publish(first.folder, manifestOf(first.folder, first.keys), { out, work, before: undefined, twin: undefined });
  keepAsSpare(second.folder, manifestOf(second.folder, second.keys), out, work);
  const sites = (await surveySpare(out, work)).open();
  expect(textsIn(sites.published?.folder ?? '')).toEqual(['home', 'pay']);
  expect(sites.spare).toMatchObject({ isWhole: true, foreign: [] });
  expect(textsIn(sites.spare?.folder ?? '')).toEqual(['new home']);
});
