/** `npm run find`: searches a built site from the terminal, with the code that searches in the browser. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Command, Option } from '@commander-js/extra-typings';
import { localeTag } from './command-line/option-kinds.ts';
import { builtSiteOption } from './command-line/shared-options.ts';
import { CommandError } from '../core/errors.ts';
import { stdout } from '../report/output.ts';
import { siteFolder } from './command-line/typed-folder.ts';
import { jsonText } from '../core/escape-controls.ts';
import { localeOf } from '../core/locales.ts';
import type { Found, FoundList, SiteSearch } from '../search/query/site-search.ts';
import type { Piece } from '../search/query/snippet.ts';
import { openSiteFolder, searchableLocales } from '../search/site-folder.ts';

const shown = 10;

export default (command: Command) =>
  command
    .argument('[QUERY...]', 'What to search for. Without it, each line of standard input is a query.')
    .addOption(builtSiteOption)
    .addOption(new Option('--lang <TAG>', 'Locale to search in, `fr-FR`.').argParser(localeTag).makeOptionMandatory())
    .option('--json', 'One JSON object a line for each query.')
    .action(async (words, { site: named, lang, json = false }) => {
      const site = siteFolder(named);
      if (!existsSync(site)) throw new CommandError(`There is no site in ${site}. Build one with \`npm run build\`.`);
      const search = openSiteFolder(site, localeOf(lang).path);
      if (!search)
        throw new CommandError(
          `The site in ${site} has no search in ${lang}; it has one in ${searchableLocales(site).join(', ') || 'no locale'}.`,
        );
      const print = json ? printJson : printText;
      if (words.length > 0) {
        print(...(await ask(search, words.join(' '))));
        return;
      }
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        if (line.trim() !== '') print(...(await ask(search, line.trim())));
      }
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
