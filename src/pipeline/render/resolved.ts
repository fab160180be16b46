/** What becomes of the addresses that an article names. */

/** What has become of a link. */
export type ResolvedLink =
  | { readonly kind: 'page'; readonly href: string; readonly fallback: boolean }
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'fragment'; readonly href: string }
  /** A file of the site; `name` is what browsers save it as, and missing where they show it. */
  | { readonly kind: 'download'; readonly href: string; readonly size: string; readonly name?: string }
  /** Nothing to lead to: the words stay, the link goes. */
  | { readonly kind: 'broken' };

/** An image that pages show: a file of the site, or one that lies in the text itself. */
export interface LocalImage {
  readonly kind: 'local';
  readonly src: string;
  readonly width?: number;
  readonly height?: number;
}

/** What has become of an image; `remote` ones are linked to, because pages load nothing from other hosts. */
export type ResolvedImage = LocalImage | { readonly kind: 'remote'; readonly href: string };

/** A link of which nothing is known but its address: it leads to another site, or nowhere. */
export function linkAsWritten(href: string): ResolvedLink {
  return /^(?:https?|mailto):/i.test(href) ? { kind: 'external', href } : { kind: 'broken' };
}

const embedded = /^data:image\/(?:png|gif|jpe?g|webp|avif)[;,]/i;

/** An image whose address says all: it lies in the text itself, or on another host. Undefined for one that may be a file. */
export function imageAsWritten(src: string): ResolvedImage | undefined {
  if (embedded.test(src)) return { kind: 'local', src };
  return /^https?:/i.test(src) ? { kind: 'remote', href: src } : undefined;
}

/** The place that `#fragment` names. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A link to a place on the page itself. */
export function linkTo(id: string): ResolvedLink {
  return { kind: 'fragment', href: `#${encodeURI(id)}` };
}
