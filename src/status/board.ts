/** The state of all translations: what the status board shows. */
import type { Diagnostic } from '../core/diagnostics.ts';
import { localeOf } from '../core/locales.ts';
import { pagePath } from '../pipeline/link/resolve.ts';
import { updatedOf } from '../pipeline/page-inputs.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { mainArticle } from '../pipeline/group/article-for-locale.ts';
import type { Article, State, Topic, Translation } from '../pipeline/types.ts';

/** `missing`: the locale has no edition of its own. */
export type BoardState = State | 'missing';

/** One article in one locale. */
export interface EditionStatus {
  readonly slug: string;
  /** In this locale, else in that of the source. */
  readonly title: string;
  /** BCP 47 tag of the title's language; undefined where the slug stands for a title. */
  readonly titleLocale?: string;
  readonly state: BoardState;
  readonly translation?: Translation;
  /** `YYYY-MM-DD` */
  readonly updated?: string;
  /** Input file, relative to its content directory. */
  readonly file?: string;
  /** Path of the page, with the base. */
  readonly href?: string;
  readonly errors: number;
  readonly warnings: number;
}

/** Counts of one locale. */
export interface LocaleStatus {
  readonly locale: string;
  /** The language's own name. */
  readonly name: string;
  /** First part of its addresses. */
  readonly path: string;
  /** Editions of its own, whatever their state. */
  readonly published: number;
  readonly states: Readonly<Record<BoardState, number>>;
  readonly machine: number;
  readonly human: number;
  readonly errors: number;
  readonly warnings: number;
  /** Editions with at least one error or warning. */
  readonly withFindings: number;
}

/** One article with what is the matter with it in any locale. */
export interface TopicStatus {
  readonly slug: string;
  readonly title: string;
  /** As in `EditionStatus`. */
  readonly titleLocale?: string;
  readonly href?: string;
  /** Locales by state, without those that are current. */
  readonly open: Readonly<Partial<Record<BoardState, readonly string[]>>>;
  readonly current: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface Board {
  /** Number of articles. */
  readonly topics: number;
  readonly locales: readonly LocaleStatus[];
  readonly articles: readonly TopicStatus[];
  /** By locale tag, in the order of slugs. */
  readonly editions: Readonly<Record<string, readonly EditionStatus[]>>;
}

interface Counts {
  errors: number;
  warnings: number;
}

const none: Counts = { errors: 0, warnings: 0 };

export function boardOf({ topics, pages, displayPath }: Library, diagnostics: readonly Diagnostic[]): Board {
  const counts = countByFile(diagnostics);
  const editionOf = (topic: Topic, locale: string): EditionStatus => {
    const own = topic.articles[locale];
    const shown = own ?? mainArticle(topic, pages.sourceLocale);
    if (!own) return { slug: topic.slug, ...titleOf(topic, shown), state: 'missing', ...none };
    const updated = updatedOf(own);
    // What is wrong in a bilingual file is wrong in its translation, not in the source that was recovered from it.
    const { errors, warnings } = (own.side === 'target' ? counts.get(displayPath(own.file)) : undefined) ?? none;
    return {
      slug: topic.slug,
      ...titleOf(topic, own),
      state: stateOf(topic, own),
      translation: own.metadata.translation,
      ...(updated === undefined ? {} : { updated }),
      file: own.file.path,
      href: pagePath(pages.base, locale, topic.slug),
      errors,
      warnings,
    };
  };
  const editions = Object.fromEntries(
    pages.locales.map((locale) => [locale, topics.map((topic) => editionOf(topic, locale))]),
  );
  return {
    topics: topics.length,
    locales: pages.locales.map((locale) => localeStatus(locale, editions[locale] ?? [])),
    articles: topics.map((topic, index) =>
      topicStatus(
        topic,
        pages.sourceLocale,
        pages.locales.map((locale) => [locale, editions[locale]?.[index]]),
      ),
    ),
    editions,
  };
}

function titleOf({ slug }: Topic, article: Article | undefined): Pick<EditionStatus, 'title' | 'titleLocale'> {
  if (!article || article.title === '') return { title: slug };
  return { title: article.title, titleLocale: article.locale };
}

function stateOf(topic: Topic, { locale }: Article): State {
  return topic.states[locale] ?? 'current';
}

function countByFile(diagnostics: readonly Diagnostic[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { file, severity } of diagnostics) {
    if (severity === 'info') continue;
    const count = counts.get(file) ?? { ...none };
    counts.set(file, count);
    if (severity === 'error') count.errors++;
    else count.warnings++;
  }
  return counts;
}

function localeStatus(locale: string, editions: readonly EditionStatus[]): LocaleStatus {
  const count = (is: (edition: EditionStatus) => boolean) => editions.filter(is).length;
  const sum = (of: (edition: EditionStatus) => number) => editions.reduce((total, edition) => total + of(edition), 0);
  const { name, path } = localeOf(locale);
  return {
    locale,
    name,
    path,
    published: count(({ state }) => state !== 'missing'),
    states: {
      current: count(({ state }) => state === 'current'),
      'same-shape': count(({ state }) => state === 'same-shape'),
      behind: count(({ state }) => state === 'behind'),
      missing: count(({ state }) => state === 'missing'),
    },
    machine: count(({ translation }) => translation === 'machine'),
    human: count(({ translation }) => translation === 'human'),
    errors: sum(({ errors }) => errors),
    warnings: sum(({ warnings }) => warnings),
    withFindings: count(({ errors, warnings }) => errors + warnings > 0),
  };
}

function topicStatus(
  topic: Topic,
  sourceLocale: string,
  editions: readonly (readonly [string, EditionStatus | undefined])[],
): TopicStatus {
  const open: Partial<Record<BoardState, string[]>> = {};
  let [current, errors, warnings] = [0, 0, 0];
  for (const [locale, edition] of editions) {
    if (!edition) continue;
    if (edition.state === 'current') current++;
    else (open[edition.state] ??= []).push(locale);
    errors += edition.errors;
    warnings += edition.warnings;
  }
  const shown = editions.find(([locale, edition]) => locale === sourceLocale && edition?.href !== undefined)?.[1];
  const first = shown ?? editions.find(([, edition]) => edition?.href !== undefined)?.[1];
  return {
    slug: topic.slug,
    title: first?.title ?? topic.slug,
    ...(first?.titleLocale === undefined ? {} : { titleLocale: first.titleLocale }),
    ...(first?.href === undefined ? {} : { href: first.href }),
    open,
    current,
    errors,
    warnings,
  };
}
