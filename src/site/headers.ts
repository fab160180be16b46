/** What a host says of the files of a site, in the language of the host. */
import { contentSecurityPolicy } from './security.ts';

export const headerFormats = ['netlify', 'nginx'] as const;
export type HeaderFormat = (typeof headerFormats)[number];

/**
 * For every file. Pages state the policy themselves, but not who may frame them; as a header it holds for what is no page too, such
 * as a picture in SVG that is opened by itself. Other hosts learn from which site a reader comes, not from which article.
 */
export const always: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', `${contentSecurityPolicy}; frame-ancestors 'none'`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
];

/** Folders of a site in which each file has a digest of its content in its name, so that it never changes. */
export const unchanging = ['_astro', 'media'] as const;

/** A year, in seconds: the longest that is in use. */
const forEver = 'public, max-age=31536000, immutable';

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
    ...always.map(([name, value]) => `  ${name}: ${value}`),
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
    ...always.map(([name, value]) => `add_header ${name} "${value}" always;`),
  ];
}
