import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { markupKinds } from '../../../src/pipeline/normalize/markup-kinds.ts';
import { collect } from '../../../src/pipeline/pipeline.ts';
import { french, problems, read, settingsFor } from '../library.ts';
import { file } from '../../support.ts';

/** Kinds that are found in an article, with their counts. */
function found(body: string): Record<string, number> {
  const library = read({ 'fr-FR/a.md': file(french, `# Titre\n\n${body}\n`) });
  const articles = library.topics.flatMap((topic) => Object.values(topic.articles));
  return Object.fromEntries(
    articles.flatMap(({ visibleMarkup }) => visibleMarkup.map(({ kind, count }): [string, number] => [kind, count])),
  );
}

const rows: readonly (readonly [kind: string, ...bodies: string[]])[] = [
  ['table-of-contents', '[TOC]', '[[_TOC_]]', '[[toc]]', '* Table\n{:toc}'],
  [
    'wiki-link',
    'Voir [[Payer]].',
    'Voir [[Payer|ici]].',
    '![[image.png|300]]',
    '> Voir [[Payer#Part]].',
    '| a |\n|---|\n| [[b]] |',
  ],
  ['snippet', '<<< @/a.js', '{{#include a.rs}}', '--8<-- "a.md"', '{* ../../a.py hl[1] *}', '- {{#include a.rs}}'],
  [
    'shortcode',
    '{{< note >}}',
    '{{% alert title="Un" %}}',
    '{{<note>}}',
    '{{< figure src="https://a.example/x.png" >}}',
    '[a]({{< ref "b" >}})',
    'Un {{< /note >}} mot',
  ],
  ['liquid-tag', '{% include "a.html" %}', '{%- if x -%}', '{% hint style="info" %}', '{% endhint %}'],
  ['template-comment', 'Un {#caché#} mot'],
  ['variable', 'Le {{ site.name }} ici', '{{name}}', '{{Compat("x")}}', '{{ a | b: "c" }}'],
  [
    'container',
    ':::note\nUn',
    '::: warning Titre\nUn',
    ':::tip[Titre]\nUn',
    '- :::note',
    '> ::::details Un',
    '::: {.note}',
  ],
  ['admonition', '!!! note\n    Un', '!!! warning "Titre"', '??? note', '???+ tip "Un"', '!!! info inline end'],
  ['block', '/// tip | Titre', '/// note'],
  ['tab', '=== "Onglet"\n\n    Un', '===+ "Onglet"'],
  ['details', '+++ Titre\n\nUn'],
  ['inline-term', 'Le [!DNL Nom] ici', '[!UICONTROL Save > All]', '[!BEGINTABS]'],
  ['step-block', 'Un\n\n--- task ---', '--- /hint ---'],
  [
    'heading-id',
    '## Deux {#two}',
    '## Deux { #two }',
    '## Deux {: #two }',
    '## Deux {#deux-étapes}',
    '## Deux {#1-two}',
  ],
  [
    'attributes',
    'Un{: .class}',
    '![a](b.png){width="600"}',
    '[a](https://a.example){target="_blank"}',
    '## Un {.class}',
    '## Un {#a .b}',
    '{:.no_toc}',
    'Un { .annotate }',
  ],
  ['role', 'Voir :ref:`x`.', 'Voir :py:func:`x`.', 'Voir {ref}`x`.'],
  ['directive', '.. note::', '.. code-block:: python'],
  ['divider', '^^^'],
  ['embed', '@[video](https://a.example)', '@[youtube](x)'],
  ['keys', 'Tapez ++ctrl+alt+del++.', '++enter++'],
  ['highlight', 'Un ==mot important== ici'],
  ['comment', 'Un %%caché\n\ncaché%% mot', 'Un %%CACHE%% mot'],
  ['expression', 'Un{/* caché */}', "Un{' '}mot", '<p>{`x`}</p>'],
  ['component', '<Tabs>\n\nUn\n\n</Tabs>', 'Un <Badge text="Beta" /> ici', '<Card title="Un">', '<Icon.Star />'],
  ['element', '<aside class="x">\nUn\n</aside>', 'Un <dfn>mot</dfn>', '<my-badge>Un</my-badge>'],
  ['math', 'Si $\\vec{v} = 0$.', '$$ x = \\sqrt{b} $$'],
  ['icon', 'Un :material-check: ici', ':fontawesome-brands-x:'],
  ['abbreviation', '*[HTML]: Hyper Text'],
  ['sized-image', '![a](b.png =300x200)', '![a](b.png =300x)'],
  ['bracket-code', '[block:callout]\n{}\n[/block]', '[caption id="a"]Un[/caption]', 'Un [b]mot[/b]'],
];

