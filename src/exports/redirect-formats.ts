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
 * which of the two they look up. Those that `canSay` is false for are left out.
 *
 * @param origin address of the published site, which bulk redirects of Cloudflare have to name
 */
export function formatRedirects(rules: readonly Rule[], format: RedirectFormat, origin = ''): string {
  const seen = new Set<string>();
  const lines = rules
    .filter((rule) => canSay(rule, format))
    // A map of nginx tells no capitals of ASCII, and an entry that is there already keeps the server from starting.
    .filter(({ from }) => format !== 'nginx' || isFirst(from.toLowerCase(), seen))
    .flatMap(({ from, to }) => {
      const bare = from.replace(/\/$/, '');
      switch (format) {
        // `_redirects` of Netlify and of Cloudflare Pages; both match with and without a slash.
        case 'netlify':
          return [`${from} ${to} 301`];
        // For `map $uri $moved { include redirects.map; }`, which compares with decoded paths.
        case 'nginx':
          return [from, bare].map((path) => `${quoted(decodeURIComponent(path))} ${quoted(to)};`);
        // A list for bulk redirects: source, target, status.
        case 'cloudflare':
          return [from, bare].map((path) => `${origin}${path.replaceAll('*', '%2A')},${origin}${to},301`);
      }
    });
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * Whether a host's language has words for a redirect. In `_redirects` a `*` stands for any path and a `:word` for any part of one,
 * and there is no way to write them as what they are.
 */
export function canSay({ from }: Rule, format: RedirectFormat): boolean {
  return format !== 'netlify' || !/[*:]/.test(decodeURIComponent(from));
}

function isFirst(key: string, seen: Set<string>): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * As a string of nginx's configuration, which knows these escapes. A `$` begins a variable in the value of a map only, and no page of
 * a site has one in its path.
 */
function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replace(/[\n\r\t]/g, (character) => escapes[character] ?? '')}"`;
}
