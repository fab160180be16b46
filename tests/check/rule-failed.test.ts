/** A rule that throws, of each kind: it is named with the file, the other rules find what they find, and nothing of it is kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkArticles } from '../../src/commands/check-articles.ts';
import { checkFolder } from '../../src/config/work-folder.ts';
import type { Configuration } from '../../src/config/configuration.ts';
import type { UnitRule } from '../../src/check/rule.ts';
import { unitRules } from '../../src/check/rules/index.ts';
import { inconsistentSentence } from '../../src/check/rules/inconsistent-sentence.ts';
import { setRules } from '../../src/check/set-rules.ts';
import { resolveOptions } from '../../src/config/options.ts';
import { file, folderOf, pair } from '../support.ts';
import { projectCopy } from './project-copy.ts';

const english = file({ title: 'Pay', 'ms.contentlocale': 'en-US' }, '# Pay\n\nWait 24 hours.\n\nWait 36 days.\n');
const plain = file(
  { title: 'Pay', 'ms.contentlocale': 'fr-FR', 'ms.translationtype': 'MT' },
  '# Payer\n\nAttendez 42 heures.\n\nAttendez 63 jours.\n',
);
const bilingual = file(
  { title: 'Pay', 'ms.contentlocale': 'fr-FR', 'ms.auhtor': 'x', 'ms.translationtype': 'MT' },
  `# ${pair(102, 'Payer', 'Pay')}\n\n${pair(103, 'Attendez 42 heures.', 'Wait 24 hours.')}\n\n${pair(104, 'Attendez 63 jours.', 'Wait 36 days.')}\n`,
);

function configurationOf(files: Readonly<Record<string, string>>): Configuration {
  const root = folderOf(files);
  const options = resolveOptions({ title: 'Help' });
  return { project: projectCopy(), options, roots: [root], out: root, base: '/' };
}

function found(configuration: Configuration): string[] {
  return checkArticles(configuration, () => undefined)
    .diagnostics.filter(({ rule }) => !['recovered-source', 'unknown-key', 'missing-translation'].includes(rule))
    .map(({ rule, file: name, line }) => `${rule} ${name.split('/').at(-1)}:${line}`);
}

const boom = (): never => {
  throw new Error('boom');
};

/** Breaks a function of an object until the test has ended, or before. */
function breaking<Key extends string>(owner: Record<Key, unknown>, key: Key, broken: unknown = boom): () => void {
  const whole = owner[key];
  const mend = (): void => void (owner[key] = whole);
  owner[key] = broken;
  onTestFinished(mend);
  return mend;
}

const ruleOf = <Rule extends { name: string }>(rules: readonly Rule[], name: string): Rule => {
  const rule = rules.find((each) => each.name === name);
  if (!rule) throw new Error(`There is no rule ${name}.`);
  return rule;
};
const failingAt = (text: string): UnitRule['find'] => {
  const { find } = ruleOf(unitRules, 'changed-number');
  return (unit) => (unit.target.markdown.includes(text) ? boom() : find(unit));
};

const whole = ['misspelt-key a.md:4', 'changed-number a.md:9', 'changed-number a.md:11'];
const alone = { 'fr-FR/a.md': bilingual };
const beside = { 'en-US/a.md': english, 'fr-FR/a.md': plain };

describe.each<[what: string, files: Readonly<Record<string, string>>, expected: string[], breakIt: () => () => void]>([
  [
    'a rule about sentences',
    alone,
    ['misspelt-key a.md:4', 'rule-failed a.md:7', ...whole.slice(1)],
    () => breaking(ruleOf(unitRules, 'end-punctuation'), 'find'),
  ],
  [
    'a rule that breaks on one sentence of two',
    alone,
    ['misspelt-key a.md:4', 'rule-failed a.md:9', 'changed-number a.md:11'],
    () => breaking(ruleOf(unitRules, 'changed-number'), 'find', failingAt('42')),
  ],
  [
    'the rule about equal sentences',
    alone,
    ['misspelt-key a.md:4', 'rule-failed a.md:7', ...whole.slice(1)],
    () => breaking(inconsistentSentence, 'find'),
  ],
  [
    'a rule about sentences beside another file',
    beside,
    ['rule-failed a.md:6', 'changed-number a.md:8', 'changed-number a.md:10'],
    () => breaking(ruleOf(unitRules, 'end-punctuation'), 'find'),
  ],
  [
    'a rule about the whole set that breaks on each article',
    alone,
    ['rule-failed a.md:1', ...whole],
    () => breaking(ruleOf(setRules, 'duplicate-title'), 'lookIn', () => boom),
  ],
  [
    'a rule about the whole set that breaks before it looks at any',
    { ...alone, 'fr-FR/b.md': plain },
    ['rule-failed a.md:1', ...whole],
    () => breaking(ruleOf(setRules, 'cross-locale-link'), 'lookIn'),
  ],
])('%s', (_what, files, expected, breakIt) => {
  test('fails, and is named with its file beside all other findings', () => {
    const configuration = configurationOf(files);
    const mend = breakIt();
    const first = found(configuration);
    expect(first.filter((each) => !each.startsWith('duplicate-title')).toSorted()).toEqual(expected.toSorted());
    const { diagnostics } = checkArticles(configuration, () => undefined);
    const failure = diagnostics.find(({ rule }) => rule === 'rule-failed');
    expect(failure?.severity).toBe('error');
    expect(failure?.message).toMatch(/`[a-z-]+` failed \(boom\)/);
    // Nothing of it was kept: once the rule works, all is as if it had never failed.
    expect(readFileSync(join(checkFolder(configuration), 'check.tsv'), { encoding: 'utf8', flag: 'a+' })).not.toContain(
      'boom',
    );
    mend();
    expect(found(configuration)).toEqual(found(configurationOf(files)));
  });
});
