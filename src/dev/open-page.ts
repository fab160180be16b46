/** What an open page of a preview and its server say to each other. */

/** The page to the server: what it shows. */
export const showsEvent = 'languedocs:shows';
/** The server to a page that need not be loaded again: something has changed that may concern its findings. */
export const changedEvent = 'languedocs:changed';

/** Header of a page with the digest of its HTML, and the name of the digest in it. */
export const digestHeader = 'server-timing';
export const digestName = 'page';

/** What a page says that it shows. */
export interface Shown {
  /** Path with the base, as in the address. */
  readonly path: string;
  /** Digest of the HTML that was loaded. */
  readonly digest: string;
  /** When the browser asked for it, in milliseconds since 1970. */
  readonly asked: number;
}

/** The digest in a page's header; undefined where there is none. */
export function digestIn(header: string): string | undefined {
  return new RegExp(`${digestName};desc="([^"]+)"`).exec(header)?.[1];
}
