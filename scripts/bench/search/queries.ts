/** Questions with known answers, for the measuring of searches. */

/** A question and the article that it is about. */
export interface Query {
  /** BCP 47 tag of the locale to search in. */
  readonly locale: string;
  /** What sort of question it is: `paraphrase`, `english`. */
  readonly kind: string;
  readonly text: string;
  /** Slug of the article, or its file: the end of the path is enough. */
  readonly expected: string;
}

/** Reads lines of four columns parted by tabs: locale, kind, question, article. Throws with the line's number where one lacks. */
export function parseQueries(text: string): Query[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [locale, kind, query, expected] = line.trimEnd().split('\t');
    if (locale === undefined || kind === undefined || query === undefined || expected === undefined) {
      throw new Error(`Line ${index + 1} has not the four columns locale, kind, query, article.`);
    }
    return [{ locale, kind, text: query, expected }];
  });
}

/** The same questions with one slip in a word of five or more Latin letters; those without such a word are left out. */
export function withSlips(queries: readonly Query[]): Query[] {
  return queries.flatMap((query, number) => {
    const words = [...query.text.matchAll(/\p{Script=Latin}{5,}/gu)];
    const pick = randomFrom(number + 1);
    const word = words[pick(words.length)];
    if (!word) return [];
    const at = word.index + 1 + pick(word[0].length - 2);
    return [{ ...query, kind: `${query.kind}, one slip`, text: slip(query.text, at, pick) }];
  });
}

function slip(text: string, at: number, pick: (count: number) => number): string {
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  switch (pick(4)) {
    case 0:
      return before + after;
    case 1:
      return before + after.charAt(0) + letter + after.slice(1);
    case 2:
      return before + String.fromCharCode(97 + pick(26)) + after;
    default:
      return before + letter + letter + after;
  }
}

/** Numbers below a count, the same in every run. */
function randomFrom(seed: number): (count: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
