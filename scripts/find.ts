/** Searches a built site from the terminal, with the code that searches in the browser. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { runCommand } from '../src/commands/command-line/run.ts';
import { localeTags } from '../src/commands/command-line/option-kinds.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { CommandError, UsageError } from '../src/core/errors.ts';
import { stdout } from '../src/report/output.ts';
import { siteFolder } from '../src/commands/command-line/typed-folder.ts';
import { jsonText } from '../src/core/escape-controls.ts';
import { localeOf } from '../src/core/locales.ts';
import type { Found, FoundList, SiteSearch } from '../src/search/query/site-search.ts';
import type { Piece } from '../src/search/query/snippet.ts';
import { openSiteFolder, searchableLocales } from '../src/search/site-folder.ts';

const shown = 10;

const command: Command = {
  name: 'npm run find',
  summary: 'Searches a built site. Without QUERY, takes one query a line from standard input.',
  operands: '[QUERY]',
  options: {
    site: { type: 'string', value: 'DIR', describe: 'Directory of the built site. Default: `dist`.' },
    lang: { type: 'string', value: 'TAG', describe: 'Locale to search in, `fr-FR`.' },
    json: { type: 'boolean', describe: 'One JSON object a line for each query.' },
  },
};

await runCommand(command, async (args) => {
  const [tag, ...others] = localeTags(args, 'lang');
  if (tag === undefined || others.length > 0)
    throw new UsageError('Say which locale to search in, behind `--`: npm run find -- --lang fr-FR QUERY');
  const site = siteFolder(args);
  if (!existsSync(site)) throw new CommandError(`There is no site in ${site}. Build one with \`npm run build\`.`);
  const search = openSiteFolder(site, localeOf(tag).path);
  if (!search)
    throw new CommandError(
      `The site in ${site} has no search in ${tag}; it has one in ${searchableLocales(site).join(', ') || 'no locale'}.`,
    );
  const print = args.flag('json') ? printJson : printText;
  if (args.operands.length > 0) {
    print(...(await ask(search, args.operands.join(' '))));
    return 0;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') print(...(await ask(search, line.trim())));
  }
  return 0;
});

type Answered = [query: string, found: FoundList, results: readonly Found[]];

async function ask(search: SiteSearch, query: string): Promise<Answered> {
  const found = await search.search(query);
  return [query, found, await found.load(0, shown)];
}

function printJson(query: string, _found: FoundList, results: readonly Found[]): void {
  const lines = results.map(({ url, title, slug, score }) => {
    return { url, title: plain(title), slug, score: Math.round(score * 1000) / 1000 };
  });
  stdout.line(jsonText({ query, results: lines }));
}

function printText(query: string, found: FoundList, results: readonly Found[]): void {
  const lines = [`${query}: ${found.total} found${found.fallback ? ` in ${found.locale.tag}` : ''}`];
  if (found.suggestion !== undefined) lines.push(`Did you mean: ${found.suggestion}`);
  for (const { title, url, place, excerpt } of results) {
    lines.push('', plain(title), `  ${place?.url ?? url}`, `  ${plain(excerpt)}`);
  }
  stdout.lines([...lines, '']);
}

function plain(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
