import { expect, test } from 'vitest';
import { findPairs, unitOf } from '../../../src/pipeline/parse/pairs.ts';
import { project } from '../../../src/pipeline/parse/project.ts';
import { pair } from '../../support.ts';

/** What: text, target side, source side. */
const rows: readonly [what: string, text: string, target: string, source: string][] = [
  ['a sentence', pair(102, 'Payez.', 'Pay.'), 'Payez.', 'Pay.'],
  ['two sentences', `${pair(102, 'Un.', 'One.')} ${pair(103, 'Deux.', 'Two.')}`, 'Un. Deux.', 'One. Two.'],
  [
    'a heading',
    `# <a name="x"></a>${pair(102, 'Titre', 'Title')}\n`,
    '# <a name="x"></a>Titre\n',
    '# <a name="x"></a>Title\n',
  ],
  [
    'link text',
    `- [${pair(103, 'Guide', 'Manual')}](https://a.example)`,
    '- [Guide](https://a.example)',
    '- [Manual](https://a.example)',
  ],
  ['a table cell', `| ${pair(103, 'Rôle', 'Role')} | 1 |`, '| Rôle | 1 |', '| Role | 1 |'],
  ['HTML', `<td>${pair(103, 'Oui', 'Yes')}</td>`, '<td>Oui</td>', '<td>Yes</td>'],
  ['encoded quotes', pair(102, 'Payez.', 'Pay.', '&quot;'), 'Payez.', 'Pay.'],
  ['a paragraph unit', pair('p101', 'Un. Deux.', 'One. Two.'), 'Un. Deux.', 'One. Two.'],
  [
    'literal spans on both sides',
    pair(102, 'a <span>b</span> c', 'x <span>y</span> z'),
    'a <span>b</span> c',
    'x <span>y</span> z',
  ],
  ['a literal span at the end', pair(102, '<span>b</span>', '<span>y</span>'), '<span>b</span>', '<span>y</span>'],
  ['a stray end tag in the target', pair(102, 'a</span> b', 'x y'), 'a</span> b', 'x y'],
  ['a line break inside', pair(102, 'Un\nDeux', 'One\nTwo'), 'Un\nDeux', 'One\nTwo'],
  ['text around', `avant ${pair(102, 'Un.', 'One.')} après`, 'avant Un. après', 'avant One. après'],
  ['no pair', 'Rien ici.', 'Rien ici.', 'Rien ici.'],
];

test.each(rows)('%s', (_what, text, target, source) => {
  const { pairs, findings } = findPairs(text, 0);
  expect(project(text, 0, pairs, 'target').text).toBe(target);
  expect(project(text, 0, pairs, 'source').text).toBe(source);
  expect(findings).toEqual([]);
});

const broken: readonly [what: string, text: string, kept: string][] = [
  ['an empty target', pair(102, '', 'One.'), ''],
  ['no source side', '<span data-ttu-id="0a1b2-102">Seul.</span> Reste', 'Seul.'],
  [
    'no target side',
    'Avant </span><span class="sxs-lookup"><span data-stu-id="0a1b2-102">Alone.</span></span>',
    'Alone.',
  ],
  [
    'not closed',
    '<span data-ttu-id="0a1b2-102">Un.</span><span class="sxs-lookup"><span data-stu-id="0a1b2-102">One.',
    'One.',
  ],
  ['cut by the next', `<span data-ttu-id="0a1b2-102">Un. ${pair(103, 'Deux.', 'Two.')}`, 'Un. '],
];

test.each(broken)('a pair with %s is reported and its text stays', (_what, text, kept) => {
  const { pairs, findings } = findPairs(text, 0);
  expect(findings.map(({ rule }) => rule)).toEqual(['malformed-pair']);
  expect(project(text, 0, pairs, 'target').text).toContain(kept);
});

test('a segment knows its place in the file and in the text', () => {
  const text = `x ${pair(102, 'Un.', 'One.')} ${pair(103, 'Deux.', 'Two.')}`;
  const draft = project(text, 0, findPairs(text, 0).pairs, 'target');
  const second = draft.segments[1];
  expect(second).toMatchObject({ units: ['103'], target: 'Deux.', source: 'Two.' });
  expect(draft.text.slice(second?.range.start, second?.range.end)).toBe('Deux.');
  expect(text.slice(second?.span.start, second?.span.end)).toBe(pair(103, 'Deux.', 'Two.'));
  expect(text.slice(draft.origin(draft.text.indexOf('Deux')))).toMatch(/^Deux/);
});

test('the unit is what follows the prefix of the file', () => {
  expect(['b4203-102', '56d64-p101'].map(unitOf)).toEqual(['102', 'p101']);
});

test('half pairs without end take linear time', () => {
  const text = '<span data-ttu-id="0a1b2-102">'.repeat(50_000);
  expect(findPairs(text, 0).findings).toHaveLength(50_000);
});
