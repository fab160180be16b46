import { expect, test } from 'vitest';
import { file } from '../../support.ts';
import { french, page, pixel, problems, read } from '../library.ts';

const links: readonly [what: string, link: string, html: string][] = [
  ['an article', 'due.md', '<a href="/help/fr-fr/due/">x</a>'],
  ['a section', 'due.md#when', '<a href="/help/fr-fr/due/#when">x</a>'],
  ['a section that is not there', 'due.md#gone', '<a href="/help/fr-fr/due/">x</a>'],
  ['an article in another folder', '../fr-FR/due.md', '<a href="/help/fr-fr/due/">x</a>'],
  ['another case', 'Due.md', '<a href="/help/fr-fr/due/">x</a>'],
  ['an article without translation', 'rare.md', '<a href="/help/fr-fr/rare/" hreflang="en-US">x</a>'],
  ['an article that is nowhere', 'gone.md', '<span class="broken-link">x</span>'],
  ['a file outside', '../../etc/passwd', '<span class="broken-link">x</span>'],
  ['a place on this page', '#pay', '<a href="#pay">x</a>'],
  ['a step', 'due.md#step-4', '<a href="/help/fr-fr/due/#step-4">x</a>'],
  [
    'the documentation in the reader’s language',
    'https://docs.example/a?WT.mc_id=1',
    '<a href="https://docs.example/fr-fr/a" rel="noopener">x</a>',
  ],
  [
    'the documentation in a fixed language',
    'https://docs.example/de-de/a',
    '<a href="https://docs.example/de-de/a" rel="noopener">x</a>',
  ],
  [
    'the documentation in a folder that looks like a language',
    'https://docs.example/how-to/a',
    '<a href="https://docs.example/fr-fr/how-to/a" rel="noopener">x</a>',
  ],
  [
    'the documentation in a fixed language with a script',
    'https://docs.example/sr-latn-rs/a',
    '<a href="https://docs.example/sr-latn-rs/a" rel="noopener">x</a>',
  ],
  [
    'an article by its old address in a language',
    'https://docs.example/help/de-de/due',
    '<a href="/help/fr-fr/due/">x</a>',
  ],
  ['one with a script', 'https://docs.example/help/sr-latn-rs/due#when', '<a href="/help/fr-fr/due/#when">x</a>'],
  ['an article by its old address', 'https://docs.example/help/due#when', '<a href="/help/fr-fr/due/#when">x</a>'],
  ['the documentation site', '/azure/x', '<a href="https://docs.example/fr-fr/azure/x" rel="noopener">x</a>'],
  ['a cross reference', 'xref:System.String', '<span class="broken-link">x</span>'],
  ['a mail address', 'mailto:a@b.example', '<a href="mailto:a@b.example">x</a>'],
];

test.each(links)('a link to %s', (_what, href, html) => {
  const library = read(
    {
      'en-US/pay.md': '# Pay\n',
      'en-US/due.md': '# Due\n\n## When\n',
      'en-US/rare.md': '# Rare\n',
      'fr-FR/pay.md': `# <a name="pay"></a>Payer\n\n[x](${href})\n`,
      'fr-FR/due.md': '# <a name="due"></a>Échéances\n\n## <a name="when"></a>Quand\n',
    },
    { documentationSite: 'https://docs.example/help' },
  );
  expect(page(library, 'fr-FR', 'pay').html.split('\n')[1]).toBe(`<p>${html}</p>`);
});

test('what leads nowhere is named with its place', () => {
  const library = read({
    'fr-FR/pay.md': file(french, '# <a name="pay"></a>Payer\n\n[a](gone.md) [b](#gone) ![c](gone.png)\n'),
    'fr-FR/rare.md': '# <a name="rare"></a>Rare\n\n[!INCLUDE [d](gone.md)]\n',
    'fr-FR/due.md': '# <a name="due"></a>Échéances\n\n[a](pay.md#gone)\n',
    'notes.txt': 'Who wrote this?',
  });
  expect(problems(library)).toEqual([
    'fr-FR/due.md:3:1 broken-anchor',
    'fr-FR/pay.md:8:1 broken-link',
    'fr-FR/pay.md:8:14 broken-anchor',
    'fr-FR/pay.md:8:25 missing-image',
    'fr-FR/rare.md:3:1 missing-include',
    'notes.txt:1:1 locale-unknown',
  ]);
});

test('links in an include are relative to it, and what they miss is named', () => {
  const library = read({
    'fr-FR/pay.md': '# <a name="pay"></a>Payer\n\n[!INCLUDE [a](parts/includes/a.md)]\n',
    'fr-FR/due.md': '# <a name="due"></a>Échéances\n',
    'fr-FR/parts/includes/a.md': '[x](../../due.md) ![y](../media/a.png) [z](gone.md) [!INCLUDE [a](a.md)]\n',
    'fr-FR/parts/media/a.png': pixel,
  });
  const { html } = page(library, 'fr-FR', 'pay');
  expect(html).toContain('<a href="/help/fr-fr/due/">x</a>');
  expect(html).toMatch(/<img src="\/help\/media\/a\.\w+\.png"/);
  expect(problems(library)).toEqual(['fr-FR/pay.md:3:1 broken-link', 'fr-FR/pay.md:3:1 include-loop']);
});
