import { expect, test } from 'vitest';
import { formatHeaders, type HeaderFormat } from '../../src/site/headers.ts';
import { contentSecurityPolicy } from '../../src/site/security.ts';

const policy = `${contentSecurityPolicy}; frame-ancestors 'none'`;
const forEver = 'public, max-age=31536000, immutable';

const rows: [format: HeaderFormat, base: string, lines: string[]][] = [
  [
    'netlify',
    '/',
    [
      '/*',
      `  Content-Security-Policy: ${policy}`,
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
      `add_header Content-Security-Policy "${policy}" always;`,
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
