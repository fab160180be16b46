import { expect, test } from 'vitest';
import { renderOriginals } from '../../../src/pipeline/render/originals.ts';
import type { Segment } from '../../../src/pipeline/types.ts';

const none = { start: 0, end: 0 };
const segment = (unit: string, source: string): Segment => ({
  units: [unit],
  target: '',
  source,
  range: none,
  span: none,
});

function originals(...sources: string[]): string[] {
  const segments = sources.map((source, index) => segment(String(index + 1), source));
  const html = renderOriginals(segments, {
    fallbackLanguage: 'en-US',
    resolveLink: (href) => {
      if (href === 'gone.md') return { kind: 'broken' };
      return href.endsWith('.md')
        ? { kind: 'page', href: `/help/fr-fr/${href.replace('.md', '/')}`, fallback: false }
        : { kind: 'external', href };
    },
    resolveImage: () => undefined,
    footnoteIds: [],
  });
  return Object.values(html);
}

test.each([
  ['Plain words.', 'Plain words.'],
  ['Select **Pay now**.', 'Select <strong>Pay now</strong>.'],
  ['Run `a < b`.', 'Run <code>a &lt; b</code>.'],
  ['See [roles](roles.md).', 'See <a href="/help/fr-fr/roles/">roles</a>.'],
  ['See [roles](gone.md).', 'See <span class="broken-link">roles</span>.'],
  ['Open [x](https://a.example/?b&c).', 'Open <a href="https://a.example/?b&amp;c" rel="noopener">x</a>.'],
  ['A & B', 'A &amp; B'],
  ['Two\nlines *of it*', 'Two lines <em>of it</em>'],
  // A sentence stays a sentence, whatever it begins like.
  ['2. Select `x`', '2. Select <code>x</code>'],
  ['# Not a heading_', '# Not a heading_'],
  ['- no list *at all*', '- no list <em>at all</em>'],
  // Nothing runs, no id comes twice, and no block breaks a line.
  ['<script>alert(1)</script>Text', 'Text'],
  ['<a name="x"></a>Word & <b onclick="x()">bold</b>', '<a></a>Word &amp; <b>bold</b>'],
  ['[x](javascript:alert(1))', '<span>x</span>'],
  ['Before <div>block</div> after', /Before.*block.*after/s],
  ['Broken</span></p> tags', /Broken.*tags/s],
])('%j is shown as %j', (source, html) => {
  const [found = ''] = originals(source);
  if (typeof html === 'string') expect(found).toBe(html);
  else expect(found).toMatch(html);
  expect(found).not.toMatch(/<(?:p|div)\b|\sid=/);
});

test('sentences keep their order and their ids, whatever is in them', () => {
  const segments = [
    segment('7', 'One **bold**'),
    segment('p8', 'Two'),
    segment('9', '</p><h1>x'),
    segment('10', '`d`'),
  ];
  const html = renderOriginals(segments, {
    fallbackLanguage: 'en-US',
    resolveLink: () => ({ kind: 'broken' }),
    resolveImage: () => undefined,
    footnoteIds: [],
  });
  expect(Object.keys(html)).toEqual(['s7', 'sp8', 's9', 's10']);
  expect([html['s7'], html['sp8'], html['s10']]).toEqual(['One <strong>bold</strong>', 'Two', '<code>d</code>']);
});

test('a sentence without a source has none', () => {
  expect(originals(' ', 'x')).toEqual(['x']);
});
