/** The pages of a locale that can be rendered, each with what lists say of it and with its input. */
import { shownIn } from './group/article-for-locale.ts';
import { pageOf, type RenderedPage } from './page.ts';
import { bareInputOf, inputOf, updatedOf } from './page-inputs.ts';
import type { Library } from './pipeline.ts';
import type { RenderInput } from './render-input.ts';

/** A page that can be rendered, and what it would show. */
export interface PlannedPage {
  readonly slug: string;
  /** What lists and sitemaps say of it. */
  readonly facts: { slug: string; noindex: boolean; unlisted?: true; fallback: boolean; updated?: string };
  /** Makes its input: all that it takes to render it anywhere. It may throw, where the article breaks something. */
  readonly input: () => RenderInput;
  /** Makes the input with which such an article is shown as plain text. */
  readonly bareInput: () => RenderInput;
  /** Renders the page here and now. */
  readonly render: () => RenderedPage;
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
    const input = () => inputOf(topic, article, locale, pages);
    yield {
      slug: topic.slug,
      facts: {
        slug: topic.slug,
        noindex: article.metadata.noindex || fallback,
        fallback,
        ...(article.metadata.publication.unlisted === true ? { unlisted: true } : {}),
        ...(updated === undefined ? {} : { updated }),
      },
      input,
      bareInput: () => bareInputOf(topic, article, locale, pages),
      render: () => pageOf(input(), pages),
      file: displayPath(article.file),
    };
  }
}
