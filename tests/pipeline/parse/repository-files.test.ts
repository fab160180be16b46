import { expect, test } from 'vitest';
import { parseManuscript } from '../../../src/pipeline/parse/manuscript.ts';

const rulesOf = (path: string, text: string, root = '/content') => {
  const { manuscript, findings } = parseManuscript({ root, path, text, digest: '' }, 'target', 'en-US');
  return manuscript ? 'article' : findings.map(({ rule }) => rule).join();
};

const header = '---\ntitle: A\n---\n';

test.each([
  'README.md',
  'readme.txt',
  'fr-FR/README.md',
  'README.fr-FR.md',
  'README.zh-CN.md',
  'fr-FR/README-zh_CN.md',
  'LICENSE.md',
  'fr-FR/licence.txt',
  'fr-FR/CONTRIBUTING.md',
  'fr-FR/code-of-conduct.md',
  'CODE_OF_CONDUCT.md',
  'fr-FR/guide/TOC.md',
  'fr-FR/toc.md',
  'fr-FR/toc-backup.md',
  'SUMMARY.md',
  'fr/SUMMARY.md',
  'fr-FR/SECURITY.md',
  'robots.txt',
  'fr-FR/robots.txt',
  'THIRD-PARTY-NOTICES.txt',
])('%s without front matter is no article', (path) => {
  expect(rulesOf(path, '# A\n')).toBe('repository-file');
  expect(rulesOf(path, '')).toBe('repository-file');
});

test.each(['README.md', 'TOC.md'])('%s without a locale is none either, whatever front matter it has', (path) => {
  expect(rulesOf(path, `${header}# A\n`)).toBe('repository-file');
});

test('a repository of one locale has files about itself', () => {
  expect(rulesOf('README.md', '# A\n', '/x/docs.fr-fr')).toBe('repository-file');
  expect(rulesOf('pay.md', '# A\n', '/x/docs.fr-fr')).toBe('article');
});

test('a table of contents whose front matter says nothing known is none', () => {
  expect(rulesOf('fr-FR/TOC.md', '---\nuser-guide-title: A\n---\n# A\n')).toBe('repository-file');
});

test.each([
  ['fr-FR/README.md', `${header}# A\n`],
  ['fr-FR/license.md', `${header}# A\n`],
  ['fr-FR/guide/README.md', '# A\n'],
  ['fr-FR/security.md', '# A\n'],
  ['fr-FR/support.md', '# A\n'],
  ['fr-FR/summary.md', '# A\n'],
  ['fr-FR/robots.md', '# A\n'],
  ['fr-FR/licenses.md', '# A\n'],
  ['fr-FR/readme-first.md', '# A\n'],
])('%s is an article: %j', (path, text) => {
  expect(rulesOf(path, text)).toBe('article');
});
