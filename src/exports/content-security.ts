/** What a page of the site may load and run. */

/** Where the site's scripts are, below its base; a folder ends in `/`. Articles and their texts are in none of these places. */
const scriptPlaces = ['_astro/', 'preferences.js'] as const;

/**
 * The policies that hold together on a page of the site, as one says what the other cannot. The first allows what is the site's own, and
 * no script or style in the page itself. The second allows scripts in their
 * places only, whatever the host: a page does not know where it will be, a preview of a deployment is on another host than the site, and
 * a path alone is no source, so the host is a wildcard (`*:*`), which the first policy narrows to the site's own. So a text of the
 * site is no script, even where a host sends it as one.
 *
 * A page cannot forbid being framed by others; that takes a header (`headers.ts`).
 *
 * @param base path below which the site is served; begins and ends with `/`
 */
export function contentSecurityPolicies(base: string): readonly [own: string, places: string] {
  const own = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ];
  const below = encodeURI(base).replace(/[;,$]/g, encodeURIComponent);
  const places = scriptPlaces.map((place) => `*:*${below}${place}`);
  return [own.join('; '), `script-src ${places.join(' ')}`];
}
