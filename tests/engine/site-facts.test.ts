import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trustedHomes, turningPointsOfHomes } from '../../src/engine/site-facts.ts';
import { resolveOptions } from '../../src/config/options.ts';
import { folderOf } from '../support.ts';

test.each([
  ['title: Help', true],
  ['draft: true', false],
  ['publishDate: 2027-03-02', false],
  ['publishDate: 2027-03-01', true],
])('a home page with `%s` is one of the site: %s', (line, isShown) => {
  const project = folderOf({ 'content/fr-FR/index.mdx': `---\n${line}\n---\n# Aide\n` });
  const roots = [join(project, 'content')];
  const configuration = { project, roots, options: resolveOptions({ title: 'Help' }), out: '', base: '/' };
  expect(trustedHomes({ ...configuration, time: Date.UTC(2027, 2, 1) })).toHaveLength(isShown ? 1 : 0);
});

test('a build knows when a home page comes or goes', () => {
  const project = folderOf({
    'content/fr-FR/index.mdx': '---\npublishDate: 2027-03-01\nexpiryDate: 2027-06-01\n---\n# Aide\n',
    'content/de-DE/index.mdx': '# Hilfe\n',
  });
  const roots = [join(project, 'content')];
  const configuration = { project, roots, options: resolveOptions({ title: 'Help' }), out: '', base: '/' };
  expect(turningPointsOfHomes(configuration)).toEqual([Date.UTC(2027, 2, 1), Date.UTC(2027, 5, 1)]);
});
