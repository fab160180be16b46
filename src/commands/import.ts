/** `npm run import`. */
import { realpathSync } from 'node:fs';
import { type Command, Option } from '@commander-js/extra-typings';
import { readConfiguration, sourceLocaleOption } from './command-line/shared-options.ts';
import { contains } from '../disk/contains.ts';
import { importDrop } from './import/import-drop.ts';
import { whileContentLocked } from '../disk/lock.ts';
import { localeTags } from './command-line/option-kinds.ts';
import { UsageError } from '../core/errors.ts';
import { typedFolder } from './command-line/typed-folder.ts';
import { Reporter } from '../report/build-report.ts';
import { endingsOf } from '../pipeline/files/file-kinds.ts';
import { endingsBelow, endingsText, isExchangeFormat } from '../pipeline/files/other-files.ts';

export default (command: Command) =>
  command
    .description(
      'Brings a hand-back drop into the first content directory, as <locale>/<slug>.md, with the pictures, includes and code that it refers to. Exit code 1 where a file was not imported.',
    )
    .argument('<DIR...>', 'Directories with handed-back files.')
    .addOption(sourceLocaleOption)
    .option('--content <DIR>', 'Directory to bring the files into. Default: as configured, `content`.')
    .addOption(
      new Option(
        '--locale <TAG>',
        'Import only files in this locale, and refuse all others by name; may be given more than once.',
      ).argParser(localeTags),
    )
    .option(
      '--allow-source',
      'Also import files in the source locale for articles that the content has. Without it they are refused.',
    )
    .option('--dry-run', 'Say what would be done and do nothing.')
    .action(async (folders, options) => {
      process.exitCode = await importDrops(folders, options);
    });

interface ImportOptions {
  readonly sourceLocale?: string;
  readonly content?: string;
  readonly locale?: readonly string[];
  readonly allowSource?: boolean;
  readonly dryRun?: boolean;
}

/** Gives the exit code. */
async function importDrops(folders: readonly string[], options: ImportOptions): Promise<number> {
  const { content: named, locale: tags = [], allowSource = false, dryRun = false, ...typed } = options;
  const drops = [...new Set(folders.map(typedFolder))];
  const locales = new Set(tags);
  const configuration = await readConfiguration({ ...typed, content: named === undefined ? [] : [named] });
  for (const content of configuration.roots) {
    const inside = drops.find((drop) => overlap(realpathSync(drop), realpathSync(content)));
    if (inside !== undefined)
      throw new UsageError(`${inside} and the content directory ${content} lie in each other. Name another directory.`);
  }
  const reporter = new Reporter();
  const results = await whileContentLocked(configuration.project, configuration.roots.slice(0, 1), () =>
    importDrop(configuration, drops, dryRun, {
      ...(locales.size === 0 ? {} : { locales }),
      allowSource,
    }),
  );
  const endings = endingsBelow(drops);
  if (results.length === 0) {
    const found = endings.size === 0 ? 'nothing else that may hold text' : endingsText(endings);
    throw new UsageError(
      `There are no articles in ${drops.join(', ')}. import reads Markdown (files that end in ${endingsOf('article')}) and found ${found}. ` +
        'Have translations handed back as Markdown, one file for each article and locale.',
    );
  }
  const counts = { new: 0, changed: 0, unchanged: 0, kept: 0, failed: 0 };
  const files = { new: 0, kept: 0, failed: 0 };
  for (const result of results) {
    counts[result.outcome]++;
    if (result.outcome !== 'unchanged') reporter.line(lineOf(result));
    for (const file of result.files ?? []) {
      files[file.outcome]++;
      reporter.line(`  ${lineOf(file)}`);
    }
  }
  const others = Map.groupBy(endings, ([ending]) => (isExchangeFormat(ending) ? 'translations' : 'files'));
  const translations = new Map(others.get('translations'));
  const companions = new Map(others.get('files'));
  if (translations.size > 0)
    reporter.line(`Not imported: ${endingsText(translations)}. Have translations handed back as Markdown.`);
  if (companions.size > 0)
    reporter.line(`Brought only where an article refers to them, never read: ${endingsText(companions)}.`);
  const { unchanged, kept } = counts;
  const failed = translations.values().reduce((sum, count) => sum + count, counts.failed);
  reporter.line(
    `${counts.new} new, ${counts.changed} changed, ${unchanged} unchanged, ${kept} left as they were, ${failed} not imported; ` +
      `of the files that they refer to ${files.new} brought, ${files.kept} left as they were, ${files.failed} not brought` +
      `${dryRun ? '; nothing was written' : ''}.`,
  );
  return failed + files.failed > 0 ? 1 : 0;
}

interface Line {
  readonly outcome: string;
  readonly from: string;
  readonly to?: string;
  readonly reason?: string;
}

function lineOf({ outcome, from, to, reason }: Line): string {
  const arrow = to === undefined ? '' : ` → ${to}`;
  return `${outcome.padEnd(8)} ${from}${arrow}${reason === undefined ? '' : ` (${reason})`}`;
}

/** Whether one of two folders is the other, or lies in it. */
function overlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}