test.each(rows.flatMap(([kind, ...bodies]) => bodies.map((body) => ({ kind, body }))))(
  '$kind: $body',
  ({ kind, body }) => {
    expect(found(body)).toHaveProperty(kind);
  },
);

test('every kind has its row', () => {
  expect(rows.map(([kind]) => kind)).toEqual(markupKinds.map(({ name }) => name));
});

test.each([
  'Voir `[[Payer]]`, `{{ nom }}` et `++a++`.',
  '```\n[[Payer]]\n:::note\n{% if %}\n```',
  '    [[Payer]]',
  '<!-- [[Payer]] {{ nom }} -->',
  '<pre>\n[[Payer]]\n</pre>',
  'Un <code>[[ -f x ]]</code> et <kbd>{{x}}</kbd>',
  'Un \\[\\[lien]] et \\{\\{ nom }}',
  '[Un](https://a.example/[[x]]/{{y}})',
  '[un]: https://a.example/{{y}}',
  '> [!NOTE]\n> Un',
  ':::image type="content" source="a.png" alt-text="Un":::',
  ':::row:::\n:::column:::\nUn\n:::column-end:::\n:::row-end:::',
  '::: moniker range="x"\nUn\n::: moniker-end',
  '[!INCLUDE [x](y.md)]',
  'Get-Mailbox <Name> puis <Nom du groupe>',
  'Un &lt;Tabs title="x"&gt; écrit ainsi &lt;/Tabs&gt;',
  'Si a == b et c == d, C++ et D++, 50 %% et 20 %%.',
  'for %%i in (*.txt) do echo %%i',
  'Vraiment !!! Oui ??? Non',
  'Titre\n===\n\nUn\n\n---\n\nDeux',
  'Un {nom} et {0} et { a: 1 }',
  'À 10:30:45, :smile: ou a::b',
  '# [Un](#tab/un)\n\nUn\n\n***',
  '- [ ] Un\n- [x] Deux',
  'Note[^1].\n\n[^1]: Une note.',
  '[1] et [a][b] et [[1]](https://a.example)',
  '+ Un\n+ Deux',
  'Cela coûte $5, dans C:\\Temp $6, et $$.',
])('leaves %j', (body) => {
  expect(found(body)).toEqual({});
});

test('the sample help centre has none', () => {
  const library = collect(settingsFor(resolve('content')), () => undefined);
  expect(library.topics.length).toBeGreaterThan(0);
  expect(problems(library).filter((found) => found.endsWith('visible-markup'))).toEqual([]);
});

test.each([
  ['a.mdx', '<Code code={x} lang="js" />', ['visible-markup']],
  ['a.mdx', '<Details>\nUn\n</Details>', ['visible-markup']],
  ['a.mdx', 'Un<BR/>deux', []],
  ['a.md', '<Details>\nUn\n</Details>', []],
])('a component that has the name of an element is one in MDX: %s, %j', (name, body, rules) => {
  const { diagnostics } = read({ [`fr-FR/${name}`]: file(french, `# Titre\n\n${body}\n`) });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(rules);
});

test('each kind is named once for the site, at its first place', () => {
  const { diagnostics } = read({
    'fr-FR/b.md': file(french, '# B\n\nVoir [[x]] et [[y]].\n'),
    'fr-FR/a.md': file(french, '# A\n\nUn.\n\n- Voir [[x]].\n\n:::note\nUn\n:::\n'),
  });
  const named = diagnostics.filter(({ rule }) => rule === 'visible-markup');
  expect(named.map(({ file: path, line, column, places, severity }) => [path, line, column, places, severity])).toEqual(
    [
      ['fr-FR/a.md', 10, 8, 3, 'warning'],
      ['fr-FR/a.md', 12, 1, 1, 'warning'],
    ],
  );
  expect(named[0]?.message).toContain('3 times in 2 articles');
});
