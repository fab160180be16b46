import { expect, test } from 'vitest';
import { parseManuscript } from '../../../src/pipeline/parse/manuscript.ts';

function read(text: string, path = 'fr-FR/x.md') {
  const { manuscript, findings } = parseManuscript({ root: '/', path, text, digest: '' }, 'target', 'en-US');
  return {
    text: manuscript?.draft.text,
    findings: findings.map(({ rule, start, end }) => [rule, text.slice(start, end)]),
  };
}

/** Texts, and what of them is a comment. */
const comments: readonly [text: string, comment: string, rest: string][] = [
  [
    'A\n\n{{< comment >}}\nx\n\n```\ny\n{{< /comment >}}\nB\n',
    '{{< comment >}}\nx\n\n```\ny\n{{< /comment >}}',
    'A\n\nB\n',
  ],
  ['A {{% comment %}}x{{% /comment %}} B\n', '{{% comment %}}x{{% /comment %}}', 'A  B\n'],
  ['A\n{{<comment "x">}}x{{</comment>}}\nB\n', '{{<comment "x">}}x{{</comment>}}', 'A\nB\n'],
  ['A\n{% comment %}\nx\n{% endcomment %}\nB\n', '{% comment %}\nx\n{% endcomment %}', 'A\nB\n'],
  ['A {%- comment -%}x{%- endcomment -%} B\n', '{%- comment -%}x{%- endcomment -%}', 'A  B\n'],
  ['A {% comment "for writers" %}x{% endcomment %} B\n', '{% comment "for writers" %}x{% endcomment %}', 'A  B\n'],
  ['A\n{::comment}\nx\n\ny\n{:/comment}\nB\n', '{::comment}\nx\n\ny\n{:/comment}', 'A\nB\n'],
  ['A {::comment}x{:/} B\n', '{::comment}x{:/}', 'A  B\n'],
  ['A\n{{! x y }}\nB\n', '{{! x y }}', 'A\nB\n'],
  ['A {{/* x */}} B\n', '{{/* x */}}', 'A  B\n'],
  ['A\n{{- /* x\n\ny */ -}}\nB\n', '{{- /* x\n\ny */ -}}', 'A\nB\n'],
  ['A {% # x %} B\n', '{% # x %}', 'A  B\n'],
  ['A {# x #} B\n', '{# x #}', 'A  B\n'],
  ['A {{!-- x }} --}} B\n', '{{!-- x }} --}}', 'A  B\n'],
  ['{/* x\n\ny */}\n\nB\n', '{/* x\n\ny */}', '\nB\n'],
  ['A\n\n  { /* x */ }  \nB\n', '{ /* x */ }', 'A\n\nB\n'],
  ['A %%x y%% B\n', '%%x y%%', 'A  B\n'],
  ['A %% x %%.\n', '%% x %%', 'A .\n'],
  ['%%\nx\n\ny\n%%\nB\n', '%%\nx\n\ny\n%%', 'B\n'],
  ['文字%%注释 一%%文字\n', '%%注释 一%%', '文字文字\n'],
];

test.each(comments)('%j', (text, comment, rest) => {
  expect(read(text)).toEqual({ text: rest, findings: [['comment-left-out', comment]] });
});

test.each([
  'A\n\n```\n{{< comment >}}x{{< /comment >}}\n```\n',
  '`{% comment %}` and `{% endcomment %}`\n',
  '    {/* x */}\n',
  'A {/* x */} B\n',
  '## A {#id} and {#id2}\n',
  '{{</* comment */>}}x{{</* /comment */>}}\n',
  '100%% of 50%% or 20 %\n',
  'for %%i in (a) do copy %%i and %%~ni\n',
  'Hello %%USER_NAME%%, %%A%%\n',
  'A %%x\n\ny%% B\n',
  '%%%% x %%%%\n',
  'A \\%%x y%% B\n',
  'A {% include x %} {{ y }} {{!z}} {% comments %}\n',
])('%j is no comment', (text) => {
  expect(read(text)).toEqual({ text, findings: [] });
});

test('in MDX braces are a comment anywhere', () => {
  expect(read('A {/* x */} B\n', 'fr-FR/x.mdx').text).toBe('A  B\n');
});

test('a comment that has no end is shown, and named', () => {
  const text = 'A\n\n{{< comment >}}\nx\n';
  expect(read(text)).toEqual({ text, findings: [['comment-unclosed', '{{< comment >}}']] });
});

test('sentences around a comment keep their originals', () => {
  const pair = (id: number, target: string, source: string) =>
    `<span data-ttu-id="a-${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="a-${id}">${source}</span></span>`;
  const text = `${pair(101, 'Un.', 'One.')}\n\n{% comment %}x{% endcomment %}\n\n${pair(102, 'Deux.', 'Two.')}\n`;
  const { manuscript } = parseManuscript({ root: '/', path: 'fr-FR/x.md', text, digest: '' }, 'target', 'en-US');
  expect(manuscript?.draft.text).toBe('Un.\n\n\nDeux.\n');
  expect(manuscript?.draft.segments.map(({ target, source }) => [target, source])).toEqual([
    ['Un.', 'One.'],
    ['Deux.', 'Two.'],
  ]);
});
