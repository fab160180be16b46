/** Footnotes: links lead there and back, and what leads nowhere is named. */
import { expect, test } from 'vitest';
import { readPage } from '../../scripts/audit/page.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { plannedPages } from '../../src/pipeline/planned-pages.ts';
import { file, pair } from '../support.ts';
import { french, page, problems, read, rendered } from './library.ts';

const shell = (html: string) =>
  readPage(
    `<!doctype html><html lang="fr"><head><title>x</title></head><body><article>${html}</article></body></html>`,
  );

/** The fragments that a page links to, each with whether the page has the place. */
function linksOf(html: string): string[] {
  const { addresses, ids, errors } = shell(html);
  expect(errors).toEqual([]);
  return addresses.map(
    (address) => `${address}${ids.has(decodeURIComponent(address.slice(1))) ? '' : ' leads nowhere'}`,
  );
}

const rows: readonly {
  what: string;
  body: string;
  links: readonly string[];
  locale?: string;
  more?: Record<string, string>;
}[] = [
  { what: 'one', body: 'Un[^1].\n\n[^1]: Note.', links: ['#fn-1', '#fnref-1'] },
  { what: 'a label of words', body: 'Un[^Frais].\n\n[^frais]: Note.', links: ['#fn-frais', '#fnref-frais'] },
  {
    what: 'a label with marks',
    body: 'Un[^a.b_c-d!].\n\n[^a.b_c-d!]: Note.',
    links: ['#fn-a.b_c-d!', '#fnref-a.b_c-d!'],
  },
  {
    what: 'a label in another script',
    body: 'Раз[^сбор].\n\n[^Сбор]: Примечание.',
    links: [`#${encodeURI('fn-сбор')}`, `#${encodeURI('fnref-сбор')}`],
    locale: 'ru-RU',
  },
  { what: 'a label with a percent sign', body: 'Un[^5%].\n\n[^5%]: Note.', links: ['#fn-5%25', '#fnref-5%25'] },
  { what: 'a blank before a label', body: 'Un[^ 1].\n\n[^1]: Note.', links: ['#fn-1', '#fnref-1'] },
  {
    what: 'several references',
    body: 'Un[^1], deux[^1], trois[^1].\n\n[^1]: Note.',
    links: ['#fn-1', '#fn-1', '#fn-1', '#fnref-1', '#fnref-1-2', '#fnref-1-3'],
  },
  {
    what: 'a footnote of a footnote',
    body: 'Un[^1].\n\n[^1]: Note[^2].\n[^2]: Autre.',
    links: ['#fn-1', '#fn-2', '#fnref-1', '#fnref-2'],
  },
  { what: 'a table', body: '| A |\n|---|\n| x[^1] |\n\n[^1]: Note.', links: ['#fn-1', '#fnref-1'] },
  { what: 'a heading', body: '## Frais[^1]\n\n[^1]: Note.', links: ['#fn-1', '#fnref-1'] },
  {
    what: 'a list and an alert',
    body: '- Un[^1]\n\n> [!NOTE]\n> Deux[^2]\n\n[^1]: Note.\n[^2]: Autre.',
    links: ['#fn-1', '#fn-2', '#fnref-1', '#fnref-2'],
  },
  { what: 'several paragraphs', body: 'Un[^1].\n\n[^1]: Note.\n\n    Suite.', links: ['#fn-1', '#fnref-1'] },
  {
    what: 'a link that is written',
    body: 'Un[^1], [voir](#fn-1).\n\n[^1]: Note.',
    links: ['#fn-1', '#fn-1', '#fnref-1'],
  },
  {
    what: 'pairs',
    body: `${pair(102, 'Un[^1].', 'One[^1].')}\n\n[^1]: ${pair(103, 'Note.', 'Note.')}`,
    links: ['#fn-1', '#fnref-1'],
  },
  {
    what: 'pairs with the label in them',
    body: `${pair(102, 'Un[^1].', 'One[^1].')}\n\n${pair(103, '[^1]: Note.', '[^1]: Note.')}`,
    links: ['#fn-1', '#fnref-1'],
  },
  {
    what: 'an included file with both',
    body: '[!INCLUDE [n](includes/n.md)]',
    links: ['#fn-1', '#fnref-1'],
    more: { 'includes/n.md': 'Un[^1].\n\n[^1]: Note.' },
  },
  {
    what: 'an included file with the footnote',
    body: 'Un[^1].\n\n[!INCLUDE [n](includes/n.md)]',
    links: ['#fn-1', '#fnref-1'],
    more: { 'includes/n.md': '[^1]: Note.' },
  },
];

