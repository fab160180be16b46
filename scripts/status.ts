import { checkArticles } from '../src/commands/check-articles.ts';
import { contentOption, readConfiguration, sourceLocaleOption } from '../src/commands/command-line/site-options.ts';
import { noArticles } from '../src/engine/no-articles.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import { localeTags, oneOf } from '../src/commands/command-line/option-kinds.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { CommandError, UsageError } from '../src/core/errors.ts';
import { resultOption, writeResult } from '../src/commands/command-line/result.ts';
import { Reporter } from '../src/report/build-report.ts';
import type { Text } from '../src/report/styled.ts';
import { tableLines } from '../src/report/table.ts';
import { jsonText } from '../src/core/escape-controls.ts';
import { type Board, boardOf } from '../src/status/board.ts';
import { csvLines, editionRows, summaryRows } from '../src/status/csv.ts';

const formats = ['text', 'json', 'csv'] as const;
type Format = (typeof formats)[number];

const command: Command = {
  name: 'npm run status',
  summary: 'Tells the state of all translations: by locale, or article by article of one locale.',
  options: {
    content: contentOption,
    'source-locale': sourceLocaleOption,
    format: { type: 'string', value: formats.join('|'), describe: 'How it is written. Default: `text`.' },
    locale: { type: 'string', value: 'TAG', describe: 'The articles of this locale.' },
    out: resultOption,
  },
};

await runCommand(command, async (args) => {
  const format = oneOf(args, 'format', formats) ?? 'text';
  const [locale, ...others] = localeTags(args, 'locale');
  if (others.length > 0) throw new UsageError('Name one locale: --locale fr-FR.');
  const configuration = await readConfiguration(args, false);
  const reporter = new Reporter();
  const { library, diagnostics } = checkArticles(configuration, (stage, done, total) =>
    reporter.progress(stage, done, total),
  );
  reporter.end();
  if (library.topics.length === 0)
    throw new CommandError(noArticles(configuration.roots, diagnostics, 'there is no status'));
  const board = boardOf(library, diagnostics);
  if (locale !== undefined && board.editions[locale] === undefined) {
    const known = board.locales.map((status) => status.locale).join(', ');
    throw new UsageError(`No articles in ${locale} are published; there are ${known}.`);
  }
  writeResult(args, locale === undefined ? summary(board, format) : editions(board, locale, format));
  return 0;
});

function summary(board: Board, format: Format): Iterable<Text> {
  const { topics, locales } = board;
  if (format === 'json') return jsonText({ topics, locales }, 2).split('\n');
  if (format === 'csv') return csvLines(summaryRows(board));
  const table = tableLines(summaryRows(board).map((row) => row.map(String)));
  return [...table, `${topics} articles in ${locales.length} locales.`];
}

function editions(board: Board, locale: string, format: Format): Iterable<Text> {
  const all = board.editions[locale] ?? [];
  if (format === 'json') return jsonText(all, 2).split('\n');
  if (format === 'csv') return csvLines(editionRows(all));
  const head = ['article', 'state', 'translation', 'updated', 'errors', 'warnings'];
  const body = all.map(({ slug, state, translation = '', updated = '', errors, warnings }) => [
    slug,
    state,
    translation,
    updated,
    String(errors || ''),
    String(warnings || ''),
  ]);
  return tableLines([head, ...body]);
}
