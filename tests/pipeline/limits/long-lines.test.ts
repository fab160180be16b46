import { toString } from 'mdast-util-to-string';
import { markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { withoutLongLines } from '../../../src/pipeline/limits/long-lines.ts';
import { parseMarkdown, spanOf, visitPhrasing, passagesOf } from '../../../src/pipeline/markdown.ts';

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

test.each([
  ['Chinese', '請開啟**檔案**並儲存變更。'],
  ['Thai', 'เปิดไฟล์**เอกสาร**แล้วบันทึกการเปลี่ยนแปลง'],
  ['links', '請開啟[變更檔案](/b/變更檔案)。並儲存**變更檔案**。'],
  ['links and blanks', 'Ouvrez [la page à payer](/a "là bas") et <b title="à payer">une autre</b>. '],
  ['images', 'Ouvrez ![la page à payer](/a) une fois. '],
  ['code', '請開啟檔案並儲存`變更檔案並儲存`。'],
  ['tags', '請開啟<b title="變更檔案並儲存">檔案並儲存</b>。'],
  ['addresses', '請開啟檔案並儲存 https://a.example/變更檔案並儲存 變更檔案。'],
  ['marks of all kinds', '請開啟*檔案*並_儲存_變更~~檔案~~並&amp;儲存\\*變更 '],
  ['half links', '請開啟檔案](變更檔案並儲存)請開啟檔案並儲存'],
  ['an address to the end', '請開啟檔案並儲存www.變更檔案並儲存'],
])('a very long line means what it meant: %s', (_what, sentence) => {
  for (const before of ['', '- ', '> ', '> 1. ']) {
    const text = `${before}${sentence.repeat(Math.ceil(9000 / sentence.length))}\n\n請開啟檔案`;
    expect(withoutLongLines(text)).toHaveLength(text.length);
    expect(plain(parseMarkdown(text))).toEqual(plain(markdownToMdast(text, { features: { gfm: true } })));
  }
});

/** A tree without lines and columns, which nobody asks for. */
function plain(tree: object): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value)),
  );
}

test.each([['請開啟檔案並儲存變更。'], ['เปิดไฟล์เอกสารแล้วบันทึก']])(
  'letters end lines where no blanks are: %s',
  (sentence) => {
    const lines = withoutLongLines(sentence.repeat(1000)).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(1200);
  },
);
