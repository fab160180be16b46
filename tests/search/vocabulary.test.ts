import { expect, test } from 'vitest';
import { spellingsOf, Vocabulary } from '../../src/search/vocabulary.ts';

test.each<[what: string, articles: string[][], lines: string[]]>([
  ['short words are left out', [['Pay the bill']], ['bill 0']],
  ['every article counts once', [['invoice'], ['invoice', 'invoice Invoice'], ['Invoice'], ['invoice']], ['invoice 2']],
  ['accents make no other word', [['réglé'], ['Regle regle']], ['regle 1']],
  ['a word is written as most articles write it', [['facture'], ['Une facture'], ['facturé']], ['facture 1']],
  ['the order of articles changes nothing', [['facturé'], ['Facture'], ['La facture']], ['facture 1']],
  ['a capital that begins a sentence is none of the word', [['Invoice, an invoice'], ['Invoice']], ['invoice 1']],
  ['a capital that is always there is', [['Ask Contoso'], ['Contoso']], ['Contoso 1']],
  ['scripts without blanks have no spelling', [['請求書の支払']], []],
])('%s', (_what, articles, lines) => {
  const vocabulary = new Vocabulary();
  for (const texts of articles) vocabulary.add(spellingsOf(texts));
  const [file = ''] = vocabulary.files();
  expect(file.split('\n').filter(Boolean)).toEqual(lines.map((line) => line.replace(' ', '#')));
});
