import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { changedSince } from '../src/commands/changed-files.ts';
import { checkArticles } from '../src/commands/check-articles.ts';
import { contentOption, readConfiguration, sourceLocaleOption } from '../src/commands/command-line/site-options.ts';
import { noArticles } from '../src/engine/no-articles.ts';
import { knownRules } from '../src/check/known-rules.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import { localeTags, oneOf, wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import type { Arguments, Command } from '../src/commands/command-line/command.ts';
import { UsageError } from '../src/core/errors.ts';
import { githubLines, jsonLines, sarifLog } from '../src/report/check-formats.ts';
import { checkText } from '../src/report/check-report.ts';
import { explain, unknownRule } from '../src/report/explain.ts';
import { stdout } from '../src/report/output.ts';
import { resultOption, writeResult } from '../src/commands/command-line/result.ts';
import { Reporter } from '../src/report/build-report.ts';
import type { Text } from '../src/report/styled.ts';
import type { Diagnostic } from '../src/core/diagnostics.ts';
import { jsonText } from '../src/core/escape-controls.ts';
import { wrongRevision } from '../src/git/history.ts';

const formats = ['text', 'json', 'sarif', 'github'] as const;
type Format = (typeof formats)[number];

const command: Command = {
  name: 'npm run check',
  summary: 'Checks articles and their translations without building.',
  options: {
    content: contentOption,
    'source-locale': sourceLocaleOption,
    format: {
      type: 'string',
      value: formats.join('|'),
      describe: 'How findings are written. Default: `github` in GitHub Actions, else `text`.',
    },
    locale: { type: 'string', multiple: true, value: 'TAG', describe: 'Only articles in this locale.' },
    rule: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      describe: 'Only this rule, also where it is off by default.',
    },
    since: { type: 'string', value: 'REV', describe: 'Only files that differ from where this branch left REV.' },
    'max-warnings': { type: 'string', value: 'N', describe: 'Fail where there are more warnings than this.' },
    limit: { type: 'string', value: 'N', describe: 'Findings of a rule that the text shows in full. Default: 5.' },
    out: resultOption,
    explain: { type: 'string', value: 'RULE', describe: 'Say what a rule is about, with examples.' },
  },
};

await runCommand(command, async (args) => {
  const asked = args.string('explain');
  if (asked !== undefined) {
    stdout.lines(explain(asked));
    return 0;
  }
  const format = oneOf(args, 'format', formats) ?? (process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text');
  const limit = wholeNumber(args, 'limit', { otherwise: 5 });
  const maxWarnings = wholeNumber(args, 'max-warnings', { otherwise: Infinity });
  const rules = rulesFrom(args);
  const locales = new Set(localeTags(args, 'locale'));
  const since = args.string('since');
  const wrong = since === undefined ? undefined : wrongRevision(since);
  if (wrong !== undefined) throw new UsageError(`Wrong --since: ${wrong}`);
  const configuration = await readConfiguration(args, false);
  const changed = since === undefined ? undefined : await changedSince(since, configuration.roots);

  const reporter = new Reporter();
  const checked = checkArticles(configuration, (stage, done, total) => reporter.progress(stage, done, total));
  reporter.end();
  const localeOf = (file: string) => checked.locales.get(file) ?? '';
  const wanted = checked.diagnostics.filter(
    ({ rule, file }) =>
      (rules.size === 0 || rules.has(rule)) &&
      (locales.size === 0 || locales.has(localeOf(file))) &&
      (changed?.(resolve(file)) ?? true),
  );
  const isShown = ({ rule, severity }: Diagnostic) => severity !== 'info' || rules.has(rule);
  const diagnostics = wanted.filter(isShown);
  const hidden = new Map<string, number>();
  for (const diagnostic of wanted)
    if (!isShown(diagnostic)) hidden.set(diagnostic.rule, (hidden.get(diagnostic.rule) ?? 0) + 1);

  const textOf = (file: string) => readText(file);
  const named = args.strings('content').map((folder) => ` --content ${/\s/.test(folder) ? `"${folder}"` : folder}`);
  const fixCommand = `npm run fix -- --dry-run${named.join('')}`;
  write(
    args,
    format,
    () => checkText({ diagnostics, hidden, accepted: checked.accepted, localeOf, textOf, fixCommand }, limit),
    diagnostics,
  );
  if (checked.library.topics.length === 0) {
    for (const line of noArticles(configuration.roots, [], 'nothing was checked').split('\n')) reporter.line(line);
    return 1;
  }
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (warnings > maxWarnings) reporter.line(`${warnings} warnings are more than --max-warnings ${maxWarnings}.`);
  return warnings > maxWarnings || diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
});

function write(args: Arguments, format: Format, text: () => Iterable<Text>, diagnostics: readonly Diagnostic[]): void {
  const lines = {
    text,
    json: () => jsonLines(diagnostics),
    github: () => githubLines(diagnostics),
    sarif: () => jsonText(sarifLog(diagnostics), 2).split('\n'),
  }[format]();
  writeResult(args, lines);
}

function rulesFrom(args: Arguments): Set<string> {
  const names = args.strings('rule').flatMap((text) => text.split(','));
  for (const name of names) if (!knownRules.has(name)) throw unknownRule(name);
  return new Set(names);
}

/** Text to show with a finding. A link is not followed here either, and a pipe would never end. */
function readText(file: string): string | undefined {
  try {
    if (!lstatSync(file).isFile()) return undefined;
    return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}
