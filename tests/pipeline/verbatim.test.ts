import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/pipeline/markdown.ts';
import { mergedSpans, verbatimSpans } from '../../src/pipeline/repairs/verbatim.ts';
import { mendText } from '../../src/pipeline/repairs/mend-file.ts';

const header = '---\ntitle: A\n---\n\n';

function mended(markdown: string, locale = 'fr-FR'): string {
  const { text } = mendText(
    { root: '/content', path: `${locale}/a.md`, text: `${header}${markdown}\n`, digest: 'a' },
    'en-US',
  );
  return text.slice(header.length, -1);
}

/** Text that is meant as it is, with what a repair would take for damage in it. */
const inLine = [
  '$a ** b ** c$',
  '$ a ** b ** c $',
  '$total ** rate ** n$',
  '$$x ** y ** z$$',
  '$`ab ** cd ** e`$',
  String.raw`\(a ** b ** c\)`,
  String.raw`\\(a ** b ** c\\)`,
  String.raw`\[ speed ** rate ** n = 3 \]`,
  String.raw`\begin{align} ab ** cd ** e \end{align}`,
  '{{ total ** rate ** c }}',
  '{{ "** Payer **" | upper }}',
  '{{{ ab ** cd ** ef }}}',
  '{{< figure title="** Payer **" >}}',
  '{{% note title="** Payer **" %}}',
  '{% include a.html b="** Payer **" %}',
  '{% raw %}** Payer **{% endraw %}',
  '{{< highlight py >}} ab ** cd ** ef {{< /highlight >}}',
  '<%= ab ** cd ** ef %>',
  '<?php ab ** cd ** ef ?>',
  '${ab ** cd ** ef}',
  '{props.ab ** cd ** ef}',
  '<x-y attr="** Payer **">',
  '<x-y attr="** Payer **">mot</x-y>',
  '<foo:bar>mot',
  '<xsl:value-of select="ab ** cd ** ef"/>',
  '<Comp a={ab ** cd ** ef} />',
  '<Tab label="** Payer **">',
  '<a title="ab ** cd ** ef > g">mot</a>',
  '<code>ab ** cd ** ef</code>',
  '<kbd>** Payer **</kbd>',
  '<var>ab ** cd ** ef</var>',
  '<math>ab ** cd ** ef</math>',
  '[!UICONTROL ** Payer **]',
  '[!INCLUDE[** Payer **](a.md)]',
  ':kbd[mot]{a="** Payer **"}',
  '[^1] (https://a.example)',
  '[[Page ** une ** deux]]',
  '![[Image ** une ** deux]]',
  '[[page]] (https://a.example)',
  'https://a.example/a**b',
  '[mot](https://a.example/a**b)',
  'moi.meme@c.example',
  '<moi@c.example>',
  'src/**',
  'src/**/*.ts',
  '**/*.md',
  String.raw`C:\dossier\**`,
  '~/x/**',
  '`ab ** cd`',
  '&lt;nom ** de ** lui&gt;',
];

test.each(inLine)('%s is never changed, and what stands around it is', (verbatim) => {
  for (const text of [verbatim, `Texte ${verbatim} ici.`]) expect(mended(text)).toBe(text);
  expect(mended(`Ouvrez ** Un ** ${verbatim} et ** Deux ** ici.`)).toBe(
    `Ouvrez  **Un**  ${verbatim} et  **Deux**  ici.`,
  );
});

test.each([
  '$$\nab ** cd ** ef\n$$',
  '```math\nab ** cd ** ef\n```',
  '    ab ** cd ** ef',
  ':::note[** Payer **]\nTexte\n:::',
  '::: tip ** Payer **\nTexte\n:::',
  '!!! note "** Payer **"',
  '=== "** Payer **"',
  '/// note | ** Payer **',
  '.. note:: ** Payer **',
  '> [!NOTE]\n> Texte',
  '[^1]: Note',
  '[mot]: https://a.example/?x "** Payer **"',
  '<pre>\nab ** cd ** ef\n</pre>',
  '{% highlight py %}\nab ** cd ** ef\n{% endhighlight %}',
  '{/* ** Payer ** */}',
  '<!-- ** Payer ** -->',
  'Comptez x ** 2 fois.',
  'Comptez e**(i*pi) puis 10 ** -3.',
])('a block is never changed: %j', (text) => {
  expect(mended(text)).toBe(text);
});

test.each([
  ['{{ ข้อ ๔๐๑ }}', 'th-TH'],
  ['<x-y a="๔๐๑">', 'th-TH'],
  ['$๔๐๑$', 'th-TH'],
])('digits stay in %s', (text, locale) => {
  expect(mended(text, locale)).toBe(text);
});

test.each([
  ['Ouvrez **{{ nom }}.**', 'Ouvrez **{{ nom }}**.'],
  ['Voir [le {{ nom }}](/a)puis payez.', 'Voir [le {{ nom }}](/a) puis payez.'],
  ['Payez 5 $ ou ** Payer ** 10 $.', 'Payez 5 $ ou  **Payer**  10 $.'],
  [String.raw`\[Un\] puis ** Payer ** \(deux\)`, String.raw`\[Un\] puis  **Payer**  \(deux\)`],
  [String.raw`\(Ouvrez ** Payer **\)`, String.raw`\(Ouvrez  **Payer** \)`],
  ['Le **Oui/Non** et ** Payer ** ici', 'Le **Oui/Non** et  **Payer**  ici'],
  ['Tapez <mailbox> puis {nom}.', 'Tapez &lt;mailbox> puis {nom}.'],
  ['Voir <https://a.example/x>pour payer.', 'Voir <https://a.example/x> pour payer.'],
])('what is damaged beside or around it is mended: %s', (before, after) => {
  expect(mended(before)).toBe(after);
});

test('spans stand in order, and those that overlap are one', () => {
  const text = '`a` {{ `b` }} <c d="{{ e }}">';
  const spans = mergedSpans(verbatimSpans(text, parseMarkdown(text)));
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['`a`', '{{ `b` }}', '<c d="{{ e }}">']);
});
