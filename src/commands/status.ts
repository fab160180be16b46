/** `npm run status`. */
import { type Command, Option } from '@commander-js/extra-typings';
import { checkArticles } from './check-articles.ts';
import { contentOption, readConfiguration, sourceLocaleOption } from './command-line/shared-options.ts';
import { noArticles } from '../engine/no-articles.ts';
import { localeTag } from './command-line/option-kinds.ts';
import { CommandError, UsageError } from '../core/errors.ts';
import { resultOption, writeResult } from './command-line/result.ts';
import { Reporter } from '../report/build-report.ts';
import type { Text } from '../report/styled.ts';
import { tableLines } from '../report/table.ts';
import { jsonText } from '../core/escape-controls.ts';
import { type Board, boardOf } from '../status/board.ts';
import { csvLines, editionRows, summaryRows } from '../status/csv.ts';

const formats = ['text', 'json', 'csv'] as const;
type Format = (typeof formats)[number];

export default (command: Command) =>
  command
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .addOption(new Option('--format <FORMAT>', 'How it is written.').choices(formats).default('text' as const))
    .addOption(new Option('--locale <TAG>', 'The articles of this locale.').argParser(localeTag))
    .addOption(resultOption)
    .action(async ({ format, locale, out, ...options }) => {
      const configuration = await readConfiguration(options);
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
      writeResult(out, locale === undefined ? summary(board, format) : editions(board, locale, format));
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
