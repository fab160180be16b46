import { expect, test } from 'vitest';
import { placesOf } from '../../src/commands/output-paths.ts';

test.each<[what: string, files: [root: string, path: string][], places: string[]]>([
  ['one directory', [['/a', 'x.md']], ['x.md']],
  [
    'a directory that is named twice',
    [
      ['/a', 'x.md'],
      ['/a', 'x.md'],
    ],
    ['x.md', 'x.md'],
  ],
  [
    'directories without a path in common',
    [
      ['/a', 'x.md'],
      ['/b', 'y.md'],
    ],
    ['x.md', 'y.md'],
  ],
  [
    'directories with the same path',
    [
      ['/a', 'x.md'],
      ['/a', 'y.md'],
      ['/b', 'x.md'],
    ],
    ['a/x.md', 'a/y.md', 'b/x.md'],
  ],
  [
    'directories with the same name too',
    [
      ['/a/content', 'x.md'],
      ['/b/content', 'x.md'],
      ['/c/content-2', 'x.md'],
    ],
    ['content/x.md', 'content-2/x.md', 'content-2-2/x.md'],
  ],
])('%s', (_what, files, places) => {
  const references = files.map(([root, path]) => ({ root, path }));
  expect(references.map(placesOf(references))).toEqual(places);
});
