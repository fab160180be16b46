import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/pipeline/markdown.ts';

const reference = remark().use(remarkGfm);

/** What rendering depends on: types, texts and addresses, without places and empty fields. */
function essence(tree: Root): unknown[] {
  const nodes: unknown[] = [];
  visit(tree, (node) => {
    if (node.type === 'root') return;
    const { type } = node;
    nodes.push([
      type,
      'value' in node ? node.value : '',
      'url' in node ? node.url : '',
      'depth' in node ? node.depth : '',
      'ordered' in node ? node.ordered : '',
      'align' in node ? node.align : '',
    ]);
  });
  return nodes;
}

const texts: readonly [what: string, markdown: string][] = [
  ['headings with anchors', '# <a name="x"></a>Titre\n\n## Deux ##\n\nUn\n==='],
  ['emphasis', 'a **b** *c* ***d*** `e` ~~f~~ **「g」**h ** i ** ****j****'],
  ['lists', '1. a\n1. b\nlazy\n\n   - c\n     d\n\n* [x] e'],
  [
    'links',
    '[a](b "c") [d][e] <https://f.example> https://g.example/h, www.i.example. a@b.example\n\n[e]: https://j.example',
  ],
  ['images', '![a](b.png) [![c](d.png)](e)'],
  ['tables', '| a | b |\n|:--|--:|\n| `c\\|d` | **e** |'],
  ['quotations', '> [!NOTE]\n> a\n>\n> - b'],
  ['code', '```js\nlet a\n```\n\n    b\n\n~~~\nc\n~~~'],
  ['HTML', 'a<br>b <mailbox> <!-- c -->\n\n<div>\nd\n</div>\n\n<table><tr><td>e</td></tr></table>'],
  ['escapes and entities', '\\*a\\* &amp; &lt;b&gt; &#124; &nbsp;c\\\nd  \ne'],
  ['scripts', '請前往 https://a.example/付款。支付**發票**。 ชำระ**เงิน** دفع **فاتورة**'],
  ['dollars and dashes', 'a $$b$$ -- "c" ... \'d\''],
];

test.each(texts)('%s: the tree is that of remark-parse with GFM', (_what, markdown) => {
  expect(essence(parseMarkdown(markdown))).toEqual(essence(reference.parse(markdown)));
});
