import { expect, test } from 'vitest';
import { Draft } from '../../../src/pipeline/draft.ts';
import { parseMarkdown } from '../../../src/pipeline/markdown.ts';
import { placeAnchors } from '../../../src/pipeline/normalize/anchors.ts';
import { findPairs } from '../../../src/pipeline/parse/pairs.ts';
import { project } from '../../../src/pipeline/parse/project.ts';
import { render } from '../../../src/pipeline/render/render.ts';
import type { RenderContext } from '../../../src/pipeline/render/render-context.ts';
import { serialize } from '../../../src/pipeline/render/serialize.ts';
import { pair } from '../../support.ts';

const context: RenderContext = {
  title: 'Titre',
  headingIds: [],
  isSource: false,
  fallbackLanguage: 'en-US',
  t: (key, values) => (values ? `${key} ${Object.values(values).join()}` : key),
  include: (href) => (href === 'part.md' ? '**Partie** commune.' : undefined),
  code: (href) => (href === 'x.js' ? 'let a = 1;\n' : undefined),
  resolveLink: (href) => {
    if (href.startsWith('#')) return { kind: 'fragment', href };
    if (/^https?:/.test(href)) return { kind: 'external', href };
    if (href === 'other.md') return { kind: 'page', href: '/fr-fr/other/', fallback: true };
    return { kind: 'broken' };
  },
  resolveImage: (src) => {
    if (src === 'a.png') return { kind: 'local', src: '/media/a.png', width: 4, height: 2 };
    return /^https?:/.test(src) ? { kind: 'remote', href: src } : undefined;
  },
};

function html(markdown: string): string {
  const draft = markdown.includes('data-ttu-id')
    ? project(markdown, 0, findPairs(markdown, 0).pairs, 'target')
    : Draft.of(markdown, 0);
  const tree = parseMarkdown(draft.text);
  const page = render(
    { draft, tree, anchors: placeAnchors(tree, draft, false), repaired: [], isSource: false, headingIds: [] },
    context,
  );
  return serialize(page.body).replace('<h1>Titre</h1>', '').trim();
}

