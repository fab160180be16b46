/** `npm run check`. */
import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from '@commander-js/extra-typings';
import { changedSince } from './changed-files.ts';
import { checkArticles } from './check-articles.ts';
import {
  contentOption,
  readConfiguration,
  type SiteOptions,
  sourceLocaleOption,
} from './command-line/shared-options.ts';
import { noArticles } from '../engine/no-articles.ts';
import { knownRules } from '../check/known-rules.ts';
import { collect, localeTags, wholeNumber } from './command-line/option-kinds.ts';
import { UsageError } from '../core/errors.ts';
import { githubLines, jsonLines, sarifLog } from '../report/check-formats.ts';
import { checkText } from '../report/check-report.ts';
import { explain, unknownRule } from '../report/explain.ts';
import { stdout } from '../report/output.ts';
import { resultOption, writeResult } from './command-line/result.ts';
import { Reporter } from '../report/build-report.ts';
import type { Text } from '../report/styled.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { jsonText } from '../core/escape-controls.ts';
import { wrongRevision } from '../git/history.ts';

const formats = ['text', 'json', 'sarif', 'github'] as const;
type Format = (typeof formats)[number];

export default (command: Command) =>
  command
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .addOption(
      new Option(
        '--format <FORMAT>',
        'How findings are written. Default: `github` in GitHub Actions, else `text`.',
      ).choices(formats),
    )
    .addOption(new Option('--locale <TAG>', 'Only articles in this locale.').argParser(localeTags))
    .addOption(new Option('--rule <NAME>', 'Only this rule, also where it is off by default.').argParser(collect))
    .option('--since <REV>', 'Only files that differ from where this branch left REV.')
    .addOption(
      new Option('--max-warnings <N>', 'Fail where there are more warnings than this.').argParser(wholeNumber()),
    )
    .addOption(
      new Option('--limit <N>', 'Findings of a rule that the text shows in full.').argParser(wholeNumber()).default(5),
    )
    .addOption(resultOption)
    .option('--explain <RULE>', 'Say what a rule is about, with examples.')
    .action(async ({ explain: rule, ...options }) => {
      if (rule === undefined) process.exitCode = await check(options);
      else stdout.lines(explain(rule));
    });

interface CheckOptions extends SiteOptions {
  readonly format?: Format;
  readonly locale?: readonly string[];
  readonly rule?: readonly string[];
  readonly since?: string;
  readonly maxWarnings?: number;
  readonly limit: number;
  readonly out?: string;
}

/** Gives the exit code. */
async function check(options: CheckOptions): Promise<number> {
  const { format = process.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text', limit, out, since } = options;
  const { maxWarnings = Infinity, content = [] } = options;
  const rules = rulesNamed(options.rule ?? []);
  const locales = new Set(options.locale);
  const wrong = since === undefined ? undefined : wrongRevision(since);
  if (wrong !== undefined) throw new UsageError(`Wrong --since: ${wrong}`);
  const configuration = await readConfiguration(options);
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
  const named = content.map((folder) => ` --content ${/\s/.test(folder) ? `"${folder}"` : folder}`);
  const fixCommand = `npm run fix -- --dry-run${named.join('')}`;
  const text = () =>
    checkText({ diagnostics, hidden, accepted: checked.accepted, localeOf, textOf, fixCommand }, limit);
  writeResult(out, format === 'text' ? text() : linesIn[format](diagnostics));
  if (checked.library.topics.length === 0) {
    for (const line of noArticles(configuration.roots, [], 'nothing was checked').split('\n')) reporter.line(line);
    return 1;
  }
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (warnings > maxWarnings) reporter.line(`${warnings} warnings are more than --max-warnings ${maxWarnings}.`);
  return warnings > maxWarnings || diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Findings for other programs. */
const linesIn: Readonly<Record<Exclude<Format, 'text'>, (diagnostics: readonly Diagnostic[]) => Iterable<Text>>> = {
  json: jsonLines,
  github: githubLines,
  sarif: (diagnostics) => jsonText(sarifLog(diagnostics), 2).split('\n'),
};

function rulesNamed(texts: readonly string[]): Set<string> {
  const names = texts.flatMap((text) => text.split(','));
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
