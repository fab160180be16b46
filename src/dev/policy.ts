/** What the preview says of every page, as `exports/headers.ts` does for a site: a preview shows articles that nobody has looked at. */
import { contentSecurityPolicies } from '../exports/content-security.ts';

/** Where Vite has the preview's scripts, from the root of the host; a folder ends in `/`. No content directory is in any of them. */
const scriptPlaces = ['@vite/', '@id/astro:scripts/', 'node_modules/astro/', 'node_modules/vite/', 'src/'] as const;

/** This machine, as a browser calls it that looks at the preview. */
const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\]):\d{1,5}$/;

/**
 * The policies of the preview: those of the site, but for what Vite brings into pages. Its styles are in the page, where no nonce reaches
 * them, so that elements for styles are allowed, and attributes are not; scripts have other places; and it says over a WebSocket when to
 * load a page again.
 *
 * @param host of the request
 */
export function previewPolicies(base: string, host: string | undefined): string[] {
  const [own] = contentSecurityPolicies(base);
  const socket = host !== undefined && ownHost.test(host) ? ` ws://${host}` : '';
  const places = [...scriptPlaces.map((place) => `/${place}`), `${encodeURI(base)}preferences.js`].map(
    (path) => `*:*${path}`,
  );
  return [
    own
      .replace("style-src 'self'", "style-src 'self'; style-src-elem 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", `connect-src 'self'${socket}`)
      .concat("; frame-ancestors 'none'"),
    `script-src ${places.join(' ')}`,
  ];
}