const rows: readonly [what: string, markdown: string, html: string][] = [
  [
    'a sentence with its line end is marked',
    `# ${pair(102, 'Payer\n', 'Pay')}`,
    '<h1 id="pay"><span id="s102">Payer</span></h1>',
  ],
  ['an anchor becomes the id', '## <a name="pay"></a>Payer', '<h2 id="pay">Payer</h2>'],
  [
    'an alert in an alert',
    '> [!NOTE]\n> a\n>\n> > [!TIP]\n> > b',
    '<aside class="alert alert-note" role="note">\n<p class="alert-title">alert.note</p>\n<p>a</p>\n' +
      '<aside class="alert alert-tip" role="note">\n<p class="alert-title">alert.tip</p>\n<p>b</p>\n</aside>\n</aside>',
  ],
  [
    'a second anchor leads there too',
    '## <a name="pay"></a><a name="Own"></a>Payer',
    '<h2 id="pay"><span id="Own"></span>Payer</h2>',
  ],
  ['an anchor around text keeps the text', '## <a name="pay">Payer</a>', '<h2 id="pay">Payer</h2>'],
  ['a link to the web', '[a](https://a.example/)', '<p><a href="https://a.example/" rel="noopener">a</a></p>'],
  ['a link to a page without translation', '[a](other.md)', '<p><a href="/fr-fr/other/" hreflang="en-US">a</a></p>'],
  ['a link that leads nowhere', '[a](gone.md)', '<p><span class="broken-link">a</span></p>'],
  [
    'a link without text',
    '[](https://a.example/x)',
    '<p><a href="https://a.example/x" rel="noopener">a.example/x</a></p>',
  ],
  ['script addresses', '[a](javascript:alert%281%29)', '<p><span>a</span></p>'],
  [
    'an image',
    '![b](a.png)',
    '<p><img src="/media/a.png" width="4" height="2" alt="b" loading="lazy" decoding="async"></p>',
  ],
  ['an image that is missing', '![b](gone.png)', '<p><span class="missing-image">b</span></p>'],
  [
    'an image of another host',
    '![b](https://a.example/b.png)',
    '<p><a href="https://a.example/b.png" rel="noopener">b</a></p>',
  ],
  ['scripts and handlers', '<script>alert(1)</script><b onclick="x()">b</b>', '<b>b</b>'],
  ['a style', '<p style="color:red" class="evil">b</p>', '<p class="">b</p>'],
  [
    'an embed',
    '<iframe src="https://v.example/1"></iframe>',
    '<a href="https://v.example/1" class="video" rel="noopener">embed.open</a>',
  ],
  [
    'a video',
    '[!VIDEO https://v.example/1]',
    '<p><a class="video" href="https://v.example/1" rel="noopener">video.watch</a></p>',
  ],
  ['an include in a sentence', 'Voir [!INCLUDE [part](part.md)]', '<p>Voir <strong>Partie</strong> commune.</p>'],
  ['an include that is missing', 'Avant\n\n[!include[banner](gone.md)]\n\nAprès', '<p>Avant</p>\n<p>Après</p>'],
  ['a code file', '[!code-js[Main](x.js)]', '<pre tabindex="0"><code class="language-js">let a = 1;\n</code></pre>'],
  ['a code file that is missing', '[!code-js[Main](gone.js)]', '<p><span class="broken-link">Main</span></p>'],
  [
    'a code element',
    ':::code language="js" source="x.js":::',
    '<pre tabindex="0"><code class="language-js">let a = 1;\n</code></pre>',
  ],
  [
    'an image element',
    ':::image type="content" source="a.png" alt-text="b [c]":::',
    '<p><img src="/media/a.png" width="4" height="2" alt="b [c]" loading="lazy" decoding="async"></p>',
  ],
  [
    'rows and columns',
    ':::row:::\n:::column span="2":::\nA\n:::column-end:::\n:::row-end:::',
    '<div class="row">\n<div class="column">\n<p>A</p>\n</div>\n</div>',
  ],
  [
    'a zone',
    '::: zone pivot="mac"\nA\n::: zone-end',
    '<div class="zone">\n<p class="zone-label">zone.appliesTo mac</p>\n<p>A</p>\n</div>',
  ],
  [
    'a moniker',
    ':::moniker range=">=2"\nA\n:::moniker-end',
    '<div class="zone">\n<p class="zone-label">zone.appliesTo >=2</p>\n<p>A</p>\n</div>',
  ],
  ['words not to localize', ':::no-loc text="Copilot"::: ouvre', '<p>Copilot ouvre</p>'],
  [
    'extensions in a fence stay',
    '```\n[!INCLUDE [p](part.md)]\n```',
    '<pre tabindex="0"><code>[!INCLUDE [p](part.md)]\n</code></pre>',
  ],
  [
    'tabs',
    '# [Mac](#tab/mac)\n\nA\n\n# [Win](#tab/win)\n\nB\n\n---\n\nC',
    '<div class="tabs">\n<section class="tab" id="tab/mac">\n<p class="tab-title">Mac</p>\n<p>A</p>\n</section>\n<section class="tab" id="tab/win">\n<p class="tab-title">Win</p>\n<p>B</p>\n</section>\n</div>\n<p>C</p>',
  ],
  ['a div', '> [!div class="checklist"]\n> * A', '<div class="checklist">\n<ul>\n<li>A</li>\n</ul>\n</div>'],
  [
    'a table scrolls',
    '| a |\n|---|\n| b |',
    '<div class="table-scroll" role="region" tabindex="0" aria-label="table.label"><table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table></div>',
  ],
  [
    'steps can be linked to',
    '1. A\n1. B\n\nC\n\n1. D',
    '<ol>\n<li id="step-1">A</li>\n<li id="step-2">B</li>\n</ol>\n<p>C</p>\n<ol>\n<li id="step-2-1">D</li>\n</ol>',
  ],
  [
    'a task list',
    '- [x] A',
    '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled checked aria-label="task.done"> A</li>\n</ul>',
  ],
  [
    'footnotes in the words of the language',
    'A[^1] B[^1]\n\n[^1]: C',
    '<p>A<sup><a href="#fn-1" id="fnref-1" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup> B<sup><a href="#fn-1" id="fnref-1-2" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup></p>\n<section data-footnotes="" class="footnotes"><h2 class="visually-hidden" id="footnote-label">footnotes.label</h2>\n<ol>\n<li id="fn-1">\n<p>C <a href="#fnref-1" data-footnote-backref="" aria-label="footnotes.back 1" class="data-footnote-backref">↩</a> <a href="#fnref-1-2" data-footnote-backref="" aria-label="footnotes.back 1-2" class="data-footnote-backref">↩<sup>2</sup></a></p>\n</li>\n</ol>\n</section>',
  ],
  ['dollars are no math', 'a $$b$$ c', '<p>a $$b$$ c</p>'],
  [
    'segments',
    `${pair(103, 'Un **b**.', 'One **b**.')} ${pair(104, 'Deux &amp; deux.', 'Two.')}`,
    '<p><span id="s103">Un <strong>b</strong>.</span> <span id="s104">Deux &amp; deux.</span></p>',
  ],
  [
    'a segment that is a whole link',
    `- [${pair(103, 'Guide', 'Manual')}](https://a.example/)`,
    '<ul>\n<li><a href="https://a.example/" rel="noopener"><span id="s103">Guide</span></a></li>\n</ul>',
  ],
  [
    'segments over a line break',
    `${pair(103, 'Un.', 'One.')}\n   ${pair(104, 'Deux.', 'Two.')}`,
    '<p><span id="s103">Un.</span>\n<span id="s104">Deux.</span></p>',
  ],
];

