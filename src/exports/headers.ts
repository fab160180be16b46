/** What a host says of the files of a site, in the language of the host. */
import { contentSecurityPolicies } from './content-security.ts';

export const headerFormats = ['netlify', 'nginx'] as const;
export type HeaderFormat = (typeof headerFormats)[number];

/**
 * For every file. Pages state the policies themselves, but not who may frame them; as a header they hold for what is no page too, such
 * as a picture in SVG that is opened by itself. No file is taken for anything but what its host says it is. Other hosts learn from
 * which site a reader comes, not from which article.
 */
function always(base: string): readonly (readonly [name: string, value: string])[] {
  const [own, places] = contentSecurityPolicies(base);
  return [
    ['Content-Security-Policy', `${own}; frame-ancestors 'none', ${places}`],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ];
}

/** Folders of a site in which each file has a digest of its content in its name, so that it never changes. */
export const unchanging = ['_astro', 'media'] as const;

/** A year, in seconds: the longest that is in use. */
const forEver = 'public, max-age=31536000, immutable';

/** The headers of one file, as our own servers send them: the same that `formatHeaders` has a host send. */
export function headersOf(path: string, base: string): readonly (readonly [name: string, value: string])[] {
  const isUnchanging = unchanging.some((folder) => path.startsWith(`${base}${folder}/`));
  return [...always(base), ['Cache-Control', isUnchanging ? forEver : 'no-cache']];
}

/** @param base path below which the site is served; begins and ends with `/` */
export function formatHeaders(format: HeaderFormat, base: string): string {
  const lines = format === 'netlify' ? netlify(base) : nginx(base);
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * `_headers` of Netlify and of Cloudflare Pages. A header that several rules set is sent with all of their values, so nothing is said
 * of files that may change: both hosts have them asked for anew by themselves.
 */
function netlify(base: string): string[] {
  return [
    `${base}*`,
    ...always(base).map(([name, value]) => `  ${name}: ${value}`),
    ...unchanging.flatMap((folder) => [`${base}${folder}/*`, `  Cache-Control: ${forEver}`]),
  ];
}

/**
 * To include in a `server`. A `location` that adds a header of its own forgets those that are around it, so unchanging files are none
 * here.
 */
function nginx(base: string): string[] {
  const folders = `^${base.replace(/[.+]/g, '\\$&')}(?:${unchanging.join('|')})/`;
  return [
    'set $languedocs_cache "no-cache";',
    `if ($uri ~ "${folders}") { set $languedocs_cache "${forEver}"; }`,
    'add_header Cache-Control $languedocs_cache;',
    ...always(base).map(([name, value]) => `add_header ${name} "${value}" always;`),
  ];
}
