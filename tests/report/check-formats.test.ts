import { expect, test } from 'vitest';
import { githubLines, jsonLines, sarifLog } from '../../src/report/check-formats.ts';
import { explain, unknownRule } from '../../src/report/explain.ts';
import { lineOf } from '../../src/report/output.ts';
import type { Diagnostic } from '../../src/core/diagnostics.ts';

const finding: Diagnostic = {
  rule: 'glued-word',
  severity: 'warning',
  file: 'content/fr-FR/a, b.md',
  line: 8,
  column: 30,
  endLine: 8,
  endColumn: 31,
  message: '100 % wrong.',
  hint: 'Mend it.',
  segment: '103',
  fix: { text: ' ' },
};

test('JSON is one object a line, the keys in a fixed order', () => {
  expect([...jsonLines([finding])]).toEqual([
    '{"rule":"glued-word","severity":"warning","file":"content/fr-FR/a, b.md","line":8,"column":30,"endLine":8,"endColumn":31,' +
      '"message":"100 % wrong.","hint":"Mend it.","segment":"103","fix":{"text":" "}}',
  ]);
});

test('GitHub is told by workflow commands', () => {
  expect([...githubLines([finding])].map(lineOf)).toEqual([
    '::warning file=content/fr-FR/a%2C b.md,line=8,endLine=8,col=30,endColumn=30,title=glued-word::100 %25 wrong.%0AMend it.',
  ]);
});

test('SARIF names rule, place and repair', () => {
  const region = { startLine: 8, startColumn: 30, endLine: 8, endColumn: 31 };
  expect(sarifLog([finding])).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'languedocs', rules: [{ id: 'glued-word', defaultConfiguration: { level: 'warning' } }] },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'glued-word',
            ruleIndex: 0,
            level: 'warning',
            locations: [{ physicalLocation: { artifactLocation: { uri: 'content/fr-FR/a,%20b.md' }, region } }],
            fixes: [
              { artifactChanges: [{ replacements: [{ deletedRegion: region, insertedContent: { text: ' ' } }] }] },
            ],
          },
        ],
      },
    ],
  });
});

test('a rule explains itself, and a wrong name gets others', () => {
  expect(explain('glued-word').join('\n')).toContain('becomes: `Voir [le guide](https://a.example)pour payer.`');
  expect(() => explain('glued')).toThrow('expected one of: glued-word');
});

test.each([
  ['changed-urls', ['changed-url']],
  ['changed_url', ['changed-url']],
  ['untranslatd', ['untranslated']],
  ['glued', ['glued-word']],
])('an unknown rule %s suggests the nearest', (name, expected) => {
  const { message } = unknownRule(name);
  const shown = /expected one of: (.*)\.$/.exec(message)?.[1]?.split(', ') ?? [];
  expect(shown.slice(0, expected.length)).toEqual(expected);
  expect(shown.length).toBeLessThanOrEqual(5);
});

test('an unknown rule that is near to none says where names stand', () => {
  expect(unknownRule('xyzzy').message).toContain('in brackets behind each finding');
});
