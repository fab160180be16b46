/** The linter holds the borders of the rooms: what a module imports against them does not pass. */
import { readdirSync, readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import rooms from '../src/rooms.json' with { type: 'json' };

describe('an import', () => {
  let eslint: ESLint;
  beforeAll(() => {
    // No type is asked for, so none has to be found out first.
    const overrideConfig = { languageOptions: { parserOptions: { projectService: false } } };
    eslint = new ESLint({ overrideConfig, ruleFilter: ({ ruleId }) => ruleId.startsWith('import-x/') });
  });

  test.each([
    ['of a lower room passes', 'src/pipeline/read.ts', '../core/lists.ts', []],
    ['of the same room passes', 'src/core/lists.ts', './locales.ts', []],
    ['of a room that has not been named', 'src/git/run.ts', '../ui/isolate.ts', ['import-x/no-restricted-paths']],
    ['of a higher room, by its type', 'src/pipeline/read.ts', '../check/report.ts', ['import-x/no-restricted-paths']],
    ['of a template', 'src/pipeline/read.ts', '../theme/shells/Base.astro', ['import-x/no-restricted-paths']],
    ['in a template', 'src/theme/shells/Base.astro', '../../engine/build.ts', ['import-x/no-restricted-paths']],
    ['of what is not shipped', 'src/commands/check.ts', '../../scripts/bench.ts', ['import-x/no-restricted-paths']],
    [
      'of a module of the same room that imports this one',
      'src/core/html.ts',
      './html-template.ts',
      ['import-x/no-cycle'],
    ],
    [
      'of a module that imports this one',
      'src/core/locales.ts',
      '../layouts/locale-of-path.ts',
      ['import-x/no-cycle', 'import-x/no-restricted-paths'],
    ],
  ])('%s', async (_what, filePath, imported, rules) => {
    const line = `import * as other from '${imported}';\n`;
    const isTemplate = filePath.endsWith('.astro');
    const text = isTemplate ? `---\n${line}---\n{other}\n` : `${line}export { other };\n`;
    const [result] = await eslint.lintText(text, { filePath });
    expect(result?.messages.map(({ ruleId }) => ruleId).sort()).toEqual(rules);
  });
});

test('each folder of src is a room, and no room is missing', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(Object.keys(rooms).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('rooms stand in order: each imports only from those before it', () => {
  const order = Object.keys(rooms);
  const upward = Object.entries(rooms).flatMap(([room, allowed]) =>
    allowed.filter((name) => order.indexOf(name) >= order.indexOf(room)).map((name) => `${room} imports ${name}`),
  );
  expect(upward).toEqual([]);
});

test('src/README.md shows the same rooms with what they may import', () => {
  const readme = readFileSync('src/README.md', 'utf8');
  const rows = readme.matchAll(/^\| `([a-z]+)` +\|[^|]*\| *([^|]*?) *\|$/gm);
  const shown = Object.fromEntries(
    Array.from(rows, ([, room = '', imports = '']) => [room, imports.split(', ').filter((name) => name !== '–')]),
  );
  expect(shown).toEqual(rooms);
});
