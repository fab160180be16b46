/** The order of results by what stands together in their passages. */
import { fold } from '../words.ts';
import type { ArticleTexts } from './article-texts.ts';
import type { Ranked } from './rank.ts';
import { together, type Wanted } from './snippet.ts';

/** Results whose passages are looked at: those that are shown at once. */
const firstResults = 10;
/** The same, where a phrase is asked for. */
const firstForPhrases = 40;
/** Of words that stand side by side in a passage as they do in the question, beside what the whole article is worth. */
const passageWeight = 0.15;
/** Keeps articles that have what was asked for as it is above those that have parts of it. */
export const certain = 100;

/**
 * The first results in the order that their passages ask for, too: their texts are loaded to be shown anyway. Where a phrase is asked for,
 * more are looked at, and those that have it come first.
 *
 * @param phrases as `phrasesIn` gives them
 */
export async function orderByPassages(
  ranked: readonly Ranked[],
  wanted: Wanted,
  phrases: readonly string[],
  texts: ArticleTexts,
): Promise<Ranked[]> {
  const most = phrases.length === 0 ? firstResults : firstForPhrases;
  const first = await Promise.all(
    ranked.slice(0, most).map(async ({ article, score }) => {
      const { title, passages } = await texts.of(article);
      const all = phrases.length === 0 ? [] : [title, ...passages.map(({ heading, text }) => `${heading}\n${text}`)];
      const folded = all.map(fold);
      const had = phrases.filter((phrase) => folded.some((text) => text.includes(phrase))).length;
      return { article, score: score + passageWeight * together(passages, wanted) + certain * had };
    }),
  );
  first.sort((a, b) => b.score - a.score || a.article - b.article);
  return [...first, ...ranked.slice(most)];
}

/** What stands between quotation marks of any kind, folded. */
export function phrasesIn(question: string): string[] {
  return [...question.matchAll(/["“„«「『]([^"“”„«»「」『』]+)["”“»」』]/gu)].flatMap(([, phrase = '']) => {
    const folded = fold(phrase.trim());
    return folded === '' ? [] : [folded];
  });
}
