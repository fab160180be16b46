import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownRules } from '../../src/check/known-rules.ts';
import { Sentence } from '../../src/check/rule.ts';
import { unitRules } from '../../src/check/rules/index.ts';
import { localeOf } from '../../src/core/locales.ts';

const rows = unitRules.flatMap((rule) => rule.examples.map((example) => ({ rule, name: rule.name, ...example })));

test.each(rows)('$name: $target', ({ rule, source, target, locale, found }) => {
  const unit = {
    source: new Sentence(source),
    target: new Sentence(target),
    locale: localeOf(locale ?? 'fr-FR'),
    sourceLanguage: 'en',
  };
  expect(rule.find(unit).map(({ start, end }) => target.slice(start, end))).toEqual(found);
});

test('every rule that any code names is known', () => {
  const source = join(import.meta.dirname, '../../src');
  const named = readdirSync(source, { recursive: true, encoding: 'utf8' })
    // The audit looks from outside, and has kinds of faults of its own.
    .filter((file) => /^(?:check|disk|exports|layouts|pipeline)\/.*\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/\brule: '([a-z-]+)'/g)])
    .map(([, rule = '']) => rule)
    // Told of a whole article, whatever is wrong in it.
    .filter((rule) => rule !== 'article-failed');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((rule) => !knownRules.has(rule))).toEqual([]);
});

test('errors are right at least 95 times of 100, warnings 80', () => {
  const least = { error: 0.95, warning: 0.8, info: 0 };
  for (const { name, severity, precision } of knownRules.values())
    if (precision) expect(precision.right / precision.read, name).toBeGreaterThanOrEqual(least[severity]);
});

test('every rule says why, and shows what it finds and what it leaves', () => {
  for (const { name, why, examples } of unitRules) {
    expect(why.length, name).toBeGreaterThan(30);
    expect(
      examples.some(({ found }) => found.length > 0),
      name,
    ).toBe(true);
    expect(
      examples.some(({ found }) => found.length === 0),
      name,
    ).toBe(true);
  }
});
