import { expect, test } from 'vitest';
import { Draft } from '../../../src/pipeline/draft.ts';
import { parseMarkdown } from '../../../src/pipeline/markdown.ts';
import { anchorOfEnglish, placeAnchors } from '../../../src/pipeline/normalize/anchors.ts';
import { findPairs } from '../../../src/pipeline/parse/pairs.ts';
import { project } from '../../../src/pipeline/parse/project.ts';
import { pair } from '../../support.ts';

test.each([
  ['Pay an invoice', 'pay-an-invoice'],
  ['Pay - recommended steps', 'pay---recommended-steps'],
  ['Rules & limits', 'rules--limits'],
  ['Cómo iniciar', 'cmo-iniciar'],
  ['The &lt;id&gt; field', 'the-ltidgt-field'],
  ['Use `az login`', 'use-az-login'],
  ['**Bold** and [a link](https://a.example/x)', 'bold-and-a-link'],
  ['<code>x</code> in <b>y</b>', 'x-in-y'],
  ['snake_case stays', 'snake_case-stays'],
])('the anchor of %s', (heading, anchor) => {
  expect(anchorOfEnglish(heading)).toBe(anchor);
});

function place(text: string, isSource = false) {
  const draft = project(text, 0, findPairs(text, 0).pairs, 'target');
  return placeAnchors(parseMarkdown(draft.text), draft, isSource).map(({ id, aliases, explicit }) => ({
    id,
    aliases,
    explicit,
  }));
}

const rows: readonly [what: string, text: string, anchors: ReturnType<typeof place>][] = [
  ['an anchor', '# <a name="pay"></a>Payer', [{ id: 'pay', aliases: [], explicit: true }]],
  ['two anchors', '# <a name="pay"></a><a name="Own"></a>Payer', [{ id: 'pay', aliases: ['Own'], explicit: true }]],
  ['an id attribute', '# <a id="pay"></a>Payer', [{ id: 'pay', aliases: [], explicit: true }]],
  ['an emptied anchor', '# <a name=""></a>Payer', [{ id: 'payer', aliases: [], explicit: false }]],
  ['the English of the pair', `# ${pair(102, 'Payer', 'Pay now')}`, [{ id: 'pay-now', aliases: [], explicit: true }]],
  ['words of the heading', '# 支払う 方法', [{ id: '支払う-方法', aliases: [], explicit: false }]],
  ['nothing at all', '# ?', [{ id: 'section-1', aliases: [], explicit: false }]],
  ['an anchor in text', 'Texte <a name="here"></a> ici', [{ id: 'here', aliases: [], explicit: true }]],
  [
    'the same anchor twice',
    '# <a name="x"></a>A\n\n## <a name="x"></a>B\n\n## <a name="x"></a>C',
    [
      { id: 'x', aliases: [], explicit: true },
      { id: 'x-1', aliases: [], explicit: true },
      { id: 'x-2', aliases: [], explicit: true },
    ],
  ],
];

test.each(rows)('%s', (_what, text, anchors) => {
  expect(place(text)).toEqual(anchors);
});

test('headings of the source get their anchor by the rule', () => {
  const text = '# Pay - now\n\n## `Code` & more ##';
  const anchors = placeAnchors(parseMarkdown(text), Draft.of(text, 0), true);
  expect(anchors.map(({ id }) => id)).toEqual(['pay---now', 'code--more']);
});
