import { toString } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { withoutLongLines } from '../../src/pipeline/long-lines.ts';
import { parseMarkdown, spanOf, visitPhrasing, passagesOf } from '../../src/pipeline/markdown.ts';

const sentence = 'Ouvrez **la page** à payer, puis <b title="a b">un</b> `code là` - 2. fin. ';

test('a very long line is shown to the parser as several of the same length, and read as one', () => {
  const text = `${sentence.repeat(300).trim()}\nfin`;
  const lines = withoutLongLines(text);
  expect(lines).toHaveLength(text.length);
  expect(Math.max(...lines.split('\n').map(({ length }) => length))).toBeLessThan(1200);
  const [passage, ...more] = passagesOf(parseMarkdown(text));
  expect(more).toEqual([]);
  if (!passage) throw new Error('no passage');
  expect(toString(passage).split('\n')).toHaveLength(2);
  visitPhrasing(passage, (node) => {
    const { start, end } = spanOf(node);
    if (node.type === 'text' || node.type === 'html') expect(node.value).toBe(text.slice(start, end));
  });
});

test.each([
  ['of ASCII', 'Open it. '.repeat(2000)],
  ['in a heading', `# ${'à payer '.repeat(2000)}`],
  ['in a row of a table', `| ${'à payer '.repeat(2000)}|`],
  ['in code', `\`\`\`\n${'à payer '.repeat(2000)}\n\`\`\``],
  ['of a long word', 'à'.repeat(9000)],
  ['not so long', 'à payer '.repeat(900)],
])('a line stays: %s', (_what, text) => {
  expect(withoutLongLines(text)).toBe(text);
});
