/** The pages of a locale that can be rendered, each with all that rendering it depends on. */
import { pageKey } from './page-key.ts';
import { type PageOrder, pageOrder } from './page-order.ts';
import { pageOf, pageWithout, type RenderedPage, updatedOf } from './page.ts';
import type { Library } from './pipeline.ts';
import { shownIn } from './group/article-for-locale.ts';

/** A page that can be rendered, and what it would show. */
export interface PlannedPage {
  readonly slug: string;
  /** What lists and sitemaps say of it. */
  readonly facts: { slug: string; noindex: boolean; unlisted?: true; fallback: boolean; updated?: string };
  /** Equal keys mean equal pages, so that one that was rendered before need not be rendered again. */
  readonly key: () => string;
  readonly render: () => RenderedPage;
  /** The page with its article as plain text, and why. */
  readonly renderPlain: (failure: string) => RenderedPage;
  /** The page that stands in for one that cannot be rendered because of an error. */
  readonly renderWithout: (error: unknown) => RenderedPage;
  /** What it takes to render the page in another process. */
  readonly order: () => PageOrder;
  /** The article's file, as a user would type it. */
  readonly file: string;
}

/** All pages of one locale, in the order of their slugs. */
export function* plannedPages(locale: string, { topics, pages, displayPath }: Library): Generator<PlannedPage> {
  for (const topic of topics) {
    const article = shownIn(topic, locale, pages.sourceLocale);
    if (!article) continue;
    const fallback = article.locale !== locale;
    const updated = updatedOf(article);
    yield {
      slug: topic.slug,
      facts: {
        slug: topic.slug,
        noindex: article.metadata.noindex || fallback,
        fallback,
        ...(article.metadata.publication.unlisted === true ? { unlisted: true } : {}),
        ...(updated === undefined ? {} : { updated }),
      },
      key: () => pageKey(topic, article, locale, pages),
      render: () => pageOf(topic, article, locale, pages),
      renderPlain: (failure) => pageOf(topic, article, locale, pages, failure),
      renderWithout: (error) => pageWithout(topic, article, locale, pages, error),
      order: () => pageOrder(topic, article, locale, pages),
      file: displayPath(article.file),
    };
  }
}
