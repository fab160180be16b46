import { expect, test } from 'vitest';
import { previewPolicies } from '../../src/dev/policy.ts';
import { contentSecurityPolicies } from '../../src/exports/content-security.ts';

test('the preview forbids what the site forbids, but for styles in the page', () => {
  const [own = '', places] = previewPolicies('/help/', 'localhost:4321');
  const ofSite = contentSecurityPolicies('/help/')[0].split('; ');
  const different = own.split('; ').filter((directive) => !ofSite.includes(directive));
  expect(different).toEqual([
    "style-src-elem 'self' 'unsafe-inline'",
    "connect-src 'self' ws://localhost:4321",
    "frame-ancestors 'none'",
  ]);
  expect(places).toMatch(/^script-src \*:\*\/@vite\/ .* \*:\*\/help\/preferences\.js$/);
});

test.each([
  undefined,
  '',
  'attacker.test:80',
  'localhost:1; script-src *',
  'localhost:1 *',
  'localhost:1,x',
  'localhost:',
  'localhost:1\n',
])('a host that is not this machine is not in the policy: %j', (host) => {
  expect(previewPolicies('/', host)[0]).toContain("connect-src 'self';");
});
