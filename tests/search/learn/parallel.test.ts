import { expect, test } from 'vitest';
import { numberedArticle, Numbering } from '../../../src/search/learn/numbered.ts';
import { ParallelTexts } from '../../../src/search/learn/parallel.ts';
import { written } from './articles.ts';

type Article = Parameters<typeof written>;

/** Pairs of texts that an article and its translation give, as their terms. */
function aligned(source: Article, translation: Article): [string, string][] {
  const [one, other] = [new Numbering(), new Numbering()];
  const texts = new ParallelTexts(one, other);
  texts.add(numberedArticle(written(...source), one), numberedArticle(written(...translation), other));
  const [left, right] = [texts.source.texts(), texts.translation.texts()];
  return left.map((terms, at) => [terms.join(' '), right[at]?.join(' ') ?? '']);
}

test('titles and sentences are pairs', () => {
  const source: Article = ['Pay a bill', 'Open the page. Choose a card.', 'Done well.'];
  const translation: Article = ['Payer une facture', 'Ouvrez la page. Choisissez une carte.', 'Bien fait.'];
  expect(aligned(source, translation)).toEqual([
    ['pay bill', 'payer une facture'],
    ['open the page', 'ouvrez la page'],
    ['choose card', 'choisissez une carte'],
    ['done well', 'bien fait'],
  ]);
});

test.each([
  ['Chinese full stops', '打開頁面。選擇卡片。', ['打開 開頁 頁面', '選擇 擇卡 卡片']],
  ['Hindi ones', 'पेज खोलें। कार्ड चुनें।', ['पेज खोलें', 'कार्ड चुनें']],
])('%s end sentences', (_what, text, expected) => {
  expect(
    aligned(['A title', 'Open the page. Choose a card.'], ['標題', text])
      .slice(1)
      .map(([, terms]) => terms),
  ).toEqual(expected);
});

test('a passage whose sentences do not agree is one text', () => {
  expect(aligned(['Title', 'Open it. Go on.'], ['Titre', 'Ouvrez et continuez.'])).toContainEqual([
    'open it go on',
    'ouvrez et continuez',
  ]);
});

test('where passages do not agree, only titles are a pair', () => {
  expect(aligned(['Title', 'Open it.', 'Go on.'], ['Titre', 'Ouvrez.'])).toEqual([['title', 'titre']]);
});

test.each([
  ['the same text on both sides', 'Pay the bill', 'Pay the bill'],
  ['a text without words', '123', 'cent'],
  [
    'a text that is too long',
    'word',
    Array.from({ length: 90 }, (_, at) => `${'a'.repeat(at % 9)}w${'x'.repeat(at / 9)}`).join(' '),
  ],
])('%s is no pair', (_what, source, translation) => {
  expect(aligned([source], [translation])).toEqual([]);
});
