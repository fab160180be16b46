/** `npm run headers`. */
import { type Command, Option } from '@commander-js/extra-typings';
import { formatHeaders, headerFormats } from '../exports/headers.ts';
import { linesOf, resultOption, writeResult } from './command-line/result.ts';
import { baseOption, readConfiguration } from './command-line/shared-options.ts';

export default (command: Command) =>
  command
    .addOption(
      new Option(
        '--format <FORMAT>',
        'A `_headers` file for Netlify and Cloudflare Pages, or lines to include in a `server` of nginx.',
      )
        .choices(headerFormats)
        .default('netlify' as const),
    )
    .addOption(baseOption)
    .addOption(resultOption)
    .action(async ({ format, out, ...options }) => {
      const { base } = await readConfiguration(options);
      writeResult(out, linesOf(formatHeaders(format, base)));
    });
