import fc from 'fast-check';
import { rehype } from 'rehype';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/pipeline/markdown.ts';
import { remarkAlerts } from '../../../src/pipeline/render/alerts.ts';
import { isPlain } from '../../../src/pipeline/render/plain.ts';
import { sanitizeSchema } from '../../../src/pipeline/render/sanitize-schema.ts';
import { remarkTabs } from '../../../src/pipeline/render/tabs.ts';

const toHast = remark()
  .use(remarkAlerts, { label: (kind) => kind })
  .use(remarkTabs)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .freeze();
const asWritten = rehype().use(rehypeSanitize, sanitizeSchema).freeze();
const asRead = rehype().use(rehypeRaw).use(rehypeSanitize, sanitizeSchema).freeze();

/** HTML of a text as it is written and as a browser reads it, where the text is taken to be plain. */
function bothOf(markdown: string): string[] {
  const tree = parseMarkdown(markdown);
  const [one, other] = [tree, parseMarkdown(markdown)].map((copy) => toHast.runSync(copy));
  if (!isPlain(tree) || !one || !other) return [];
  return [asWritten.stringify(asWritten.runSync(one)), asRead.stringify(asRead.runSync(other))];
}

const pieces = [
  ...['a', ' ', '\n', '\n\n', '\\', '&amp;', '&#x20;', '&nbsp;', '😀', '\t', '  \n'],
  ...['# ', '\n## b\n', '\n***\n', '\n> ', '\n- ', '\n10. ', '\n- [x] c', '\n  ', '\n    '],
  ...['*', '**', '***', '~~', '`', '``', '[', ']', '](https://d.example)', '](e.md "f")', '![', 'https://g.example/h'],
  ...['\n```js i\n', '\n```\n', '\n| j | k |\n|---|:-:|\n| l | m | n |\n', '[o]', '\n\n[o]: https://p.example\n\n'],
  ...['\n> [!NOTE]\n> ', '\n> [!div class="row  column"]\n> ', '\n# [Mac](#tab/mac)\n', '[^q]', '\n\n[^q]: r\n\n'],
];

test('the HTML of plain articles is the same when it has been read', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
      const [written, read] = bothOf(chosen.join(''));
      expect(written).toBe(read);
      if (written !== undefined) plain++;
    }),
    { numRuns: 2000 },
  );
  expect(plain).toBeGreaterThan(500);
});

test.each([
  ['tags', 'a <b>c</b>', false],
  ['a footnote in a link', '[a [^1]](https://b.example)\n\n[^1]: c', false],
  ['code that begins with an empty line', '```\n\na\n```', false],
  ['what most articles have', '# a\n\n- *b* [c](d)\n\n| e |\n|---|\n| `f` |\n', true],
])('is it plain: %s', (_what, markdown, expected) => {
  expect(isPlain(parseMarkdown(markdown))).toBe(expected);
});
