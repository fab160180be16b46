import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/pipeline/markdown.ts';
import { escapeMarkdown } from '../../src/pipeline/markdown-text.ts';

test.each([
  'Pay an invoice (again) – 50 %, first_name & more!',
  '[x](javascript:pwned())',
  '![x](https://a.example/x.png)',
  '[x][y] [^1]',
  '<img src=x onerror=pwned()>',
  '<https://a.example/> https://a.example/`x` (www.a.example) a@b.example mailto:a@b.example ``www.a',
  '`code` ``',
  '*a* **b** _c_ __d__ ~~e~~ _',
  'A&amp;B &lt;b&gt; &#60;i&#62; &',
  '\\ \\[x\\](y) \\\\',
  '<!-- x --> <?x?> <![CDATA[x]]>',
])('%j stays text', (text) => {
  const tree = parseMarkdown(`- [${escapeMarkdown(text)}](/x): ${escapeMarkdown(text)}`);
  const found: string[] = [];
  visit(tree, ({ type }) => void found.push(type));
  const allowed = ['root', 'list', 'listItem', 'paragraph', 'link', 'text', 'inlineCode'];
  expect(found.filter((type) => !allowed.includes(type))).toEqual([]);
  expect(found.filter((type) => type === 'link')).toHaveLength(1);
  expect(toString(tree)).toBe(`${text}: ${text}`);
});

test('a text of several lines is one line', () => {
  expect(escapeMarkdown(' a\n\n# b\r\n- c\u2028d ')).toBe('a # b - c d');
});
