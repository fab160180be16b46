/** Cards of articles for other sites. In a module of its own: each thread that writes pages loads it, and it needs next to nothing. */
import { localeOf } from '../core/locales.ts';
import type { Page } from '../pipeline/types.ts';
import { markup } from '../core/html-template.ts';
import type { HandOverFacts } from './markdown-lists.ts';

/**
 * The card of an article's page as oEmbed: what another site shows for a link to it. Complete addresses are a must there, so a site
 * that does not know where it will be has none.
 */
export function embedDocument(
  { title, description, canonical, locale }: Pick<Page, 'title' | 'description' | 'canonical' | 'locale'>,
  { title: provider, origin = '' }: HandOverFacts,
): unknown {
  const { direction } = localeOf(locale);
  const link = markup`<a href="${origin + canonical}">${title}</a>`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: provider,
    provider_url: origin,
    title,
    html: markup`<blockquote lang="${locale}" dir="${direction}"><p>${link}</p><p>${description}</p></blockquote>`.text,
    width: 600,
    height: 200,
  };
}
