import { expect, test } from 'vitest';
import { formatRedirects, type RedirectFormat } from '../../src/agents/redirect-formats.ts';

const rules = [
  { from: '/old/', to: '/en-us/new/' },
  { from: '/fr-fr/caf%C3%A9/', to: '/fr-fr/bar/' },
];

const rows: [RedirectFormat, string[]][] = [
  ['netlify', ['/old/ /en-us/new/ 301', '/fr-fr/caf%C3%A9/ /fr-fr/bar/ 301']],
  [
    'nginx',
    [
      '"/old/" "/en-us/new/";',
      '"/old" "/en-us/new/";',
      '"/fr-fr/café/" "/fr-fr/bar/";',
      '"/fr-fr/café" "/fr-fr/bar/";',
    ],
  ],
  [
    'cloudflare',
    [
      'https://x.example/old/,https://x.example/en-us/new/,301',
      'https://x.example/old,https://x.example/en-us/new/,301',
      'https://x.example/fr-fr/caf%C3%A9/,https://x.example/fr-fr/bar/,301',
      'https://x.example/fr-fr/caf%C3%A9,https://x.example/fr-fr/bar/,301',
    ],
  ],
];

test.each(rows)('%s', (format, lines) => {
  expect(formatRedirects(rules, format, 'https://x.example').trimEnd().split('\n')).toEqual(lines);
});
