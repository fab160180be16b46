import { expect, test } from 'vitest';
import { formatHeaders, type HeaderFormat, headersOf } from '../../src/exports/headers.ts';
import { contentSecurityPolicies } from '../../src/exports/content-security.ts';

function policy(base: string): string {
  const [own, places] = contentSecurityPolicies(base);
  return `${own}; frame-ancestors 'none', ${places}`;
}
const forEver = 'public, max-age=31536000, immutable';

const rows: [format: HeaderFormat, base: string, lines: string[]][] = [
  [
    'netlify',
    '/',
    [
      '/*',
      `  Content-Security-Policy: ${policy('/')}`,
      '  X-Content-Type-Options: nosniff',
      '  Referrer-Policy: strict-origin-when-cross-origin',
      '/_astro/*',
      `  Cache-Control: ${forEver}`,
      '/media/*',
      `  Cache-Control: ${forEver}`,
    ],
  ],
  [
    'nginx',
    '/help.v2/',
    [
      'set $languedocs_cache "no-cache";',
      `if ($uri ~ "^/help\\.v2/(?:_astro|media)/") { set $languedocs_cache "${forEver}"; }`,
      'add_header Cache-Control $languedocs_cache;',
      `add_header Content-Security-Policy "${policy('/help.v2/')}" always;`,
      'add_header X-Content-Type-Options "nosniff" always;',
      'add_header Referrer-Policy "strict-origin-when-cross-origin" always;',
    ],
  ],
];

test.each(rows)('%s, below %s', (format, base, lines) => {
  expect(formatHeaders(format, base).trimEnd().split('\n')).toEqual(lines);
});

test('below a path, the rules of netlify are for what is there', () => {
  const paths = formatHeaders('netlify', '/help/').match(/^\S+$/gm);
  expect(paths).toEqual(['/help/*', '/help/_astro/*', '/help/media/*']);
});

test('scripts are allowed in their places only', () => {
  const [own, places] = contentSecurityPolicies('/help;v2/');
  expect(own).toContain("script-src 'self';");
  expect(places).toBe('script-src *:*/help%3Bv2/_astro/ *:*/help%3Bv2/preferences.js');
});

test.each([
  ['/help/_astro/x.js', forEver],
  ['/help/fr-fr/pay/', 'no-cache'],
  ['/_astro/x.js', 'no-cache'],
])('our own servers send what a host is told to: %s', (path, caching) => {
  const lines = formatHeaders('nginx', '/help/');
  const headers = headersOf(path, '/help/');
  expect(headers.at(-1)).toEqual(['Cache-Control', caching]);
  for (const [name, value] of headers.slice(0, -1)) expect(lines).toContain(`add_header ${name} "${value}" always;`);
});
