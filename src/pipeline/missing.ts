/** What a translation that is behind lacks of the newest version of its source. */
import type { Article, Missing, Topic } from './types.ts';

/** Letters of `Article.shape` that stand for something to read; an item of a list is known by its paragraphs. */
const passages = ['p', 'r', 'c', 'x'];

/**
 * By structure alone, so that it holds between languages: sections by the ids of their headings, and in the sections that both
 * have the blocks of each kind. Undefined where the article is not behind, or lacks nothing that structure could tell.
 */
export function missingIn(article: Article, topic: Topic, sourceLocale: string): Missing | undefined {
  if (topic.states[article.locale] !== 'behind') return undefined;
  const newest = newestVersion(topic, sourceLocale);
  if (!newest || newest === article) return undefined;
  const [theirs, ours] = [sectionsOf(newest), sectionsOf(article)];
  const own = new Map<string, Section>();
  for (const section of ours) for (const id of section.ids) if (!own.has(id)) own.set(id, section);
  const missing = theirs.filter(({ id }) => !own.has(id));
  // Ids that were made from the words of another language tell nothing.
  const comparable = article.anchors.every(({ explicit, depth }) => explicit || depth === 0);
  const lacking = comparable
    ? theirs.reduce((sum, { id, blocks }) => {
        const section = own.get(id);
        return section ? sum + lackingBlocks(blocks, section.blocks) : sum;
      }, 0)
    : lackingBlocks(newest.shape, article.shape);
  // A heading is named in the language of the source, or not at all.
  const named = comparable && newest.locale === sourceLocale ? missing : [];
  const counted = comparable && newest.locale !== sourceLocale ? missing : [];
  const result: Missing = {
    sections: named.map(({ text }) => text).filter((text) => text !== ''),
    passages: lacking + counted.reduce((sum, { blocks }) => sum + lackingBlocks(blocks, ''), 0),
  };
  return result.sections.length + result.passages > 0 ? result : undefined;
}

/** An edition of the newest version: the source's own, where it is that, because its headings can be quoted. */
function newestVersion({ articles, states }: Topic, sourceLocale: string): Article | undefined {
  const current = Object.values(articles).filter(({ locale }) => states[locale] === 'current');
  return current.find(({ locale }) => locale === sourceLocale) ?? current[0];
}

interface Section {
  readonly id: string;
  /** With aliases. */
  readonly ids: ReadonlySet<string>;
  readonly text: string;
  /** Part of the article's shape. */
  readonly blocks: string;
}

/** What stands before the first heading is a section too, whose id is empty. */
function sectionsOf({ anchors, shape }: Article): Section[] {
  const [first = '', ...rest] = (shape.split(' ')[0] ?? '').split(/\d/);
  const headings = anchors.filter(({ depth }) => depth > 0);
  return [
    { id: '', ids: new Set(['']), text: '', blocks: first },
    // The title has one id in all languages in theory; as the first of its kind it is found without.
    ...headings.map(({ id, aliases, depth, text }, index): Section => {
      const key = index === 0 && depth === 1 ? 'title' : id;
      return { id: key, ids: new Set([key, id, ...aliases]), text, blocks: rest[index] ?? '' };
    }),
  ];
}

function lackingBlocks(theirs: string, ours: string): number {
  return passages.reduce((sum, letter) => sum + Math.max(0, count(theirs, letter) - count(ours, letter)), 0);
}

function count(shape: string, letter: string): number {
  return shape.split(letter).length - 1;
}
