/** Small files that would make very large pages: what is left out is named, and the page stays small. */
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/pipeline/types.ts';
import { mostIncluded } from '../../src/pipeline/files/inclusions.ts';
import { mostFootnotes, mostRepeated } from '../../src/pipeline/render/references.ts';
import { mostFilled } from '../../src/pipeline/render/whole-tables.ts';
import { pair } from '../support.ts';
import { page, read } from './library.ts';

/** The page of `fr-FR/a.md`, and the rules and lines of what is found in it. */
function built(files: Record<string, string>): { shown: Page; found: string[] } {
  const library = read(files);
  const found = library.diagnostics.map(({ rule, file, line }) => `${file}:${line} ${rule}`);
  return { shown: page(library, 'fr-FR', 'a'), found: [...new Set(found)] };
}

const partOf = (index: number) => `fr-FR/includes/${index}.md`;

/** Files that include the next one some times each; the last is text. */
function chain(length: number, times: number, last: string, pathOf = partOf): Record<string, string> {
  const below = (index: number) => pathOf(index).slice('fr-FR/'.length);
  const files: Record<string, string> = { 'fr-FR/a.md': `# A\n\n[!INCLUDE [n0](${below(0)})]\n` };
  for (let index = 0; index < length; index++) {
    const up = '../'.repeat(pathOf(index).split('/').length - 2);
    files[pathOf(index)] = `[!INCLUDE [n${index + 1}](${up}${below(index + 1)})]\n\n`.repeat(times);
  }
  files[pathOf(length)] = last;
  return files;
}

describe('included files', () => {
  test.each([
    ['in one folder', chain(9, 10, 'Un mot.')],
    ['in a folder each', chain(9, 10, 'Un mot.', (index) => `fr-FR/${index}/includes/i.md`)],
    ['that hold little but each other', chain(40, 3, 'x')],
    ['on one line', { ...chain(9, 10, 'mot'), [partOf(3)]: '[!INCLUDE [n4](4.md)]'.repeat(10) }],
  ])('that multiply: %s', (_what, files) => {
    const { shown, found } = built(files);
    expect(found).toContain('fr-FR/a.md:3 too-much-included');
    expect(shown.html.length).toBeLessThan(10 * mostIncluded);
    expect(shown.markdown.length).toBeLessThan(2 * mostIncluded);
  });

  test('that multiply and hold nothing', () => {
    const { shown } = built(chain(60, 10, ''));
    expect(shown.html.length).toBeLessThan(1000);
  });

  test('that include each other, each all of them', () => {
    const names = Array.from({ length: 10 }, (_each, index) => `${index}.md`);
    const all = names.map((name) => `[!INCLUDE [to ${name}](${name})]\n\n`).join('');
    const files = Object.fromEntries(names.map((name) => [`fr-FR/includes/${name}`, `Ici ${name}\n\n${all}`]));
    const { shown, found } = built({ ...files, 'fr-FR/a.md': `# A\n\n[!INCLUDE [x](includes/0.md)]\n` });
    expect(found).toContain('fr-FR/a.md:3 include-loop');
    for (const name of names) expect(shown.html).toContain(`Ici ${name}`);
    expect(shown.html).toContain('to 0.md');
    expect(shown.html.length).toBeLessThan(mostIncluded);
  });

  test('of which one is included more often than it fits', () => {
    const { shown, found } = built({
      'fr-FR/a.md': `# A\n\n${'[!INCLUDE [la suite](includes/b.md)]\n\n'.repeat(8)}`,
      'fr-FR/includes/b.md': 'Une phrase de quelques mots. '.repeat(20_000),
    });
    // Three times it fits; each other time is named on its own line.
    const named = [9, 11, 13, 15, 17].map((line) => `fr-FR/a.md:${line} too-much-included`);
    expect(found.filter((each) => each.endsWith('too-much-included'))).toEqual(named);
    expect(shown.html.match(/la suite/g)).toHaveLength(5);
  });

  test('that are small are shown as often as they are included', () => {
    const { shown, found } = built({
      'fr-FR/a.md': `# A\n\n${'[!INCLUDE [x](includes/b.md)]\n\n'.repeat(300)}`,
      'fr-FR/includes/b.md': 'Un **mot**.',
    });
    expect(found).toEqual([]);
    expect(shown.html.match(/<strong>mot<\/strong>/g)).toHaveLength(300);
  });
});

describe('code files', () => {
  const long = 'let a = 1; // 23456789012345678901234567\n'.repeat(22_000);
  test.each([
    ['on lines of their own', '[!code-js[un](b.js)]\n\n'],
    ['of the other form', ':::code language="js" source="b.js":::\n\n'],
    ['in quotations', '> [!code-js[un](b.js)]\n\n'],
    ['by several names', '[!code-js[un](b.js)]\n\n[!code-js[un](./b.js)]\n\n[!code-js[un](x/../b.js)]\n\n'],
  ])('that multiply: %s', (_what, mark) => {
    const { shown, found } = built({ 'fr-FR/a.md': `# A\n\n${mark.repeat(100)}`, 'fr-FR/b.js': long });
    expect(found.some((each) => each.endsWith('too-much-included'))).toBe(true);
    expect(shown.html.match(/<pre/g)?.length).toBe(1);
    expect(shown.html.length).toBeLessThan(5 * mostIncluded);
  });

  test('behind more blanks than its lines have characters', () => {
    const mark = `${' > '.repeat(50)}[!code-js[le code](b.js)]\n`;
    const { shown } = built({ 'fr-FR/a.md': `# A\n\n${mark}`, 'fr-FR/b.js': 'a\n'.repeat(50_000) });
    expect(shown.html).toContain('le code');
    expect(shown.html.length).toBeLessThan(20_000);
  });

  test('of empty lines', () => {
    const { shown, found } = built({
      'fr-FR/a.md': '# A\n\n        > [!code-js[x](b.js)]\n\n> > > > > [!code-js[le code](b.js)]\n',
      'fr-FR/b.js': `${'\n'.repeat(900_000)}a`,
    });
    expect(found).toEqual(['fr-FR/a.md:5 too-much-included']);
    expect(shown.html).toContain('le code');
  });
});

