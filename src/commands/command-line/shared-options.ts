/** The options that several commands share, and the configuration with them laid over it. */
import { resolve } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { type Configuration, loadConfiguration } from '../../config/configuration.ts';
import { collect, localeTag, wholeNumber } from './option-kinds.ts';
import { typedFolder } from './typed-folder.ts';
import { typedPath } from './npm.ts';

export const contentOption = new Option(
  '--content <DIR>',
  'Directory with articles; may be given more than once. Default: as configured, `content`.',
).argParser(collect);

export const outOption = new Option('--out <DIR>', 'Directory of the finished site. Default: `dist`.');

export const builtSiteOption = new Option('--site <DIR>', 'Directory of the built site. Default: `dist`.');

export const baseOption = new Option(
  '--base <PATH>',
  'Path below which the site is served, such as `/help/`. Default: `/`.',
);

export const sourceLocaleOption = new Option(
  '--source-locale <TAG>',
  'Locale that articles are written in first. Default: as configured, `en-US`.',
).argParser(localeTag);

export const portOption = new Option(
  '--port <N>',
  'Port to listen on, 0 for any free one. Default: 4321, or the next free one where that is taken.',
).argParser(wholeNumber({ most: 65_535 }));

/** The port where none is named. */
export const defaultPort = 4321;

/** Options that overrule astro.config.mjs, as they were typed. */
export interface SiteOptions {
  readonly content?: readonly string[];
  readonly sourceLocale?: string;
  /** Locales to make pages for. */
  readonly locales?: readonly string[];
  readonly date?: string;
  readonly base?: string;
  readonly site?: string;
}

/** Reads astro.config.mjs in the working directory and lays the command line over it. */
export function readConfiguration(
  { content = [], sourceLocale, locales = [], date, base, site }: SiteOptions,
  out?: { readonly text: string; readonly folder: string },
): Promise<Configuration> {
  return loadConfiguration(process.cwd(), {
    content: content.map(typedFolder),
    sourceLocale,
    shard: locales,
    date,
    base,
    site,
    ...(out === undefined ? {} : { out }),
  });
}

/** The same for a command that writes a site, whose `--out` names its directory. */
export function readSiteConfiguration({
  out,
  ...options
}: SiteOptions & { readonly out?: string }): Promise<Configuration> {
  const folder = out === undefined ? resolve('dist') : typedPath(out);
  return readConfiguration(options, { text: out ?? 'dist', folder });
}
