/** The way to the original at the same section for readers without JavaScript; with it, the original comes to them. */
import { escapeHtml } from '../pipeline/render/html.ts';
import type { Page } from '../pipeline/types.ts';

/** The body with a link below each heading whose section the source has too. A browser with scripts takes no notice of them. */
export function withSourceLinks({ html, toc, sourceHref, originalLocale }: Page, label: string): string {
  if (sourceHref === undefined || originalLocale === undefined) return html;
  const shared = new Set(toc.flatMap(({ id, inSource }) => (inSource === true ? [escapeHtml(id)] : [])));
  return html.replace(/<h([23]) id="([^"]*)"[^>]*>.*?<\/h\1>/gs, (heading, _depth, id: string) => {
    if (!shared.has(id)) return heading;
    const link = `<a href="${escapeHtml(sourceHref)}#${id}" hreflang="${originalLocale}">${escapeHtml(label)}</a>`;
    return `${heading}<noscript><p class="hint">${link}</p></noscript>`;
  });
}
