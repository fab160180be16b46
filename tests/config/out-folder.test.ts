import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/core/errors.ts';
import { outFolder } from '../../src/config/configuration.ts';
import { folderOf } from '../support.ts';

const files = { 'project/package.json': '', 'project/content/fr/a.md': '', 'articles/fr/a.md': '', 'notes/a.txt': '' };

/** What is taken as the directory of the finished site, below a folder that has a project and articles elsewhere. */
function outIn(out: string): string {
  const root = folderOf(files);
  const project = join(root, 'project');
  return relative(
    root,
    outFolder({ text: join(root, out), folder: join(root, out) }, project, [
      join(project, 'content'),
      join(root, 'articles'),
    ]),
  );
}

test.each(['project', '.', 'articles', 'project/content'])(
  '%s is refused, because it holds what a build would replace',
  (out) => {
    expect(() => outIn(out)).toThrow(UsageError);
    expect(() => outIn(out)).toThrow(/a build replaces this directory, and it holds .*\. Name another one\.$/);
  },
);

test.each(['articles/site', 'articles/fr', 'project/content/site'])(
  '%s is refused, because it lies among articles',
  (out) => {
    expect(() => outIn(out)).toThrow(UsageError);
    expect(() => outIn(out)).toThrow(/: it lies among the articles of .*\. Name one outside\.$/);
  },
);

test('a directory with other files is refused, one in the project or elsewhere is taken', () => {
  expect(() => outIn('notes')).toThrow('the directory has files that no build made');
  for (const out of ['project/dist', 'site']) expect(outIn(out)).toBe(out);
});
