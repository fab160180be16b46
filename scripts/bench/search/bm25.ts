/** The reference: BM25 over all words, as any textbook has it, with the words that the machine's own segmenter sees. */

export interface ReferenceText {
  readonly slug: string;
  readonly text: string;
}

const [k1, b] = [1.2, 0.75];

/** Makes a function that gives the slugs for a question, best first. */
export function bm25(texts: readonly ReferenceText[], locale: string): (query: string) => string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = (text: string): string[] =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment.toLowerCase());
  const postings = new Map<string, Map<number, number>>();
  const lengths = texts.map(({ text }, number) => {
    const all = words(text);
    for (const word of all) {
      const articles = postings.get(word) ?? new Map<number, number>();
      postings.set(word, articles.set(number, (articles.get(number) ?? 0) + 1));
    }
    return all.length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / texts.length;
  return (query) => {
    const scores = new Map<number, number>();
    for (const word of new Set(words(query))) {
      const articles = postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (texts.length - articles.size + 0.5) / (articles.size + 0.5));
      for (const [article, count] of articles) {
        const norm = k1 * (1 - b + (b * (lengths[article] ?? 0)) / mean);
        scores.set(article, (scores.get(article) ?? 0) + (rarity * count * (k1 + 1)) / (count + norm));
      }
    }
    return [...scores].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([article]) => texts[article]?.slug ?? '');
  };
}
