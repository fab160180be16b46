/**
 * What it takes to render one page somewhere else, where the other articles are not known: in another process. A process that held all
 * articles of a site would need as much memory as the build itself.
 */
import { encodedAddress, type LinkMap } from './link/resolve.ts';
import { alignableSibling } from './manuscripts.ts';
import { type Links, type PageContext, pageOf, type RenderedPage } from './page.ts';
import type { ResolvedLink } from './render/resolved.ts';
import { shownIn } from './group/article-for-locale.ts';
import type { Article, Topic } from './types.ts';

/** An order for one page: plain values. */
export interface PageOrder {
  /** With only those articles whole that the page is made of. */
  readonly topic: Topic;
  /** Where the article's links lead, by their addresses. */
  readonly links: ReadonlyMap<string, ResolvedLink>;
}

/** The order for the page of a topic in a locale, which shows `article`. */
export function pageOrder(
  topic: Topic,
  article: Article,
  locale: string,
  { links, sourceLocale }: { links: LinkMap; sourceLocale: string },
): PageOrder {
  const addresses = article.references.flatMap(({ href }) => [href, encodedAddress(href)]);
  return {
    topic: slim(topic, article, sourceLocale),
    links: new Map(addresses.map((href) => [href, links.resolve(article, href, locale)])),
  };
}

/**
 * Fills an order. Undefined where the page turns out to need more than the order says, such as the links of an included file; then it
 * has to be rendered where all articles are known.
 *
 * @param context all but the links
 */
export function fillOrder(
  { topic, links }: PageOrder,
  locale: string,
  context: Omit<PageContext, 'links'>,
): RenderedPage | undefined {
  const article = shownIn(topic, locale, context.sourceLocale);
  if (!article) throw new Error(`There is no article ${topic.slug} in ${locale}.`);
  const unknown: string[] = [];
  const known: Links = {
    digest: '',
    resolve(_article, href) {
      const link = links.get(href);
      if (!link) unknown.push(href);
      return link ?? { kind: 'broken' };
    },
  };
  const rendered = pageOf(topic, article, locale, { ...context, links: known });
  return unknown.length === 0 ? rendered : undefined;
}

/** Of the other articles, only what the list of languages needs. */
function slim(topic: Topic, article: Article, sourceLocale: string): Topic {
  // What a translation that is behind lacks is told by comparing it with the others.
  if (topic.states[article.locale] === 'behind') return topic;
  const whole = [article, topic.articles[sourceLocale], alignableSibling(article, topic)];
  const articles = Object.entries(topic.articles).map(([locale, other]): [string, Article] => [
    locale,
    whole.includes(other) ? { ...other, diagnostics: [] } : nameOnly(other),
  ]);
  return { ...topic, articles: Object.fromEntries(articles) };
}

function nameOnly({ locale, side, metadata: { translation } }: Article): Article {
  return {
    file: { root: '', path: '' },
    digest: '',
    side,
    locale,
    metadata: { translation, ids: [], publication: {}, noindex: false },
    bodyStart: 0,
    title: '',
    summary: '',
    bilingual: false,
    anchors: [],
    footnoteIds: [],
    references: [],
    steps: [],
    shape: '',
    visibleMarkup: [],
    diagnostics: [],
  };
}
