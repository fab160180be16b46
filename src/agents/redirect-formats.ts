/** Redirects as the rules of hosts. */

/** One redirect as `/api/v1/redirects.json` has it. */
export interface Rule {
  readonly from: string;
  readonly to: string;
}

export const redirectFormats = ['netlify', 'nginx', 'cloudflare'] as const;
export type RedirectFormat = (typeof redirectFormats)[number];

/**
 * The rules in the language of a host, one or two lines for each redirect. With a trailing slash and without, because hosts differ in
 * which of the two they look up.
 *
 * @param origin address of the published site, which bulk redirects of Cloudflare have to name
 */
export function formatRedirects(rules: readonly Rule[], format: RedirectFormat, origin = ''): string {
  const lines = rules.flatMap(({ from, to }) => {
    const bare = from.replace(/\/$/, '');
    switch (format) {
      // `_redirects` of Netlify and of Cloudflare Pages; both match with and without a slash.
      case 'netlify':
        return [`${from} ${to} 301`];
      // For `map $uri $moved { include redirects.map; }`, which compares with decoded paths.
      case 'nginx':
        return [from, bare].map((path) => `${quoted(decodeURI(path))} ${quoted(to)};`);
      // A list for bulk redirects: source, target, status.
      case 'cloudflare':
        return [from, bare].map((path) => `${origin}${path},${origin}${to},301`);
    }
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** As a string of nginx's configuration; `$` would begin a variable, and no path of an article has one. */
function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&')}"`;
}
