import { expect, test } from 'vitest';
import { templateFailure } from '../../src/engine/template-failure.ts';

const file = '/help/content/fr-FR/index.mdx';

test.each<[what: string, error: unknown, text: string | undefined]>([
  [
    'a plugin that cannot parse MDX',
    {
      errors: [{ id: file, loc: { file, line: 20, column: 1 }, message: '20:1: Expected a closing tag for `<Hero>`' }],
    },
    `${file}:20:1: Expected a closing tag for \`<Hero>\``,
  ],
  [
    'the bundler that misses a file, with colours and a code frame',
    {
      errors: [
        {
          id: file,
          loc: { file, line: 2, column: 14 },
          message: "\u001B[31m[UNRESOLVED_IMPORT] \u001B[0mCould not resolve './gone.astro'\n   frame",
        },
      ],
    },
    `${file}:2:14: Could not resolve './gone.astro'`,
  ],
  [
    'two files',
    {
      errors: [
        { id: '/a.mdx', message: 'One' },
        { id: '/b.mdx', message: 'Two' },
      ],
    },
    '/a.mdx: One\n/b.mdx: Two',
  ],
  [
    'front matter that is no YAML',
    Object.assign(new Error('bad indentation'), { loc: { file, line: 3 } }),
    `${file}:3: bad indentation`,
  ],
  ['an error that names no file', new Error('out of memory'), undefined],
  ['what is no error', 'lost', undefined],
])('%s', (_what, error, text) => {
  expect(templateFailure(error)).toBe(text);
});
