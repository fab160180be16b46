import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BuiltSite, SiteFolder } from '../../src/mcp/built-site.ts';
import { folderOf } from '../support.ts';
import { siteFiles } from './site.ts';

test('a site knows where it is served, and from where', () => {
  const site = new BuiltSite(folderOf(siteFiles));
  expect(site).toMatchObject({ base: '/help/', origin: 'https://help.example', sourceLocale: 'en-US' });
  expect(site.addressOf('/help/fr-fr/')).toBe('https://help.example/help/fr-fr/');
});

test('without a sitemap, addresses are paths', () => {
  const folder = folderOf(siteFiles);
  rmSync(join(folder, 'sitemap.xml'));
  expect(new BuiltSite(folder).addressOf('/help/fr-fr/')).toBe('/help/fr-fr/');
});

test('lists of several pages are one', () => {
  const { topics } = new BuiltSite(folderOf(siteFiles));
  expect(topics.map(({ slug }) => slug)).toEqual(['billing/tax', 'pay-invoice']);
});

describe('what is outside of the site is not read', () => {
  const secret = 'A secret.';

  function siteBeside(): { folder: string; outside: string } {
    const root = folderOf({ ...prefixed('site/'), 'secret/secret.md': secret, 'secret/secret.json': '{}' });
    return { folder: join(root, 'site'), outside: join(root, 'secret') };
  }

  function prefixed(before: string): Record<string, string> {
    return Object.fromEntries(Object.entries(siteFiles).map(([path, text]) => [before + path, text]));
  }

  test.each(['../../secret/secret', '../secret/secret', '..', '.', '', 'pay-invoice/../../../secret/secret'])(
    'a slug that is none: %j',
    (slug) => {
      const site = new BuiltSite(siteBeside().folder);
      expect(() => site.markdown('en-US', slug)).toThrow('is no slug of the site');
      expect(() => site.page('en-US', slug)).toThrow('is no slug of the site');
      expect(() => site.article(slug)).toThrow('is no slug of the site');
    },
  );

  test('an article that is a link', () => {
    const { folder, outside } = siteBeside();
    rmSync(join(folder, 'en-us/pay-invoice.md'));
    symlinkSync(join(outside, 'secret.md'), join(folder, 'en-us/pay-invoice.md'));
    expect(() => new BuiltSite(folder).markdown('en-US', 'pay-invoice')).toThrow('pay-invoice.md is missing');
  });

  test('a folder of documents that is a link', () => {
    const { folder, outside } = siteBeside();
    rmSync(join(folder, 'api/v1/ids'), { recursive: true });
    symlinkSync(outside, join(folder, 'api/v1/ids'));
    expect(() => new BuiltSite(folder).articlesOfId('secret')).toThrow('secret.json is missing');
  });

  test('a document that is a link', () => {
    const { folder, outside } = siteBeside();
    symlinkSync(join(outside, 'secret.json'), join(folder, 'api/v1/ids/secret.json'));
    expect(new BuiltSite(folder).articlesOfId('secret')).toEqual([]);
  });
});

test('a site that is replaced is read anew', () => {
  const root = folderOf(Object.fromEntries(Object.entries(siteFiles).map(([path, text]) => [`dist/${path}`, text])));
  const folder = new SiteFolder(join(root, 'dist'));
  const before = folder.site;
  expect(before.slugs.has('new')).toBe(false);
  expect(folder.site).toBe(before);
  renameSync(join(root, 'dist'), join(root, 'spare'));
  expect(() => folder.site).toThrow('Build one with `npm run build`');
  mkdirSync(join(root, 'dist/api/v1/articles'), { recursive: true });
  for (const name of ['locales', 'index']) {
    writeFileSync(join(root, `dist/api/v1/${name}.json`), siteFiles[`api/v1/${name}.json`] ?? '');
  }
  writeFileSync(join(root, 'dist/api/v1/articles/new.json'), '{}');
  expect(folder.site.slugs.has('new')).toBe(true);
});
