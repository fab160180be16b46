/** What pages load runs in browsers, and in the preview only from the folders that its policy allows (`dev/policy.ts`). */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadedBy, modulesIn } from '../imports.ts';

const templates = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.astro'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);
const loaded = loadedBy([
  ...templates,
  ...modulesIn('src').filter((file) => /\/client\/|\/search\/query\//.test(file)),
]);

test('modules that pages load are found', () => {
  const some = ['src/client/desk/desk-api.ts', 'src/search/query/readings.ts', 'src/search/words.ts'];
  expect(some.filter((file) => !loaded.has(file))).toEqual([]);
});

test('modules that pages load import no packages and nothing of Node', () => {
  const foreign = [...loaded].flatMap(([file, { imports }]) =>
    imports.filter((name) => !name.startsWith('src/')).map((name) => `${file} imports ${name}`),
  );
  expect(foreign).toEqual([]);
});

test('modules that pages load use no names that only Node knows', () => {
  const names =
    /(?<![\w$.'"])(?:Buffer|process|require|__dirname|setImmediate)(?=[.([])|\bimport\.meta\.(?:dirname|filename)\b/;
  const users = [...loaded].flatMap(([file, { code }]) => {
    const used = names.exec(code)?.[0];
    return used === undefined ? [] : `${file} uses ${used}`;
  });
  expect(users).toEqual([]);
});
