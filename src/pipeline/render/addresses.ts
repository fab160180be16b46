/** Which addresses an article may lead to, on its page and in its Markdown. */
import type { RenderContext } from './render-context.ts';

/** Schemes of links. */
export const linkSchemes = ['http', 'https', 'mailto', 'tel', 'ms-settings', 'feedback-hub'] as const;
/** Schemes of pictures that are not files of the site. */
export const imageSchemes = ['http', 'https'] as const;

/** Control characters and blanks that browsers pass over before a scheme and, some of them, in it. */
const passedOver = /^[\u0000-\u0020]+|[\t\n\r]+/g;

/** Whether a browser takes an address for one of these schemes, or for one without any: a path or a fragment. */
export function isAllowedAddress(address: string, schemes: readonly string[]): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address.replace(passedOver, ''))?.[1]?.toLowerCase();
  return scheme === undefined || schemes.includes(scheme);
}

/** Where a link leads from the site's pages; undefined where that is nowhere, or nowhere that a page may lead to. */
export function hrefOf(url: string, { resolveLink }: Pick<RenderContext, 'resolveLink'>): string | undefined {
  if (!isAllowedAddress(url, linkSchemes)) return undefined;
  const link = resolveLink(url);
  return link.kind === 'broken' || !isAllowedAddress(link.href, linkSchemes) ? undefined : link.href;
}

/** Where a picture is; undefined where it is nowhere, or in the text itself. */
export function imageAddress(url: string, { resolveImage }: Pick<RenderContext, 'resolveImage'>): string | undefined {
  if (!isAllowedAddress(url, imageSchemes)) return undefined;
  const image = resolveImage(url);
  const address = image?.kind === 'local' ? image.src : image?.href;
  return address !== undefined && isAllowedAddress(address, imageSchemes) ? address : undefined;
}
