/** Findings for other programs. */
import type { Diagnostic } from '../core/diagnostics.ts';
import { knownRules } from '../check/known-rules.ts';
import { jsonText } from '../core/escape-controls.ts';
import { type Styled, workflowCommand } from './styled.ts';

/** One JSON object a line. */
export function* jsonLines(diagnostics: readonly Diagnostic[]): Generator<string> {
  for (const { rule, severity, file, line, column, endLine, endColumn, message, ...rest } of diagnostics)
    yield jsonText({ rule, severity, file, line, column, endLine, endColumn, message, ...rest });
}

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands, which GitHub shows beside the lines of a change. */
export function* githubLines(diagnostics: readonly Diagnostic[]): Generator<Styled> {
  for (const { rule, severity, file, line, column, endLine, endColumn, message, hint } of diagnostics) {
    const properties = {
      file,
      line,
      endLine,
      // GitHub takes columns only for findings in one line.
      ...(endLine === line ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {}),
      title: rule,
    };
    yield workflowCommand(commands[severity], properties, hint === undefined ? message : `${message}\n${hint}`);
  }
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A log in the Static Analysis Results Interchange Format 2.1.0. */
export function sarifLog(diagnostics: readonly Diagnostic[]): unknown {
  const names = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'languedocs',
            rules: names.map((id) => {
              const rule = knownRules.get(id);
              return {
                id,
                ...(rule === undefined
                  ? {}
                  : { shortDescription: { text: rule.why }, defaultConfiguration: { level: levels[rule.severity] } }),
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, names)),
      },
    ],
  };
}

function resultOf(
  { rule, severity, file, message, hint, fix, ...place }: Diagnostic,
  names: readonly string[],
): unknown {
  const { line, column, endLine, endColumn } = place;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const artifactLocation = { uri: encodeURI(file.toWellFormed()) };
  return {
    ruleId: rule,
    ruleIndex: names.indexOf(rule),
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: 'Safe repair' },
              artifactChanges: [
                { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: fix.text } }] },
              ],
            },
          ],
        }),
  };
}
