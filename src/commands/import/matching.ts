/** Which article of the content a handed-back file is a version or a translation of. */
import { cluster, type Cluster, evidence, namedPath } from '../../pipeline/group/cluster.ts';
import { assignSlugs, slugify } from '../../pipeline/group/slugs.ts';
import type { Article, SlugHistory } from '../../pipeline/types.ts';
import { pairsOf } from '../../core/lists.ts';

/** An article of the content in all its locales, or a new one in those of the drop. */
export interface Known {
  readonly slug: string;
  /** Files of the content; none of an article that is new. */
  readonly articles: Cluster;
}

/** What a handed-back file belongs to, or why nobody can say. */
export type Match = Known | { readonly reason: string };

/**
 * Finds the article of each handed-back file. What the content has keeps its slugs, whatever a drop says; a file that claims a path or a
 * slug has to be the article that has it.
 *
 * @param displayPath a file's path as a user would type it
 * @param history which articles have had which slugs
 */
export function matchArticles(
  existing: readonly Article[],
  dropped: readonly Article[],
  displayPath: (article: Article) => string,
  history: SlugHistory = {},
): ReadonlyMap<Article, Match> {
  const clusters = cluster(existing);
  const slugs = assignSlugs(clusters, history);
  const known = pairsOf(clusters, slugs).map(([articles, slug]): Known => ({ slug, articles }));
  const index = new ContentIndex(known, displayPath);
  const matches = new Map<Article, Match>();
  for (const article of dropped) {
    const match = index.claimed(article) ?? index.evident(article);
    if (match) matches.set(article, match);
  }
  const fresh: Cluster[] = [];
  for (const members of cluster(dropped)) {
    const unmatched = members.filter((article) => !matches.has(article));
    if (unmatched.length === 0) continue;
    // A translation that nothing leads to the content may belong to one that does.
    const found = new Set(members.map((article) => matches.get(article)).filter((match) => match !== undefined));
    const [only] = found;
    const alone: Article[] = [];
    for (const article of unmatched) {
      if (only && found.size === 1 && 'slug' in only && !hasOtherIds(article, only)) matches.set(article, only);
      else alone.push(article);
    }
    if (alone.length > 0) fresh.push(alone);
  }
  // All of them are asked for together, so that a new article never gets a slug that the content has.
  const all = assignSlugs([...clusters, ...fresh], history).slice(clusters.length);
  for (const [members, slug] of pairsOf(fresh, all))
    for (const article of members) matches.set(article, { slug, articles: [] });
  return matches;
}

/** The content's articles by all that a handed-back file may be known by. */
class ContentIndex {
  readonly #byPath = new Map<string, Known>();
  readonly #bySlug = new Map<string, Set<Known>>();
  readonly #byHash = new Map<string, Set<Known>>();
  readonly #byEvidence = evidence.map((keyOf) => ({ keyOf, found: new Map<string, Set<Known>>() }));
  readonly #displayPath: (article: Article) => string;

  constructor(known: readonly Known[], displayPath: (article: Article) => string) {
    this.#displayPath = displayPath;
    for (const one of known) {
      add(this.#bySlug, one.slug, one);
      for (const article of one.articles) {
        const path = namedPath(article);
        if (path !== undefined) this.#byPath.set(path.toLowerCase(), one);
        if (article.metadata.slug !== undefined) add(this.#bySlug, slugify(article.metadata.slug), one);
        add(this.#byHash, article.metadata.sourceHash, one);
        for (const { keyOf, found } of this.#byEvidence) add(found, keyOf(article), one);
      }
    }
  }

  /** The article whose path or slug a file says is its own. */
  claimed(article: Article): Match | undefined {
    const path = namedPath(article);
    const byPath = path === undefined ? undefined : this.#byPath.get(path.toLowerCase());
    const { slug } = article.metadata;
    const bySlug = [...(slug === undefined ? [] : (this.#bySlug.get(slugify(slug)) ?? []))];
    const [first] = bySlug;
    if (byPath) {
      if (first && !bySlug.includes(byPath)) {
        const [one, other] = [this.#nameOf(byPath), this.#nameOf(first)];
        return { reason: `its path is that of ${one}, and its \`slug:\` that of ${other}; correct one of the two` };
      }
      return hasOtherIds(article, byPath) ? this.#anotherArticle(byPath, 'path') : byPath;
    }
    if (!first) return undefined;
    return onlyOne(new Set(bySlug.filter((known) => mayBe(article, known)))) ?? this.#anotherArticle(first, '`slug:`');
  }

  /**
   * The article that a file is by its content alone. Grouping would part a new version from the old one in the same language, so each file
   * is looked up by the evidence that it carries itself.
   */
  evident(article: Article): Known | undefined {
    const isNamed = namedPath(article) !== undefined;
    const same = onlyOne(this.#byHash.get(article.metadata.sourceHash ?? ''));
    // Two names in one locale are two articles, though they have one source.
    if (same && !(isNamed && same.articles.some(({ locale }) => locale === article.locale))) return same;
    if (isNamed) return undefined;
    for (const { keyOf, found } of this.#byEvidence) {
      const only = onlyOne(found.get(keyOf(article) ?? ''));
      if (only && !hasOtherIds(article, only)) return only;
    }
    return undefined;
  }

  #anotherArticle(known: Known, what: string): Match {
    const name = this.#nameOf(known);
    return {
      reason: `it has the ${what} of ${name}, but is another article: it shares no id, anchor or source hash with it. Give it a \`slug:\` of its own`,
    };
  }

  #nameOf({ slug, articles: [first] }: Known): string {
    return first === undefined ? slug : this.#displayPath(first);
  }
}

/** True where both have ids, and share neither one of them nor anything else that only versions of an article share. */
function hasOtherIds(article: Article, known: Known): boolean {
  const haveIds = article.metadata.ids.length > 0 && known.articles.some(({ metadata: { ids } }) => ids.length > 0);
  return haveIds && !mayBe(article, known);
}

/** Whether a file shares with an article anything that only versions of it share; true where the article has nothing of the kind. */
function mayBe(article: Article, { articles }: Known): boolean {
  const known = new Set(articles.flatMap(traitsOf));
  return known.size === 0 || traitsOf(article).some((trait) => known.has(trait));
}

function traitsOf({ metadata: { ids, sourceHash }, anchors: [first] }: Article): string[] {
  return [
    ...ids.map((id) => `id ${id}`),
    ...(sourceHash === undefined ? [] : [`hash ${sourceHash}`]),
    ...(first?.explicit === true ? [`anchor ${first.id}`] : []),
  ];
}

function add(map: Map<string, Set<Known>>, key: string | undefined, known: Known): void {
  if (key !== undefined) map.set(key, (map.get(key) ?? new Set()).add(known));
}

function onlyOne(found: ReadonlySet<Known> | undefined): Known | undefined {
  return found?.size === 1 ? [...found][0] : undefined;
}
