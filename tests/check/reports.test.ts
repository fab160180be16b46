/** Rules about whole files and the whole set, on folders of files. */
import { expect, test } from 'vitest';
import { checkArticles } from '../../src/commands/check-articles.ts';
import type { Configuration } from '../../src/config/configuration.ts';
import { resolveOptions } from '../../src/config/options.ts';
import { file, folderOf, pair } from '../support.ts';
import { projectCopy } from './project-copy.ts';

type Files = Readonly<Record<string, string>>;

function check(files: Files, options: object = {}) {
  const root = folderOf(files);
  const configuration: Configuration = {
    project: process.cwd(),
    options: resolveOptions({ title: 'Help', ...options }),
    roots: [root],
    out: root,
    base: '/',
  };
  return checkArticles({ ...configuration, project: projectCopy() }, () => undefined);
}

/** Rules that found something, with the line. */
function found(files: Files, options: object = {}): string[] {
  return check(files, options).diagnostics.map(({ rule, line }) => `${rule}:${line}`);
}

const header = { title: 'Pay', 'ms.contentlocale': 'fr-FR', 'ms.translationtype': 'MT' };
const french = (body: string, fields: Record<string, string> = {}) =>
  file({ ...header, ...fields }, `# Payer\n\n${body}\n`);
const english = (body: string, fields: Record<string, string> = {}) =>
  file({ title: 'Pay', 'ms.contentlocale': 'en-US', ...fields }, `# Pay\n\n${body}\n`);

test.each<[what: string, files: Files, rules: string[]]>([
  ['a good article', { 'fr-FR/a.md': french('Payez.') }, []],
  ['a misspelt key', { 'fr-FR/a.md': french('Payez.', { 'ms.auhtor': 'x' }) }, ['misspelt-key:5']],
  ['a misspelt former address', { 'fr-FR/a.md': french('Payez.', { redirect_form: 'x' }) }, ['misspelt-key:5']],
  ['an unknown key', { 'fr-FR/a.md': french('Payez.', { colour: 'x' }) }, ['unknown-key:5']],
  ['a heading and no title', { 'fr-FR/a.md': file({ 'ms.contentlocale': 'fr-FR' }, '# Payer\n') }, []],
  ['a heading below another', { 'fr-FR/a.md': file({ 'ms.contentlocale': 'fr-FR' }, 'Payer\n=====\n') }, []],
  ['a title and no heading', { 'fr-FR/a.md': file({ title: 'Payer' }, 'Payez.\n\n## Ici\n') }, []],
  ['neither heading nor title', { 'fr-FR/a.md': file({ 'ms.date': '2026-01-01' }, 'Payez.\n') }, ['heading-missing:4']],
  ['an empty title', { 'fr-FR/a.md': file({ title: '' }, 'Payez.\n') }, ['heading-missing:4']],
  ['no header at all', { 'fr-FR/a.md': 'Payez.\n' }, ['heading-missing:1']],
  ['an unknown alert', { 'fr-FR/a.md': french('> [!BOGUS]\n> Payez.') }, ['unknown-alert:8']],
  ['a translated alert', { 'fr-FR/a.md': french('> [!CONSEIL]\n> Payez.') }, ['alert-keyword:8']],
  ['an alert in code', { 'fr-FR/a.md': french('```\n> [!BOGUS]\n```') }, []],
  ['two top headings', { 'fr-FR/a.md': french('# Encore') }, ['second-top-heading:8']],
  [
    'an anchor twice',
    { 'fr-FR/a.md': french('## <a name="x"></a>Un\n\n## <a name="x"></a>Deux') },
    ['duplicate-anchor:10'],
  ],
  [
    'a slug that is taken',
    { 'en-US/a.md': english('A.', { slug: 'pay' }), 'en-US/pay.md': english('B.', { slug: 'pay' }) },
    ['duplicate-article:1'],
  ],
  [
    'a slug that another article has',
    {
      'en-US/a.md': english('A.', { slug: 'pay' }),
      'fr-FR/a.md': french('A.', { slug: 'tax' }),
      'en-US/tax.md': file({ title: 'Tax', 'ms.contentlocale': 'en-US' }, '# Tax\n'),
    },
    ['missing-translation:1', 'slug-taken:1'],
  ],
  [
    'a slug that no article has, because a translation chose another one',
    { 'en-US/a.md': english('A.', { slug: 'pay' }), 'fr-FR/a.md': french('A.', { slug: 'payer' }) },
    [],
  ],
  [
    'an id that is taken',
    {
      'en-US/a.md': english('A.', { 'ms.custom': '77' }),
      'en-US/b.md': file({ title: 'B', 'ms.contentlocale': 'en-US', 'ms.custom': '77' }, '# B\n'),
    },
    ['id-taken:1'],
  ],
  ['a title twice', { 'en-US/a.md': english('A.'), 'en-US/b.md': english('B.') }, ['duplicate-title:1']],
  [
    'a lost anchor',
    {
      'en-US/a.md': english('## <a name="x"></a>One'),
      'fr-FR/a.md': french('## <a name="y"></a>Un'),
    },
    ['lost-anchor:1'],
  ],
  [
    'a missing translation',
    {
      'en-US/a.md': english('A.'),
      'en-US/b.md': file({ title: 'B', 'ms.contentlocale': 'en-US' }, '# B\n'),
      'fr-FR/a.md': french('A.'),
    },
    ['missing-translation:1'],
  ],
  [
    'a link into another language',
    { 'fr-FR/a.md': french('Voir [ici](https://a.example/en-us/x).') },
    ['cross-locale-link:1'],
  ],
  [
    'a plain translation beside its source',
    { 'en-US/a.md': english('Wait 24 hours.'), 'fr-FR/a.md': french('Attendez 42 heures.') },
    ['changed-number:8'],
  ],
  [
    'a plain translation of another structure',
    { 'en-US/a.md': english('Wait 24 hours.\n\nPay.'), 'fr-FR/a.md': french('Attendez 42 heures.') },
    [],
  ],
])('%s', (_what, files, rules) => {
  expect(found(files)).toEqual(rules);
});

