import { expect, test } from 'vitest';
import { BuiltSite } from '../../src/mcp/built-site.ts';
import { findArticle } from '../../src/mcp/find-article.ts';
import { folderOf } from '../support.ts';
import { siteFiles } from './site.ts';

const open = () => new BuiltSite(folderOf(siteFiles));

test.each([
  ['a slug', 'pay-invoice'],
  ['a slug in capitals', ' Pay-Invoice '],
  ['an id', '7302'],
  ['a slug from before', 'old-name'],
  ['a path', '/help/id/7302/'],
  ['an address of another host', 'https://docs.example/billing/pay-invoice'],
  ['a Markdown edition', 'https://help.example/help/de-de/pay-invoice.md'],
])('%s', (_what, text) => {
  expect(findArticle(text, open())).toEqual({ slug: 'pay-invoice' });
});

test.each([
  ['a slug with folders', 'billing/tax', { slug: 'billing/tax' }],
  ['an article that no list names', 'unlisted', { slug: 'unlisted' }],
  [
    'a page of a locale',
    'https://help.example/help/fr-fr/pay-invoice/?x#step-1',
    { slug: 'pay-invoice', locale: 'fr-FR' },
  ],
])('%s', (_what, text, found) => {
  expect(findArticle(text, open())).toEqual(found);
});

test.each([
  ['an unknown word', 'refund', 'The tool `search`'],
  ['a slug that is nearly one', 'pay-my-invoices', 'Slugs like it: pay-invoice.'],
  ['an id of several articles', 'shared', 'slugs: billing/tax, pay-invoice.'],
  ['an id of an article that is elsewhere', 'gone', 'No article has'],
  ['a name that every object has', '__proto__', 'No article has'],
  ['another file of the API', '../locales', 'No article has'],
  ['a path out of the site', '../../../../etc/passwd', 'No article has'],
  ['one with the separators of Windows', String.raw`..\..\secret`, 'No article has'],
  ['one that is encoded', 'https://help.example/help/fr-fr/%2e%2e%2f%2e%2e%2fsecret', 'No article has'],
  ['an absolute path', '/etc/passwd', 'No article has'],
  ['a path with a NUL', 'pay-invoice\0.json', 'No article has'],
  ['nothing', ' ', 'No article has'],
])('%s is none', (_what, text, message) => {
  const found = findArticle(text, open());
  expect(found).toEqual({ problem: expect.stringContaining(message) as string });
});
