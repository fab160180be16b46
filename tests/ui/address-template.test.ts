import { expect, test } from 'vitest';
import { fillAddress, placeholdersIn } from '../../src/ui/address-template.ts';

test.each([
  ['https://a.example/new?t={article}&s={sentence}', 'https://a.example/new?t=pay%26go&s=s103'],
  ['mailto:a@b.example?subject={locale}: {title}', 'mailto:a@b.example?subject=fr-FR: Payer%20%7Barticle%7D'],
  ['https://a.example/{url}', 'https://a.example/'],
  ['https://a.example/', 'https://a.example/'],
])('%s is filled in as %s', (template, address) => {
  const values = { article: 'pay&go', locale: 'fr-FR', sentence: 's103', title: 'Payer {article}' };
  expect(fillAddress(template, values)).toBe(address);
});

test('placeholders are the names in braces', () => {
  expect(placeholdersIn('a {b} c {d}{}')).toEqual(['b', 'd', '']);
});