test.each(rows)('%s', (_what, markdown, expected) => {
  expect(html(markdown)).toBe(expected);
});

const alerts: readonly [marker: string, kind: string, title: string][] = [
  ['[!NOTE]', 'note', 'alert.note'],
  ['[!Note]', 'note', 'alert.note'],
  ['[!TIPS]', 'tip', 'alert.tip'],
  ['[! CONSEILS]', 'tip', 'alert.tip'],
  ['[!עצות]', 'tip', 'alert.tip'],
  ['[!ヒント]', 'tip', 'alert.tip'],
  ['[! Wichtig!]', 'important', 'alert.important'],
  ['[!重要事項 ！]', 'important', 'alert.important'],
  ['[!MERK]', 'note', 'alert.note'],
  ['[!WARNING]', 'warning', 'alert.warning'],
  ['[[!NOTE]', 'note', 'alert.note'],
  ['[!CAUTION]', 'caution', 'alert.caution'],
  ['[!Unerhört]', 'note', 'Unerhört'],
];

test.each(alerts)('the alert %s', (marker, kind, title) => {
  expect(html(`> ${marker}\n> Texte`)).toBe(
    `<aside class="alert alert-${kind}" role="note">\n<p class="alert-title">${title}</p>\n<p>Texte</p>\n</aside>`,
  );
});

test('a marker that the translation repeats is shown once', () => {
  expect(html('> [!NOTE]\n> [!הערה] טקסט')).toBe(
    '<aside class="alert alert-note" role="note">\n<p class="alert-title">alert.note</p>\n<p>טקסט</p>\n</aside>',
  );
});

test('a bracket that was translated on its own is a piece of the marker', () => {
  expect(html(`> ${pair(102, '[', '[')}[!NOTE]\n> ${pair(103, 'Texte', 'Text')}`)).toBe(
    '<aside class="alert alert-note" role="note">\n<p class="alert-title">alert.note</p>\n<p><span id="s103">Texte</span></p>\n</aside>',
  );
});

test('a marker inside of a pair is one too', () => {
  expect(html(`> ${pair(102, '[! CONSEILS]', '[!TIP]')}\n> ${pair(103, 'Texte', 'Text')}`)).toContain(
    '<p class="alert-title">alert.tip</p>\n<p>',
  );
});

test('two alerts in one quotation are two alerts', () => {
  expect(html('> [!NOTE]\n> A\n>\n> [!TIP]\n> B').match(/<aside/g)).toHaveLength(2);
});

test('an article without a top heading gets its title', () => {
  const draft = Draft.of('Texte', 0);
  const tree = parseMarkdown(draft.text);
  expect(
    serialize(render({ draft, tree, anchors: [], repaired: [], isSource: false, headingIds: [] }, context).body),
  ).toBe('<h1>Titre</h1><p>Texte</p>');
});
