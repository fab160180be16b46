/** All hostile files at once beside good articles, through the real command. Each alone is `npm run hostile`. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workFolder } from '../../src/config/work-folder.ts';
import { hostileFiles } from '../attacks/hostile-files.ts';
import { type Finished, makeWorkFolder, project, removeWorkFolder, runBuild } from './command.ts';

const folder = makeWorkFolder();
const [content, out, alone] = [join(folder, 'content'), join(folder, 'site'), join(folder, 'alone')];
const good = ['pay-invoice', 'tax-ids', 'billing-roles'];
const locales = ['en-US', 'fr-FR', 'de-DE'];
const names = good.flatMap((name) => locales.map((locale) => `${locale}/${name}.md`));
let finished: Finished;

beforeAll(async () => {
  const copy = (to: string) => {
    for (const name of [...names, 'media']) cpSync(join(project, 'content', name), join(to, name), { recursive: true });
  };
  copy(join(folder, 'good'));
  await runBuild('--content', join(folder, 'good'), '--out', alone);
  for (const { path, content: text } of hostileFiles) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  copy(content);
  finished = await runBuild('--content', content, '--out', out);
}, 600_000);
afterAll(() => removeWorkFolder(folder, 'site', 'alone'));

test('the build ends, and the site is published', () => {
  expect(finished.code).toBe(1);
  expect(finished.text).toMatch(/^\d+ pages in 3 locales/m);
});

test.each(names)('the page of %s shows the good article', (name) => {
  const [locale = '', slug = ''] = name.replace('.md', '').split('/');
  const main = (site: string) =>
    /<article[\s\S]*<\/article>/.exec(readFileSync(join(site, locale.toLowerCase(), slug, 'index.html'), 'utf8'))?.[0];
  expect(main(alone)).toBeDefined();
  expect(main(out)).toBe(main(alone));
});

test('each file that does harm is named', () => {
  const found = readFileSync(join(workFolder({ project, out }), 'diagnostics.txt'), 'utf8');
  const silent = hostileFiles.filter(({ path, harmless }) => harmless !== true && !found.includes(path));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('nothing of the site’s own is a folder or a page of an article', () => {
  for (const name of ['robots.txt', 'favicon.svg', 'preferences.js', 'llms.txt', 'fr-fr/llms.txt', 'fr-fr/offer.json'])
    expect(readFileSync(join(out, name), 'utf8')).not.toContain('Attaque</h1>');
  expect(existsSync(join(out, 'fr-fr/search/index.html'))).toBe(true);
});
