/**
 * How an article's terms lie in the index. Pagefind tells at which position of an article a term stands, so the position tells in
 * which part of the article it is: no field needs an index of its own. Each term is kept once, in the weightiest part that has it.
 */

/** Parts of an article, weightiest first. */
export type Part = 'title' | 'originalTitle' | 'heading' | 'body' | 'original';

/** First positions of the parts of fixed size. What does not fit goes on in the next part. */
const titleEnd = 32;
const originalTitleEnd = 56;
const headingEnd = 120;
/** Fills positions that no term has; Pagefind counts it and indexes nothing. */
const filler = '-';

export type Terms = Readonly<Record<Part, readonly string[]>>;

/** The text that Pagefind is given: terms at the positions of their parts. */
export function layOut(terms: Terms): string {
  const seen = new Set<string>();
  const fresh = (part: Part): string[] =>
    terms[part].filter((term) => {
      if (seen.has(term)) return false;
      seen.add(term);
      return true;
    });
  const places: string[] = [];
  let rest: string[] = [];
  const fill = (more: readonly string[], end: number): void => {
    const wanted = [...rest, ...more];
    const room = end - places.length;
    places.push(...wanted.slice(0, room));
    rest = wanted.slice(room);
    while (places.length < end) places.push(filler);
  };
  fill(fresh('title'), titleEnd);
  fill(fresh('originalTitle'), originalTitleEnd);
  fill(fresh('heading'), headingEnd);
  const body = [...rest, ...fresh('body')];
  const original = fresh('original');
  // The two texts take turns, so that neither needs an end.
  for (let index = 0; index < Math.max(body.length, original.length); index++) {
    places.push(body[index] ?? filler, original[index] ?? filler);
  }
  while (places.at(-1) === filler) places.pop();
  return places.join(' ');
}

/** The part that a position belongs to. */
export function partAt(position: number): Part {
  if (position < titleEnd) return 'title';
  if (position < originalTitleEnd) return 'originalTitle';
  if (position < headingEnd) return 'heading';
  return (position - headingEnd) % 2 === 0 ? 'body' : 'original';
}
