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

/** What has become of an image; `remote` ones are linked to, because pages load nothing from other hosts. */
export type ResolvedImage =
  | { readonly kind: 'local'; readonly src: string; readonly width?: number; readonly height?: number }
  | { readonly kind: 'remote'; readonly href: string };
