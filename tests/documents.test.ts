/** Modules and folders that the documents name exist. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const listed = ['ls-files', '--cached', '--others', '--exclude-standard'];
const files = execFileSync('git', listed, { encoding: 'utf8' }).trim().split('\n');

/** Documents write paths as short as they are clear: without `src`, or by the name alone. */
function isThere(path: string): boolean {
  return files.some((file) => (path.endsWith('/') ? `/${file}`.includes(`/${path}`) : `/${file}`.endsWith(`/${path}`)));
}

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'src/README.md'])('%s names what is there', (document) => {
  const text = readFileSync(document, 'utf8');
  const modules = Array.from(text.matchAll(/`([\w./-]+\.(?:ts|astro|cjs|mjs))`/g), ([, path = '']) => path);
  const folders = Array.from(
    text.matchAll(
      /`((?:src|scripts|tests|pipeline|engine|commands|publish|search|exports|check|client|build|site|cli)\/[\w/-]*)`/g,
    ),
    ([, path = '']) => `${path.replace(/\/$/, '')}/`,
  );
  expect(modules.length + folders.length).toBeGreaterThan(2);
  expect([...modules, ...folders].filter((path) => !isThere(path))).toEqual([]);
});
