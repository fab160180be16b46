/** An article as an agent hands it to a customer. Pure. */
import { escapeMarkdown } from '../../pipeline/markdown-text.ts';
import { markup } from '../../core/html-template.ts';

export interface Sendable {
  /** Title in the language of the page that the link opens. */
  readonly title: string;
  /** Locale of the title. */
  readonly locale: string;
  /** Value of `dir`. */
  readonly direction: string;
  /** Complete address, with the fragment. */
  readonly url: string;
  /** Words of the step or section that the link leads to; undefined for the beginning. */
  readonly place?: string;
}

export const forms = ['link', 'markdown', 'html', 'text'] as const;
export type Form = (typeof forms)[number];

export function handedOver({ title, locale, direction, url, place }: Sendable, form: Form): string {
  const words = place === undefined ? title : `${title} – ${place}`;
  switch (form) {
    case 'link':
      return url;
    case 'markdown':
      return `[${escapeMarkdown(words)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
    case 'html':
      return markup`<a href="${url}" lang="${locale}" dir="${direction}">${words}</a>`.text;
    case 'text':
      return `${words}\n${url}`;
  }
}

/** The address of an article for a customer: the page itself, or the permanent link with the customer's language. */
export function addressOf(
  { origin, base, permanent }: { origin: string; base: string; permanent: boolean },
  slug: string,
  locale: string,
  fragment: string,
): string {
  const path = encodeURI(permanent ? `${base}id/${slug}/` : `${base}${locale.toLowerCase()}/${slug}/`);
  const query = permanent ? `?lang=${locale}` : '';
  return `${origin}${path}${query}${fragment === '' ? '' : `#${encodeURIComponent(fragment)}`}`;
}
