/** Damage found by `npm run fuzz`, and a little of it at random; nothing of it may break anything. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutate } from '../../../scripts/trials/mutate.ts';
import { seededRandom } from '../../../scripts/trials/random.ts';
import { tryArticle } from '../../../scripts/trials/try-article.ts';
import { pair } from '../../support.ts';

const article = [
  '---\ntitle: Payer\nms.contentlocale: fr-FR\n---',
  `# <a name="pay"></a>${pair(102, 'Payer une facture', 'Pay an invoice')}`,
  pair(
    103,
    'Ouvrez **Factures** et le [portail](https://a.example/).',
    'Open **Invoices** and the [portal](https://a.example/).',
  ),
  `1. ${pair(104, 'Choisissez `Payer`.', 'Choose `Pay`.')}\n2. ${pair(105, 'Attendez.', 'Wait.')}\n   - ${pair(106, 'Un jour', 'A day')}`,
  `> [!NOTE]\n> ${pair(107, 'Merci & bravo.', 'Thanks & well done.')}`,
  '| A | B |\n|---|---|\n| un | deux |',
  '```js\nlet a = 1;\n```\n',
].join('\n\n');

test.each([
  ['an id twice', '<b id="x">un</b> <b id="x">deux</b>'],
  ['a sentence twice', `${pair(103, 'un', 'one')}\n\n${pair(103, 'un', 'one')}`],
  ['control characters', 'un \u0007 deux &#7; trois \uFFFF'],
  ['bold around items', '<ul><b><li>un</li><li>deux</li></b></ul>'],
  ['an item of no list', '<li>un</li>'],
  ['a link in a link', '<table><a href="https://a.example/">un<tr><td><a href="https://b.example/">deux</table>'],
  ['words behind a fence', '~~~~ des mots que personne ne voit\ncode\n~~~~'],
  ['nothing but a tag', '<p'],
  ['text of a table without cells at the end', `<table>${pair(103, 'un', 'one')}`],
  ['text behind an extension', `:::row::2) ${pair(103, 'un', 'one')}`],
  ['tracking that has run into text', pair(103, 'https://a.example/?WT.mc_id=x)fin', 'https://a.example/?WT.mc_id=x')],
  ['bold that reaches into code', pair(103, 'un **mot\n```\nou** **deux**', 'a **word** or **two**')],
  ['a reference in code', `\`\`\`\n${pair(103, 'un &amp; deux', 'one &amp; two')}\n\`\`\``],
  [
    'an original that runs on into half a pair',
    `${pair(103, 'un', 'one').replace('</span></span>', '</<span></span>')}\n\n${pair(104, 'deux', 'two').replace('-104', '104')}`,
  ],
  ['a list that begins with a number of its own', `- un\n${pair(103, '279)', '279)')}`],
  [
    'half a pair that its repair would make whole',
    '<span data-ttu-id="c-1"></sp**an><span class="sxs-lookup"><span data-stu-id="c-1">e</span></span>',
  ],
])('%s', (_what, body) => {
  expect(tryArticle('fr-FR/a.md', `# <a name="a"></a>Titre\n\n${body}\n`)).toEqual([]);
});

test('damage at random', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), (seed) => {
      const text = mutate(article, seededRandom(seed));
      const failures = tryArticle('fr-FR/a.md', text).filter(({ oracle }) => oracle !== 'lost');
      if (failures.length > 0) throw new Error(`${JSON.stringify(failures)} of ${JSON.stringify(text)}`);
    }),
    { numRuns: 2000, seed: 8 },
  );
});

test('any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const failures = tryArticle('fr-FR/a.md', text).filter(({ oracle }) => oracle !== 'lost');
      if (failures.length > 0) throw new Error(JSON.stringify(failures));
    }),
    { numRuns: 2000, seed: 8 },
  );
});
