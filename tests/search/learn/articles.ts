/** Articles in several languages that say the same, sentence by sentence. */
import type { Passage } from '../../../src/search/passages.ts';
import type { ArticleText } from '../../../src/search/files.ts';
import { learnFromArticles, type ReadableArticles } from '../../../src/search/learn/articles.ts';
import type { Lesson } from '../../../src/search/learn/lesson.ts';
import { type NumberedArticle, numberedArticle, Numbering } from '../../../src/search/learn/numbered.ts';
import { ParallelTexts } from '../../../src/search/learn/parallel.ts';

interface Written {
  readonly text: ArticleText;
}

/** An article of passages, each of its own section. */
export function written(title: string, ...texts: readonly string[]): Written {
  const passages = texts.map((text, at): Passage => ({ id: `part-${at}`, heading: '', text }));
  return { text: { slug: title, title, translation: 'machine', passages } };
}

/** Pairs of texts, each an article with a title alone. */
export function pairsOf(pairs: readonly (readonly [source: string, translation: string])[]): ParallelTexts {
  const [source, translation] = [new Numbering(), new Numbering()];
  const texts = new ParallelTexts(source, translation);
  for (const [one, other] of pairs) texts.add(numbered(one, source), numbered(other, translation));
  return texts;
}

function numbered(title: string, numbering: Numbering): NumberedArticle {
  return numberedArticle(written(title), numbering);
}

const things = [
  ['order', 'commande', 'bestelling'],
  ['garden', 'jardin', 'tuin'],
  ['window', 'fenêtre', 'venster'],
  ['kitchen', 'cuisine', 'keuken'],
  ['bridge', 'pont', 'brug'],
  ['winter', 'hiver', 'winterweer'],
] as const;
const acts = [
  ['clean', 'nettoyer', 'poets'],
  ['paint', 'peindre', 'schilder'],
  ['visit', 'visiter', 'bezoek'],
  ['measure', 'mesurer', 'meet'],
] as const;
/** English has two words where the others have one, French and Dutch two where English has one. */
const varied = [
  ['invoice', 'facture', 'factuur'],
  ['bill', 'facture', 'factuur'],
  ['remove', 'supprimer', 'wissen'],
  ['delete', 'supprimer', 'wissen'],
  ['remove', 'effacer', 'verwijder'],
  ['delete', 'effacer', 'verwijder'],
] as const;

/** What French (1) or Dutch (2) teaches beside English. */
export function lessonOf(language: 1 | 2, order: 'forwards' | 'backwards' = 'forwards'): Lesson {
  const pairs: [string, string][] = [];
  for (const thing of things) {
    for (const act of acts) pairs.push([`${act[0]} ${thing[0]}`, `${act[language]} ${thing[language]}`]);
    for (const word of varied) pairs.push([`${word[0]} ${thing[0]}`, `${word[language]} ${thing[language]}`]);
  }
  const sides = [new Numbering(), new Numbering()] as const;
  const side = (at: 0 | 1): ReadableArticles => ({
    numbering: sides[at],
    read(slug) {
      const pair = pairs[Number(slug)];
      return pair && numbered(pair[at], sides[at]);
    },
  });
  const slugs = [...pairs.keys()].map(String);
  const [source, translation] = [side(0), side(1)];
  if (order === 'forwards') return learnFromArticles(slugs, source, translation);
  // As where the source was read for another locale before.
  for (const slug of slugs.toReversed()) source.read(slug);
  return learnFromArticles(slugs.toReversed(), source, translation);
}
