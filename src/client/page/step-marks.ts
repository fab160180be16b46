/** Which steps a reader has done, by article, as the browser keeps it: any slug may be a name that every object has. */

/** Marks of more articles than this are forgotten, the oldest first. */
const keptArticles = 50;

/** Ids of the steps that are done in an article. */
export function doneIn(kept: string | undefined, slug: string): readonly string[] {
  return read(kept).get(slug) ?? [];
}

/** What is to be kept when these are done in an article. */
export function withDone(kept: string | undefined, slug: string, done: readonly string[]): string {
  const marks = read(kept);
  marks.delete(slug);
  const others = [...marks].slice(1 - keptArticles);
  return JSON.stringify(Object.fromEntries(done.length === 0 ? others : [...others, [slug, done]]));
}

function read(kept = '{}'): Map<string, readonly string[]> {
  try {
    const marks: unknown = JSON.parse(kept);
    if (typeof marks !== 'object' || marks === null) return new Map();
    return new Map(Object.entries(marks).filter((entry): entry is [string, string[]] => isTexts(entry[1])));
  } catch {
    return new Map();
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
