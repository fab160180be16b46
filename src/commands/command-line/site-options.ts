/** The options that several commands share, and the configuration with them laid over it. */
import { resolve } from 'node:path';
import { type Configuration, loadConfiguration } from '../../config/configuration.ts';
import type { Arguments, Option } from './command.ts';
import { localeTags, wholeNumber } from './option-kinds.ts';
import { typedFolder } from './typed-folder.ts';
import { typedPath } from './npm.ts';

export const contentOption: Option = {
  type: 'string',
  multiple: true,
  value: 'DIR',
  describe: 'Directory with articles; may be given more than once. Default: as configured, `content`.',
};

export const outOption: Option = {
  type: 'string',
  value: 'DIR',
  describe: 'Directory of the finished site. Default: `dist`.',
};

export const baseOption: Option = {
  type: 'string',
  value: 'PATH',
  describe: 'Path below which the site is served, such as `/help/`. Default: `/`.',
};

export const sourceLocaleOption: Option = {
  type: 'string',
  value: 'TAG',
  describe: 'Locale that articles are written in first. Default: as configured, `en-US`.',
};

export const dateOption: Option = {
  type: 'string',
  value: 'DATE',
  describe: 'Day or time that decides what is published already and what has expired. Default: now.',
};

export const portOption: Option = {
  type: 'string',
  value: 'N',
  describe: 'Port to listen on, 0 for any free one. Default: 4321, or the next free one where that is taken.',
};

/** Where a command listens. */
export interface PortChoice {
  /** 0 takes any free one. */
  readonly port: number;
  /** Whether somebody has named it, so that no other will do. */
  readonly isNamed: boolean;
}

export function portFrom(args: Arguments): PortChoice {
  return {
    port: wholeNumber(args, 'port', { otherwise: 4321, most: 65535 }),
    isNamed: args.string('port') !== undefined,
  };
}

/**
 * Reads astro.config.mjs and lays the command line over it.
 *
 * @param makesSite whether the command writes a site, so that `--out` names its directory
 */
export async function readConfiguration(
  args: Arguments,
  makesSite: boolean,
  project = process.cwd(),
): Promise<Configuration> {
  const typedOut = args.string('out');
  const out = typedOut ?? 'dist';
  return loadConfiguration(project, {
    content: args.strings('content').map(typedFolder),
    sourceLocale: localeTags(args, 'source-locale').at(-1),
    shard: localeTags(args, 'locales'),
    date: args.string('date'),
    base: args.string('base'),
    site: args.string('site'),
    ...(makesSite
      ? { out: { text: out, folder: typedOut === undefined ? resolve(project, out) : typedPath(out) } }
      : {}),
  });
}
