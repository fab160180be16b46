import rehypeRaw from 'rehype-raw';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { Draft } from '../../../src/pipeline/draft.ts';
import { parseMarkdown } from '../../../src/pipeline/markdown.ts';
import { allowedTags } from '../../../src/pipeline/render/allowed-html.ts';
import { handOverMarkdown } from '../../../src/pipeline/render/markdown-export.ts';
import type { HandOverContext } from '../../../src/pipeline/render/render-context.ts';

const rows: [what: string, markdown: string, expected: string][] = [
  ['an anchor goes', '# <a name="pay"></a>Pay', '# Pay\n'],
  ['a title is put where there is none', 'Text.', '# Title\n\nText.\n'],
  ['a link leads to the page', '# A\n\n[B *c*](b.md#x "t")', '# A\n\n[B *c*](/fr-fr/b.md#x "t")\n'],
  ['a link to nowhere is its text', '# A\n\nSee [B *c*](broken.md) now.', '# A\n\nSee B *c* now.\n'],
  ['a link in HTML is one in Markdown', '# A\n\n<a href="b.md" class="x">B</a>', '# A\n\n[B](/fr-fr/b.md)\n'],
  ['an address defined elsewhere', '# A\n\n[B][1]\n\n[1]: b.md', '# A\n\n[B][1]\n\n[1]: /fr-fr/b.md\n'],
  [
    'a note that is a definition goes',
    '# A\n\n[//]: # (note)\n\n[comment]: <https://a.example> "note"\n\nText.',
    '# A\n\nText.\n',
  ],
  ['a picture has its place on the site', '# A\n\n![b](b.png)', '# A\n\n![b](/media/b.png)\n'],
  ['a picture that is not there is its description', '# A\n\n![b](missing.png)', '# A\n\nb\n'],
  ['a picture in the text itself is its description', '# A\n\n![b](data:image/png;base64,AA==)', '# A\n\nb\n'],
  ['layout goes', '# A\n\n<div class="row">\n\nText.\n\n</div>\n', '# A\n\nText.\n'],
  ['an included file is there', '# A\n\n[!INCLUDE [x](part.md)]', '# A\n\nIncluded.\n'],
  ['the title comes first', 'Before.\n\n# A *b*\n\nAfter.', '# A *b*\n\nBefore.\n\nAfter.\n'],
  ['a title of two lines has one', 'A\nb #\n===\n\nText.', '# A b \\#\n\nText.\n'],
  [
    'a title that is code is none',
    '#!/usr/bin/env node\n\n    # code',
    '# Title\n\n#!/usr/bin/env node\n\n    # code\n',
  ],
  ['nothing but a title', '# A', '# A\n'],
  [
    'tables keep what they mean',
    '# A\n\n<table><td onclick="x()" rowspan=2 align="left">b',
    '# A\n\n<table><td rowspan="2" align="left">b\n',
  ],
  [
    'a picture in HTML is one in Markdown',
    '# A\n\n<img src="b.png" alt="b [c]" onerror="x()">',
    '# A\n\n![b \\[c\\]](/media/b.png)\n',
  ],
  ['a video is a link', '# A\n\n> [!VIDEO https://v.example/1]', '# A\n\n> [video.watch](https://v.example/1)\n'],
  [
    'alerts and code stay',
    '# A\n\n> [!NOTE]\n> Text.\n\n```\n<a name="x"></a>\n```',
    '# A\n\n> [!NOTE]\n> Text.\n\n```\n<a name="x"></a>\n```\n',
  ],
];

const context: HandOverContext = {
  title: 'Title',
  resolveLink: (href) =>
    href.startsWith('broken')
      ? { kind: 'broken' }
      : /^[a-z]+:/i.test(href)
        ? { kind: 'external', href }
        : { kind: 'page', href: `/fr-fr/${href}`, fallback: false },
  resolveImage: (src) => (src.startsWith('missing') ? undefined : { kind: 'local', src: `/media/${src}` }),
  include: () => 'Included.',
  code: () => undefined,
  t: (key) => key,
};

