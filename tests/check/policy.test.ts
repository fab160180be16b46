import { expect, test } from 'vitest';
import { globOf } from '../../src/check/policy.ts';

test.each([
  ['pay-*.md', 'content/fr-FR/pay-invoice.md', true],
  ['pay-*.md', 'content/fr-FR/repay-invoice.md', false],
  ['fr-FR/**', 'content/fr-FR/billing/x.md', true],
  ['content/*/x.md', 'content/fr-FR/x.md', true],
  ['content/*/x.md', 'content/fr-FR/billing/x.md', false],
  ['**/x.md', 'content/fr-FR/billing/x.md', true],
  ['a+b.md', 'aab.md', false],
])('%s and %s: %s', (glob, path, matches) => {
  expect(globOf(glob).test(path)).toBe(matches);
});