test.each(rows)('$what', ({ body, links, locale = 'fr-FR', more = {} }) => {
  const files = Object.entries(more).map(([path, text]): [string, string] => [`${locale}/${path}`, text]);
  const library = read({ [`${locale}/a.md`]: `# Titre\n\n${body}\n`, ...Object.fromEntries(files) });
  const { html, markdown } = page(library, locale, 'a');
  expect(linksOf(html)).toEqual(links);
  expect(problems(library)).toEqual([]);
  expect(linksOf(page(read({ [`${locale}/b.md`]: markdown }), locale, 'b').html)).toEqual(links);
});

test.each<[what: string, body: string, found: readonly string[]]>([
  ['a reference without a footnote', 'Un[^2].', ['3:3 undefined-footnote']],
  ['beside one that has it', 'Un[^1][^2].\n\n[^1]: Note.', ['3:7 undefined-footnote']],
  ['a blank before the label', 'Un[^ 2].', ['3:3 undefined-footnote']],
  ['a blank before the sign', 'Un[ ^1].', ['3:3 undefined-footnote']],
  ['full-width brackets', 'Un［^1］.', ['3:3 undefined-footnote']],
  ['a full-width colon', 'Un[^1].\n\n[^1]：Note.', ['3:3 undefined-footnote', '5:1 undefined-footnote']],
  ['a translated label', 'Un[^frais].\n\n[^fee]: Note.', ['3:3 undefined-footnote', '5:1 hidden-text']],
  ['a footnote that nothing leads to', 'Un.\n\n[^1]: Note.', ['5:1 hidden-text']],
  [
    'a footnote that only such a one leads to',
    'Un.\n\n[^1]: Note[^2].\n[^2]: Autre.',
    ['5:1 hidden-text', '6:1 hidden-text'],
  ],
  ['the same label twice', 'Un[^1].\n\n[^1]: Note.\n[^1]: Autre.', ['6:1 hidden-text']],
  ['a bilingual reference', pair(102, 'Un[^2].', 'One[^2].'), ['3:33 undefined-footnote']],
  ['code', '`[^2]`', []],
  ['an escaped sign', 'Un \\[^2].', []],
  ['a class of characters', 'Tout sauf [^a-z0-9] et [^0-9].', []],
])('named: %s', (_what, body, found) => {
  expect(problems(read({ 'fr-FR/a.md': `# Titre\n\n${body}\n` }))).toEqual(found.map((each) => `fr-FR/a.md:${each}`));
});

test('another article can link to a footnote', () => {
  const library = read({
    'fr-FR/a.md': '# A\n\nUn[^1].\n\n[^1]: Note.',
    'fr-FR/b.md': '# B\n\n[là](a.md#fn-1), [non](a.md#fn-2)',
  });
  expect(page(library, 'fr-FR', 'b').html).toContain(
    '<a href="/help/fr-fr/a/#fn-1">là</a>, <a href="/help/fr-fr/a/">non</a>',
  );
  expect(problems(library)).toEqual(['fr-FR/b.md:3:18 broken-anchor']);
});

test('the original of a sentence has no references, and that of a footnote no label', () => {
  const body = `${pair(102, 'Un[^1] et [^x].', 'One[^1] and [^x].')}\n\n${pair(103, '[^1]: Note.', '[^1]: A note.')}`;
  const [planned] = plannedPages('fr-FR', read({ 'fr-FR/a.md': file(french, `# A\n\n${body}`) }));
  expect(planned?.render().original?.sentences).toEqual({ s102: 'One and [^x].', s103: 'A note.' });
});

test('the search knows words without the numbers of footnotes', () => {
  const { body } = rendered(read({ 'fr-FR/a.md': '# A\n\nDes frais[^1].\n\n[^1]: Note.' }), 'fr-FR', 'a');
  expect(passagesOf(body).map(({ text }) => text)).toEqual(['Des frais.', 'Note.']);
});
