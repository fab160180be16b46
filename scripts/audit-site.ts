/** `npm run audit-site`. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { audit, builtBase, type Fault } from './audit/audit.ts';
import { notFound } from './audit/search.ts';
import { workFolder } from '../src/config/work-folder.ts';
import {
  baseOption,
  contentOption,
  outOption,
  readSiteConfiguration,
  type SiteOptions,
  sourceLocaleOption,
} from '../src/commands/command-line/shared-options.ts';
import { programNamed, runProgram } from '../src/commands/command-line/run.ts';
import { CommandError, UsageError } from '../src/core/errors.ts';
import { Reporter } from '../src/report/build-report.ts';
import { escapeControls } from '../src/core/escape-controls.ts';

const shownOfEach = 20;

interface AuditOptions extends SiteOptions {
  readonly out?: string;
  readonly all?: boolean;
}

await runProgram(
  programNamed('audit-site')
    .description(
      'Looks at a finished site from outside: every sentence of the articles is there, and all hangs together.',
    )
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .addOption(outOption)
    .addOption(baseOption)
    .option('--all', 'Show all faults instead of the first twenty of each kind.')
    .action(async (options) => {
      process.exitCode = await auditSite(options);
    }),
);

/** Gives the exit code. */
async function auditSite({ all = false, ...options }: AuditOptions): Promise<number> {
  const configuration = await readSiteConfiguration(options);
  const { out: site, base, roots } = configuration;
  if (!existsSync(join(site, 'api/v1/index.json')))
    throw new CommandError(`There is no site in ${site}. Build it first.`);
  const built = builtBase(site);
  if (built !== undefined && built !== base)
    throw new UsageError(
      `The site in ${site} seems to be built for the base \`${built}\`, and is looked at for \`${base}\`. Give \`--base=${built}\`.`,
    );
  const reporter = new Reporter();
  const named = namedPlaces(join(workFolder(configuration), 'diagnostics.txt'));
  const report = audit(
    { site, base, roots, isNamed: (root, path, line) => named.has(`${escapeControls(resolve(root, path))}:${line}`) },
    (done, total) => reporter.progress('Auditing', done, total),
  );
  reporter.progress('Searching for every title');
  const found = notFound(configuration.project, site).map(({ locale, title, reason }): Fault => ({
    rule: 'search',
    where: `${locale} ${title}`,
    what: reason,
  }));
  const faults = [...report.faults, ...found];
  const kinds = Map.groupBy(faults, ({ rule }) => rule);
  for (const [rule, own] of kinds) {
    for (const { where, what } of all ? own : own.slice(0, shownOfEach)) {
      reporter.line(`error ${where}: ${what} [${rule}]`);
    }
    if (!all && own.length > shownOfEach) reporter.line(`… and ${own.length - shownOfEach} more of ${rule}`);
  }
  reporter.line(
    `${report.pages} pages, ${report.files} articles, ${report.sentences} sentences, ${report.pairs} of them with their original; ` +
      `${report.named} not shown and named by the build; ${faults.length} faults.`,
  );
  return faults.length > 0 ? 1 : 0;
}

/** Files and lines that the build has named, as `path:line`, and every file of them as `path:0`; paths are escaped. */
function namedPlaces(file: string): ReadonlySet<string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Set(
    lines.flatMap((line) => {
      const [, path = '', number = ''] = /^(.+?):(\d+):\d+: (?:error|warning)/.exec(line) ?? [];
      return path === '' ? [] : [`${resolve(path)}:${number}`, `${resolve(path)}:0`];
    }),
  );
}
