import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingOnHomes } from '../../src/engine/home-diagnostics.ts';
import { folderOf } from '../support.ts';

const home = `---
title: Aide
---

<ArticleCards heading="Factures" slugs="pay-invoice-now, pay-invoice" />

[Rôles](../articles/gone.md#roles)
`;

test.each([
  ['pay-invoice', { line: 5, column: 58, endLine: 5, endColumn: 69 }],
  ['gone', { line: 7, column: 21, endLine: 7, endColumn: 25 }],
  ['computed', { line: 1, column: 1, endLine: 1, endColumn: 1 }],
])('an article that a home page names and that is not there is reported once: %s', (slug, place) => {
  const file = join(folderOf({ 'fr-FR/index.mdx': home }), 'fr-FR/index.mdx');
  const locale = { tag: 'fr-FR', path: 'fr-fr', name: 'français', direction: 'ltr', articles: 1 } as const;
  const missing = [slug, slug].map((each) => ({ locale: 'fr-FR', slug: each }));
  const found = missingOnHomes(missing, [{ ...locale, home: file }]);
  expect(found).toMatchObject([{ rule: 'missing-home-article', severity: 'warning', ...place }]);
  expect(found[0]?.file).toMatch(/fr-FR\/index\.mdx$/);
  expect(found[0]?.message).toContain(`\`${slug}\``);
});
