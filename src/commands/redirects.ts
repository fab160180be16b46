/** `npm run redirects`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from '@commander-js/extra-typings';
import {
  canSay,
  formatRedirects,
  redirectFormats,
  type RedirectFormat,
  type Rule,
} from '../exports/redirect-formats.ts';
import { builtSiteOption } from './command-line/shared-options.ts';
import { CommandError, UsageError } from '../core/errors.ts';
import { readBuilt } from '../disk/built-file.ts';
import { stderr } from '../report/output.ts';
import { linesOf, resultOption, writeResult } from './command-line/result.ts';
import { siteFolder } from './command-line/typed-folder.ts';
import { jsonText } from '../core/escape-controls.ts';
import { isListOf, isRecord, isText } from '../core/stored.ts';

export default (command: Command) =>
  command
    .addOption(builtSiteOption)
    .addOption(
      new Option(
        '--format <FORMAT>',
        'A `_redirects` file for Netlify and Cloudflare Pages, entries of a `map` of nginx, or a bulk list of Cloudflare.',
      )
        .choices(redirectFormats)
        .default('netlify' as const),
    )
    .option('--origin <URL>', 'Address of the published site; `cloudflare` needs it.')
    .addOption(resultOption)
    .action(printRedirects);

interface RedirectOptions {
  readonly site?: string;
  readonly format: RedirectFormat;
  readonly origin?: string;
  readonly out?: string;
}

function printRedirects({ site: named, format, origin, out }: RedirectOptions): void {
  if (format === 'cloudflare' && origin === undefined) {
    throw new UsageError('Bulk redirects name complete addresses: give --origin, such as `https://help.example.com`.');
  }
  if (origin !== undefined && !URL.canParse(origin))
    throw new UsageError(`Wrong --origin \`${origin}\`, expected an address such as \`https://help.example.com\`.`);
  const site = siteFolder(named);
  const file = join(site, 'api', 'v1', 'redirects.json');
  if (!existsSync(file)) throw new CommandError(`There is no built site in ${site}. Build it with \`npm run build\`.`);
  const { redirects } = readBuilt(file, isRedirects);
  const address = origin === undefined ? undefined : new URL(origin);
  if (address && !redirects.every(({ to }) => to.startsWith(address.pathname)))
    throw new UsageError(
      `Wrong --origin \`${address.href}\`: the site was built for another path. Give the host alone, \`${address.origin}\`.`,
    );
  for (const rule of redirects) {
    // As JSON, because a path may hold anything, and standard output is the rules alone.
    if (!canSay(rule, format))
      stderr.line(`left out, \`${format}\` would take it for a pattern: ${jsonText(rule.from)}`);
  }
  if (redirects.length === 0) stderr.line('There are no redirects: no article of the site has had another address.');
  writeResult(out, linesOf(formatRedirects(redirects, format, address?.origin)));
}

function isRedirects(value: unknown): value is { redirects: Rule[] } {
  return isRecord(value) && isListOf(value['redirects'], isRule);
}

function isRule(value: unknown): value is Rule {
  return isRecord(value) && isText(value['from']) && isText(value['to']);
}
