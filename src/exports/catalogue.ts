/** What the site tells agents and their tools about its articles: plain facts, the same in every part of a build. */
import type { Severity } from '../core/diagnostics.ts';
import { namedPath } from '../pipeline/group/cluster.ts';
import { firmnessOf } from '../pipeline/group/marks.ts';
import { stepId } from '../pipeline/normalize/steps.ts';
import { alternatesOf, updatedOf } from '../pipeline/page-inputs.ts';
import { pagePath } from '../pipeline/link/resolve.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { besidePage } from '../store/site-paths.ts';
import type { Article, State, Topic, Translation } from '../pipeline/types.ts';

/** A place that a fragment leads to. */
export interface Place {
  readonly id: string;
  readonly text: string;
}

export interface Section extends Place {
  /** 1 to 6. */
  readonly depth: number;
}

/** Numbers of findings by severity. */
export type Findings = Readonly<Record<Severity, number>>;

/** An article in one locale. */
export interface Edition {
  readonly locale: string;
  readonly title: string;
  readonly summary: string;
  /** Path of the page, with the base. */
  readonly url: string;
  /** Path of the article as Markdown, with the base. */
  readonly markdown: string;
  /** Input file, relative to its content directory. */
  readonly file: string;
  readonly translation: Translation;
  readonly state: State;
  /** `YYYY-MM-DD`. */
  readonly updated?: string;
  /** Day of the hand-back, `YYYY-MM-DD`. */
  readonly handoff?: string;
  readonly noindex: boolean;
  /** True where no list names the page. */
  readonly unlisted?: true;
  readonly headings: readonly Section[];
  readonly steps: readonly Place[];
  readonly findings: Findings;
  /** Findings by rule, sorted by rule. */
  readonly rules: Readonly<Record<string, number>>;
}

/** An article in all published locales that have it. */
export interface Entry {
  readonly slug: string;
  /** Slugs that the article had before, sorted. */
  readonly formerSlugs: readonly string[];
  /** How firmly the article belongs to the site; see `firmnessOf`. */
  readonly firmness: number;
  /** Ids that any edition states, sorted. */
  readonly ids: readonly string[];
  /** Sorted by locale. */
  readonly editions: readonly Edition[];
  /** Locales that have a page for it, those that show the source for want of a translation among them. */
  readonly pages: readonly string[];
  /** The paths that editions say they had before, and the file that says so, as a user would type it. */
  readonly redirectFrom: readonly FormerPath[];
  /** Paths of its files below the locale's folder and without their endings, where their names say something; sorted. */
  readonly paths: readonly FilePath[];
}

/** A path that an edition had before. */
export interface FormerPath {
  readonly path: string;
  /** The file that says so, as a user would type it. */
  readonly file: string;
  /** Whether this is a file of the source. */
  readonly source: boolean;
}

/** Where a file of an article lies below the folder of its locale, and the locales whose readers may look for the article there. */
export interface FilePath {
  readonly path: string;
  readonly locales: readonly string[];
}

export interface Catalogue {
  readonly base: string;
  readonly sourceLocale: string;
  /** Published locales, sorted by tag. */
  readonly locales: readonly string[];
  /** Sorted by slug. */
  readonly entries: readonly Entry[];
}

/** @param formerSlugs slugs that a topic had before, by its present one */
export function catalogueOf(
  { topics, pages, diagnostics, displayPath }: Library,
  formerSlugs: ReadonlyMap<string, readonly string[]> = new Map(),
): Catalogue {
  const published = new Set(pages.locales);
  const rulesByFile = new Map<string, Map<string, { count: number; severity: Severity }>>();
  for (const { file, rule, severity } of diagnostics) {
    const rules = rulesByFile.get(file) ?? new Map<string, { count: number; severity: Severity }>();
    rulesByFile.set(file, rules);
    rules.set(rule, { severity, count: (rules.get(rule)?.count ?? 0) + 1 });
  }
  const rulesOf = (article: Article) =>
    // What is found in a bilingual file is the translation's, not that of the source recovered from it.
    article.side === 'source' ? [] : [...(rulesByFile.get(displayPath(article.file)) ?? [])].sort(byName);
  const entries = topics.map((topic): Entry => {
    const shown = Object.values(topic.articles).filter(({ locale }) => published.has(locale));
    const locales = alternatesOf(topic, pages).map(({ locale }) => locale);
    return {
      slug: topic.slug,
      formerSlugs: formerSlugs.get(topic.slug) ?? [],
      firmness: firmnessOf(shown),
      ids: [...new Set(shown.flatMap(({ metadata }) => metadata.ids))].sort(),
      editions: shown.map((article) => editionOf(article, topic, pages.base, rulesOf(article))),
      pages: locales,
      redirectFrom: shown.flatMap(({ metadata, file }) =>
        (metadata.redirectFrom ?? []).map((path) => ({
          path,
          file: displayPath(file),
          source: metadata.translation === 'source',
        })),
      ),
      paths: pathsOf(shown, locales, pages.sourceLocale),
    };
  });
  return {
    base: pages.base,
    sourceLocale: pages.sourceLocale,
    locales: pages.locales,
    entries: entries.filter(({ editions }) => editions.length > 0),
  };
}

/**
 * The path of the source is known in all languages, and so is one that no other edition differs from. A path that only some languages
 * have is known in these: each with each would be as many as the square of the languages.
 */
function pathsOf(editions: readonly Article[], pages: readonly string[], sourceLocale: string): FilePath[] {
  const byPath = Map.groupBy(editions, (article) => namedPath(article));
  return [...byPath]
    .flatMap(([path, having]): FilePath[] => {
      if (path === undefined) return [];
      const locales = having.map(({ locale }) => locale);
      const isKnownToAll = locales.includes(sourceLocale) || byPath.size === 1;
      return [{ path, locales: isKnownToAll ? pages : locales }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The edition that stands for an article where no locale is asked for: the source's, else the first. */
export function mainEdition({ editions }: Entry, sourceLocale: string): Edition | undefined {
  return editions.find(({ locale }) => locale === sourceLocale) ?? editions[0];
}

function editionOf(
  article: Article,
  { slug, states }: Topic,
  base: string,
  rules: readonly [string, { count: number; severity: Severity }][],
): Edition {
  const { locale, metadata } = article;
  const url = pagePath(base, locale, slug);
  const updated = updatedOf(article);
  const findings = { error: 0, warning: 0, info: 0 };
  for (const [, { count, severity }] of rules) findings[severity] += count;
  return {
    locale,
    title: article.title,
    summary: article.summary,
    url,
    markdown: besidePage(url, '.md'),
    file: article.file.path,
    translation: metadata.translation,
    state: states[locale] ?? 'current',
    ...(updated === undefined ? {} : { updated }),
    ...(metadata.handoff === undefined ? {} : { handoff: metadata.handoff }),
    noindex: metadata.noindex,
    ...(metadata.publication.unlisted === true ? { unlisted: true } : {}),
    headings: article.anchors
      .filter(({ depth, text }) => depth > 0 && text !== '')
      .map(({ id, depth, text }) => ({ id, depth, text })),
    steps: article.steps.flatMap((list, at) => list.map((text, step) => ({ id: stepId(at + 1, step + 1), text }))),
    findings,
    rules: Object.fromEntries(rules.map(([rule, { count }]) => [rule, count])),
  };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
