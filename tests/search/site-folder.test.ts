import { expect, test } from 'vitest';
import { CommandError } from '../../src/core/errors.ts';
import { openSiteFolder } from '../../src/search/site-folder.ts';
import { folderOf } from '../support.ts';

const place = { tag: 'fr-FR', direction: 'ltr', index: '/pagefind/fr-fr/', home: '/fr-fr/' };
const strings = { 'fr-fr/search/strings.json': JSON.stringify({ indexes: [place] }) };

test.each([
  ['no index', {}, 'There is no search index in'],
  ['an index of another version', { 'pagefind/fr-fr/pagefind.js': 'export {};' }, 'There is no search index in'],
  [
    'an index without its other files',
    { 'pagefind/fr-fr/terms.dat': '1 articles, 1 files of words\n a1' },
    'cannot be read',
  ],
  ['an index that is damaged', { 'pagefind/fr-fr/terms.dat': '{' }, 'cannot be read'],
])('a site with %s says so, and what to do', async (_what, files, message) => {
  const search = openSiteFolder(folderOf({ ...strings, ...files }), 'fr-fr');
  const error: unknown = await search?.search('facture').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CommandError);
  expect(String(error)).toContain(message);
  expect(String(error)).toContain('Build the site again with `npm run build`.');
});

test('a site without the locale has no search in it', () => {
  expect(openSiteFolder(folderOf(strings), 'de-de')).toBeUndefined();
});
