import { rehype } from 'rehype';
import { expect, test } from 'vitest';
import { passagesOf } from '../../src/search/passages.ts';

test.each([
  [
    'text before the first section',
    '<h1 id="t">T</h1><p>One.</p><p>Two.</p>',
    [{ id: '', heading: '', text: 'One. Two.' }],
  ],
  [
    'sections',
    '<h1>T</h1><h2 id="a">A &amp; B</h2><p>One.</p><h3 id="c">C</h3><p>Two.</p>',
    [
      { id: 'a', heading: 'A & B', text: 'One.' },
      { id: 'c', heading: 'C', text: 'Two.' },
    ],
  ],
  [
    'steps, with a list of their own, and what follows them',
    '<h2 id="a">A</h2><ol><li id="step-1">One<ul><li>inner</li></ul></li><li id="step-2">Two</li></ol><p>After.</p>',
    [
      { id: 'step-1', heading: 'A', step: 1, text: 'One inner' },
      { id: 'step-2', heading: 'A', step: 2, text: 'Two' },
      { id: 'a', heading: 'A', text: 'After.' },
    ],
  ],
  [
    'an alert without its label',
    '<p>One.</p><aside class="alert alert-note"><p class="alert-title">Note</p><p>Two.</p></aside><p>Three.</p>',
    [{ id: '', heading: '', text: 'One. Two. Three.' }],
  ],
  [
    'a step of a second list',
    '<ol><li id="step-2-3">X</li></ol>',
    [{ id: 'step-2-3', heading: '', step: 3, text: 'X' }],
  ],
  ['an attribute with a bracket', '<p title="a > b">One</p>', [{ id: '', heading: '', text: 'One' }]],
  [
    'a link for readers without scripts',
    '<h2 id="a">A</h2><noscript><p><a href="/x/">In English</a></p></noscript><p>One</p>',
    [{ id: 'a', heading: 'A', text: 'One' }],
  ],
  ['a word in bold stays whole', '<p>Un<b>do</b></p>', [{ id: '', heading: '', text: 'Undo' }]],
  ['nothing', '', []],
])('%s', (_name, html, passages) => {
  expect(passagesOf(rehype().data('settings', { fragment: true }).parse(html))).toEqual(passages);
});