test('what is missing is missing from the source, whatever language comes first', () => {
  const { diagnostics } = check({
    'de-DE/a.md': file({ title: 'Zahlen', 'ms.contentlocale': 'de-DE' }, '# Zahlen\n'),
    'en-US/a.md': english('A.'),
    'fr-FR/b.md': french('B.'),
  });
  const [missing] = diagnostics.filter(({ message }) => message.includes('is missing in fr-FR'));
  expect(missing?.file.slice(-'en-US/a.md'.length)).toBe('en-US/a.md');
});

const bilingual = (locale: string, target: string, source = 'Wait 24 hours or see [this](https://a.example).') =>
  file(
    { title: 'Pay', 'ms.contentlocale': locale, 'ms.openlocfilehash': 'a'.repeat(40) },
    `# <a name="pay"></a>${pair(102, 'X', 'Pay')}\n\n${pair(103, target, source)}\n`,
  );

test('names the one translation that lacks what all others have', () => {
  const diagnostics = check({
    'de-DE/a.md': bilingual('de-DE', 'Warten Sie 24 Stunden oder siehe [hier](https://a.example).'),
    'fr-FR/a.md': bilingual('fr-FR', 'Attendez 24 heures ou voir [ici](https://a.example).'),
    'nl-NL/a.md': bilingual('nl-NL', 'Wacht 24 uur of zie hier.'),
  }).diagnostics.filter(({ severity }) => severity !== 'info');
  expect(diagnostics.map(({ rule, segment, message }) => [rule, segment, message])).toEqual([
    [
      'lacks-what-others-have',
      '103',
      'The link of the original is missing here, and in none of the 2 other translations.',
    ],
  ]);
});

test('knows from other articles which words bold belongs to', () => {
  const names = ['a', 'b', 'c', 'd'];
  const files = Object.fromEntries(
    names.map((name) => [
      `fr-FR/${name}.md`,
      bilingual('fr-FR', `Ouvrez **Factures** ${name}.`, `Open **Invoices** ${name}.`),
    ]),
  );
  const { diagnostics } = check({
    ...files,
    'fr-FR/e.md': bilingual('fr-FR', '**Ouvrez** Factures e.', 'Open **Invoices** e.'),
  });
  expect(diagnostics.filter(({ rule }) => rule === 'misplaced-bold').map(({ file: path }) => path.slice(-4))).toEqual([
    'e.md',
  ]);
});

test('what a repair mends is found, and says how', () => {
  const [finding] = check({ 'fr-FR/a.md': french('Voir [ici](https://a.example)pour payer.') }).diagnostics;
  expect(finding).toMatchObject({ rule: 'glued-word', line: 8, column: 30, endColumn: 30, fix: { text: ' ' } });
});

test('an edit of what both languages share is no repair', () => {
  const body = `[${pair(103, 'ici', 'here')}](https://a.example/?WT.mc_id=x)`;
  const [finding] = check({ 'fr-FR/a.md': french(body) }).diagnostics.filter(({ rule }) => rule === 'link-leftovers');
  expect([finding?.severity, finding?.fix]).toEqual(['info', undefined]);
});

test('severities, exceptions and names come from the configuration', () => {
  const files = { 'fr-FR/a.md': bilingual('fr-FR', 'Le portail.', 'The Nimbus Portal.') };
  const rule = 'changed-term';
  const terms = ['Nimbus Portal'];
  const rulesOf = (options: object) =>
    check(files, { check: { terms, ...options } })
      .diagnostics.filter(({ severity }) => severity !== 'info')
      .map((diagnostic) => [diagnostic.rule, diagnostic.severity]);
  expect(rulesOf({})).toEqual([[rule, 'warning']]);
  expect(rulesOf({ severity: { [rule]: 'error' } })).toEqual([[rule, 'error']]);
  expect(rulesOf({ severity: { [rule]: 'off' } })).toEqual([]);
  expect(rulesOf({ exceptions: [{ rule, files: 'fr-FR/**', reason: 'agreed' }] })).toEqual([]);
  expect(rulesOf({ exceptions: [{ rule, files: 'nl-NL/**', reason: 'agreed' }] })).toEqual([
    ['unused-exception', 'warning'],
    [rule, 'warning'],
  ]);
});
