import { realpathSync } from 'node:fs';
import { contentOption, readConfiguration, sourceLocaleOption } from '../src/commands/command-line/site-options.ts';
import { contains } from '../src/disk/contains.ts';
import { importDrop } from '../src/commands/import/import-drop.ts';
import { whileContentLocked } from '../src/disk/lock.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import { localeTags } from '../src/commands/command-line/option-kinds.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { UsageError } from '../src/core/errors.ts';
import { typedFolder } from '../src/commands/command-line/typed-folder.ts';
import { Reporter } from '../src/report/build-report.ts';
import { endingsOf } from '../src/pipeline/files/file-kinds.ts';
import { endingsBelow, endingsText, isExchangeFormat } from '../src/pipeline/files/other-files.ts';

const command: Command = {
  name: 'npm run import',
  summary:
    'Brings a hand-back drop into the first content directory, as <locale>/<slug>.md, with the pictures, includes and code that it\n' +
    'refers to. Exit code 1 where a file was not imported.',
  operands: 'DIR…',
  options: {
    'source-locale': sourceLocaleOption,
    content: {
      ...contentOption,
      multiple: false,
      describe: 'Directory to bring the files into. Default: as configured, `content`.',
    },
    locale: {
      type: 'string',
      multiple: true,
      value: 'TAG',
      describe: 'Import only files in this locale, and refuse all others by name; may be given more than once.',
    },
    'allow-source': {
      type: 'boolean',
      describe:
        'Also import files in the source locale for articles that the content has. Without it they are refused.',
    },
    'dry-run': { type: 'boolean', describe: 'Say what would be done and do nothing.' },
  },
};

await runCommand(command, async (args) => {
  if (args.operands.length === 0) throw new UsageError('Name at least one directory with handed-back files.');
  const drops = [...new Set(args.operands.map(typedFolder))];
  const locales = new Set(localeTags(args, 'locale'));
  const configuration = await readConfiguration(args, false);
  for (const content of configuration.roots) {
    const inside = drops.find((drop) => overlap(realpathSync(drop), realpathSync(content)));
    if (inside !== undefined)
      throw new UsageError(`${inside} and the content directory ${content} lie in each other. Name another directory.`);
  }
  const reporter = new Reporter();
  const dryRun = args.flag('dry-run');
  const results = await whileContentLocked(configuration.project, configuration.roots.slice(0, 1), () =>
    importDrop(configuration, drops, dryRun, {
      ...(locales.size === 0 ? {} : { locales }),
      allowSource: args.flag('allow-source'),
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
});

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
