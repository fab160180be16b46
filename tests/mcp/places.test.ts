import { describe, expect, test } from 'vitest';
import { PagePlaces, stepOf } from '../../src/mcp/places.ts';

const page = (article: string) =>
  new PagePlaces(
    `<!DOCTYPE html><title>x</title><nav><ol><li id="step-9">Menu</li></ol></nav><article>${article}</article><h2 id="foot">Foot</h2>`,
  );

describe('steps', () => {
  const { steps } = page(`<h1 id="t">Title</h1><ol><li id="step-1">a</li><li>no id</li></ol><h2>Two  <b>words</b></h2>
    <div><ol><li id="step-2-1"><ol><li>inner</li></ol></li></ol></div><h3 id="step-5">A heading</h3><ul><li id="s7">b</li></ul>`);

  test('are items with their ids, in the article alone', () => {
    expect(steps).toEqual([
      { id: 'step-1', list: 1, number: 1, section: '' },
      { id: 'step-2-1', list: 2, number: 1, section: 'Two words' },
    ]);
  });
});

test.each([
  ['step-4', { list: 1, number: 4 }],
  ['step-2-4', { list: 2, number: 4 }],
  ['step-', undefined],
  ['step-x', undefined],
  ['xstep-4', undefined],
  ['step-1-2-3', undefined],
])('%s', (id, step) => {
  expect(stepOf(id)).toEqual(step);
});

test.each([
  [
    'bold words, code and a link',
    '<p><span id="s1">Open <strong>Costs</strong>, <code>a_b</code>, <a href="/fr-fr/x/#y">x</a>.</span></p>',
    'Open **Costs**, `a_b`, [x](/fr-fr/x/#y).',
  ],
  ['marks in marks', '<p>a <em>x<b>y</b>z</em>, <del>1</del></p>', 'a *x**y**z*, ~~1~~'],
  ['words behind a line break', '<p>a<br><b>c</b></p>', 'a\\\n**c**'],
  ['two paragraphs', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
  ['code in lines', '<p>Run:</p><pre tabindex="0"><code>a\n  b\n</code></pre>', 'Run:\n\n```\na\n  b\n```'],
  ['a list in it', '<p>Choose:</p><ul><li>a</li><li>b</li></ul>', 'Choose:\n\n- a\n- b'],
  [
    'a table',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    '| a |\n| - |\n| b |',
  ],
  ['a picture', '<p><img src="/media/x.png" alt="A menu"></p>', '![A menu](/media/x.png)'],
  ['what only browsers without scripts show', '<p>One.<noscript><a href="/x">Original</a></noscript></p>', 'One.'],
  ['signs of Markdown that are words', '<p>2 * 3 * 4 [x](y) _z_</p>', '2 \\* 3 \\* 4 \\[x]\\(y) \\_z\\_'],
])('a step with %s', (_what, html, markdown) => {
  expect(page(`<ol><li id="step-1">${html}</li></ol>`).markdown('step-1')).toBe(markdown);
});

// The serializer of remark alone would not end within a day.
test('words in many marks, in one another and beside each other', () => {
  const html = `${'<em>'.repeat(90)}${'x<b>y</b>'.repeat(500)}${'</em>'.repeat(90)}`;
  const markdown = page(`<ol><li id="step-1">${html}</li></ol>`).markdown('step-1') ?? '';
  expect(markdown.replaceAll('*', '')).toBe('xy'.repeat(500));
});

describe('sections', () => {
  const places = page(
    '<h1 id="t">T</h1><p>0</p><h2 id="a">A</h2><p>1</p><h3 id="b">B</h3><p>2</p><h2 id="c">C</h2><div><h3 id="d">D</h3><p>3</p></div>',
  );

  test.each([
    ['a', '## A\n\n1\n\n### B\n\n2'],
    ['b', '### B\n\n2'],
    ['c', '## C\n\n### D\n\n3'],
    ['d', '### D\n\n3'],
    ['foot', undefined],
    ['toString', undefined],
    ['', undefined],
  ])('%s', (id, markdown) => {
    expect(places.markdown(id)).toBe(markdown);
  });
});
