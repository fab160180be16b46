import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canSay, formatRedirects, redirectFormats, type Rule } from '../src/exports/redirect-formats.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import { oneOf } from '../src/commands/command-line/option-kinds.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { CommandError, UsageError } from '../src/core/errors.ts';
import { readBuilt } from '../src/disk/built-file.ts';
import { stderr } from '../src/report/output.ts';
import { linesOf, resultOption, writeResult } from '../src/commands/command-line/result.ts';
import { siteFolder } from '../src/commands/command-line/typed-folder.ts';
import { jsonText } from '../src/core/escape-controls.ts';
import { isListOf, isRecord, isText } from '../src/core/stored.ts';

const command: Command = {
  name: 'npm run redirects',
  summary: 'Prints the former addresses of a built site as the rules of a host.',
  options: {
    site: { type: 'string', value: 'DIR', describe: 'Directory of the built site. Default: `dist`.' },
    format: {
      type: 'string',
      value: 'FORMAT',
      describe:
        '`netlify` (`_redirects`, also for Cloudflare Pages), `nginx` (entries of a `map`) or `cloudflare` (a bulk list).',
    },
    origin: { type: 'string', value: 'URL', describe: 'Address of the published site; `cloudflare` needs it.' },
    out: resultOption,
  },
};

await runCommand(command, (args) => {
  const format = oneOf(args, 'format', redirectFormats) ?? 'netlify';
  const origin = args.string('origin');
  if (format === 'cloudflare' && origin === undefined) {
    throw new UsageError('Bulk redirects name complete addresses: give --origin, such as `https://help.example.com`.');
  }
  if (origin !== undefined && !URL.canParse(origin))
    throw new UsageError(`Wrong --origin \`${origin}\`, expected an address such as \`https://help.example.com\`.`);
  const site = siteFolder(args);
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
  writeResult(args, linesOf(formatRedirects(redirects, format, address?.origin)));
  return Promise.resolve(0);
});

function isRedirects(value: unknown): value is { redirects: Rule[] } {
  return isRecord(value) && isListOf(value['redirects'], isRule);
}

function isRule(value: unknown): value is Rule {
  return isRecord(value) && isText(value['from']) && isText(value['to']);
}
