/** All commands, each loaded when it is asked for. */
import type { Command, CommandUnknownOpts } from '@commander-js/extra-typings';
import { programNamed } from './command-line/run.ts';

interface Entry {
  readonly summary: string;
  /** The module of the command: it adds arguments, options and what is done. */
  readonly load: () => Promise<{ readonly default: (command: Command) => CommandUnknownOpts }>;
}

/** By name, in the order of the help. */
export const commands: Readonly<Record<string, Entry>> = {
  start: {
    summary: 'Builds the site where that is needed and serves it on this machine.',
    load: () => import('./start.ts'),
  },
  dev: {
    summary: 'Previews the site on this machine and shows edits as they are saved. It has no search: `npm start` has.',
    load: () => import('./dev.ts'),
  },
  build: { summary: 'Builds the site.', load: () => import('./build.ts') },
  assemble: {
    summary: 'Joins the parts of a site that were built with `--locales`, each of its own locales.',
    load: () => import('./assemble.ts'),
  },
  redirects: {
    summary: 'Prints the former addresses of a built site as the rules of a host.',
    load: () => import('./redirects.ts'),
  },
  headers: {
    summary:
      'Prints the headers that a host must send with the files of the site: security, and how long they may be kept.',
    load: () => import('./headers.ts'),
  },
  check: {
    summary: 'Checks articles and their translations without building.',
    load: () => import('./check.ts'),
  },
  fix: {
    summary: 'Writes the safe repairs into the articles, and shows them as a diff.',
    load: () => import('./fix.ts'),
  },
  status: {
    summary: 'Shows the state of all translations: by locale, or article by article of one locale.',
    load: () => import('./status.ts'),
  },
  import: {
    summary: 'Brings a hand-back drop into the first content directory.',
    load: () => import('./import.ts'),
  },
  extract: {
    summary:
      'Writes each article without pairs: its translation, or the English source recovered from it, as plain Markdown.',
    load: () => import('./extract.ts'),
  },
  trace: { summary: 'Shows one article after every stage of the pipeline.', load: () => import('./trace.ts') },
  find: {
    summary: 'Searches a built site, with the code that searches in the browser.',
    load: () => import('./find.ts'),
  },
  mcp: {
    summary: 'Serves a built site to AI assistants over the Model Context Protocol.',
    load: () => import('./mcp.ts'),
  },
};

/** The program with all commands, and the one that the words name with its options. */
export async function programFor(
  words: readonly string[],
): Promise<{ program: CommandUnknownOpts; command: CommandUnknownOpts }> {
  const program = programNamed('languedocs').description('Turns translated help articles into a site.');
  let command: CommandUnknownOpts = program;
  for (const [name, { summary, load }] of Object.entries(commands)) {
    const own = program.command(name).description(summary);
    if (name === words[0]) command = (await load()).default(own);
  }
  return { program, command };
}
