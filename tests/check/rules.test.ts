import { expect, test } from 'vitest';
import { knownRules } from '../../src/check/known-rules.ts';
import { Sentence } from '../../src/check/rule.ts';
import { unitRules } from '../../src/check/rules/index.ts';
import { localeOf } from '../../src/locales.ts';

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