function handedOver(markdown: string): string {
  const draft = Draft.of(markdown, 0);
  return handOverMarkdown(
    { draft, tree: parseMarkdown(markdown), anchors: [], repaired: [], isSource: false, headingIds: [] },
    context,
  );
}

test.each(rows)('%s', (_what, markdown, expected) => {
  expect(handedOver(markdown)).toBe(expected);
});

const addresses = [
  'javascript:pwned()',
  'JavaScript&colon;pwned()',
  '&#106;avascript:pwned()',
  'javascript\\:pwned()',
  'vbscript:pwned()',
  'data:text/html,pwned()',
  'file:///etc/passwd',
  'blob:https://a.example/x',
];
const forms: ((address: string) => string)[] = [
  (address) => `[x](${address})`,
  (address) => `[x](<${address}> "${address}")`,
  (address) => `[x](<\t${address}>)`,
  (address) => `![x](${address})`,
  (address) => `[![x](${address})](${address})`,
  (address) => `<${address}>`,
  (address) => `[x][r] ![y][r] [r]\n\n[r]: ${address} 'title'`,
  (address) => `[^1]\n\n[^1]: [x](${address})`,
  (address) => `| a |\n|---|\n| [x](${address}) |`,
  (address) => `<a href="${address}">x</a>`,
  (address) => `<a\nhref=${address}>x</a>`,
  (address) => `<div><a href='${address}'>x</a></div>`,
  (address) => `<iframe src="${address}"></iframe>`,
  (address) => `<img src="${address}" alt="x">`,
  (address) => `<div>[x](${address})</div>`,
  (address) => `<span>[</span>x](${address})`,
  (address) => `[<!-- -->x](${address})`,
  (address) => `<area href="${address}"><form action="${address}"><button formaction="${address}">x</form>`,
  (address) => `<svg><a xlink:href="${address}">x</a></svg>`,
  (address) => `# [x](${address})`,
  (address) => `[x](${address})\n===`,
];

/** Addresses and tags of all Markdown, as another parser reads it, and once more of what it makes HTML of. */
function found(markdown: string): { addresses: string[]; tags: string[] } {
  const result = { addresses: [] as string[], tags: [] as string[] };
  const hast = remark().use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);
  visit(hast.runSync(hast.parse(markdown)), 'element', ({ tagName, properties }) => {
    result.tags.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (/^on|style|srcdoc/i.test(name)) result.tags.push(name);
      if (/href|src|action/i.test(name)) result.addresses.push(String(value).replace(/[\s\u0000-\u0020]/g, ''));
    }
  });
  return result;
}

test.each(forms.flatMap((form) => addresses.map((address) => form(address))))('%j leads nowhere', (markdown) => {
  const { addresses: led, tags } = found(handedOver(`# A\n\n${markdown}\n`));
  expect(led.filter((address) => !/^(?:\/|#|https?:)/i.test(address))).toEqual([]);
  expect(tags.filter((tag) => /^(?:on|style|src|iframe|form|button|svg|area)/i.test(tag))).toEqual([]);
});

test.each([
  '<b onclick="pwned()">x</b>',
  '<details ontoggle=pwned() open>x</details>',
  '<script>pwned()</script>',
  '<img src=x onerror=pwned() ',
  '<sv<svg/onload=pwned()>g>',
  '<b <script>pwned()</script>',
  '<style>*{}</style>',
  '<div><style>*{}</style></div>',
  '<div\n\n><base href=//attacker.test>',
  '<p title="<img src=x onerror=pwned()>">x</p>',
  '<!-- <img> --!><img src=x onerror=pwned()>',
  '<![CDATA[<img src=x onerror=pwned()>]]>',
  '<?x <img src=x onerror=pwned()>?>',
])('%j is no HTML that a page may not have', (markdown) => {
  const { tags } = found(handedOver(`# A\n\n${markdown}\n`));
  expect(tags.filter((tag) => !allowedTags.has(tag) && !['html', 'head', 'body'].includes(tag))).toEqual([]);
});