describe('tables', () => {
  const head = (columns: number) => `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n`;
  test.each([
    ['with long short rows', `${head(99)}${'|\n'.repeat(5000)}`],
    ['with rows of one cell', `${head(99)}${'|b|\n'.repeat(5000)}`],
    ['of many short ones', `${head(99)}${'|\n'.repeat(300)}\n`.repeat(10)],
    ['wider than any', `${head(2000)}${'|\n'.repeat(2000)}`],
    ['in a quotation', `> ${head(99).replace('\n', '\n> ')}${'> |\n'.repeat(5000)}`],
    ['in an item', `- ${head(99).replace('\n', '\n  ')}${'  |\n'.repeat(5000)}`],
  ])('%s', (_what, table) => {
    const { shown, found } = built({ 'fr-FR/a.md': `# A\n\n${table}` });
    expect(found.filter((each) => each.endsWith('too-many-cells'))).toHaveLength(1);
    expect(shown.html.match(/<t[dh]/g)?.length).toBeLessThan(table.length + mostFilled);
  });

  test('with a few short rows are filled up', () => {
    const { shown, found } = built({ 'fr-FR/a.md': `# A\n\n|a|b|c|\n|-:|-|-|\n|1|\n` });
    expect(found).toEqual([]);
    expect(shown.html.match(/<td/g)).toHaveLength(3);
  });
});

describe('references', () => {
  // The parser itself lets references repeat no more characters than the article has, so that only long articles reach this limit.
  const length = mostRepeated + 100_000;
  const address = `https://a.example/${'b'.repeat(length)}`;
  test.each([
    ['to one long address', `[mot][a] `.repeat(500), `[a]: ${address}`],
    ['in short', `[mot] `.repeat(500), `[mot]: ${address}`],
    ['of pictures', `![mot][a] `.repeat(500), `[a]: ${address}`],
    ['with a long title', `[mot][a] `.repeat(500), `[a]: b.md "${'t'.repeat(length)}"`],
    ['in cells', `|a|\n|-|\n${'|[mot][a]|\n'.repeat(500)}`, `[a]: ${address}`],
    ['in headings', `## [mot][a]\n\n`.repeat(500), `[a]: ${address}`],
    ['in bold in items', `- x **[mot][a]**\n`.repeat(500), `[a]: ${address}`],
  ])('%s', (_what, body, definition) => {
    const { shown, found } = built({ 'fr-FR/a.md': `# A\n\n${body}\n\n${definition}\n` });
    expect(found.filter((each) => each.endsWith('too-many-references'))).toHaveLength(1);
    expect(shown.html.length).toBeLessThan(4 * mostRepeated);
    // The words of all of them are there.
    expect(shown.html.match(/mot/g)?.length).toBeGreaterThanOrEqual(500);
  });

  test('to more footnotes than an article has: all words stay', () => {
    const count = mostFootnotes + 500;
    const references = Array.from({ length: count }, (_each, index) => `[^n${index}]`).join(' ');
    const notes = Array.from({ length: count }, (_each, index) => `[^n${index}]: Note${index}.\n`).join('\n');
    const { shown, found } = built({ 'fr-FR/a.md': `# A\n\n${references}\n\n${notes}` });
    expect(found).toEqual(['fr-FR/a.md:3 too-many-references']);
    for (const index of [0, mostFootnotes - 1, mostFootnotes, count - 1]) expect(shown.html).toContain(`Note${index}.`);
    expect(shown.html).toContain(`[^n${count - 1}]`);
    expect(shown.html).not.toContain(`[^n${mostFootnotes - 1}]`);
  });
});

test('the words of one link in the original do not stand in for many links', () => {
  const words = 'mot '.repeat(20_000);
  const { shown } = built({
    'fr-FR/a.md': `# A\n\n${pair(103, '[](https://a.example/b) '.repeat(500), `[${words}](https://a.example/b)`)}`,
  });
  expect(shown.html.length).toBeLessThan(1_000_000);
});

test('ids of any length are not quoted in each finding', () => {
  const anchors = Array.from({ length: 8 }, (_each, index) => `## <a name="${String(index).repeat(20_000)}"></a>b\n\n`);
  const library = read({ 'fr-FR/a.md': `# A\n\n${anchors.join('')}${'[a](#gone) '.repeat(200)}` });
  const broken = library.diagnostics.filter(({ rule }) => rule === 'broken-anchor');
  expect(broken).toHaveLength(200);
  expect(JSON.stringify(broken).length).toBeLessThan(500_000);
});
