/** What a command works on: the options in astro.config.mjs, overruled by whoever runs it. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError, UsageError } from '../core/errors.ts';
import { contains } from '../disk/contains.ts';
import { addressOf } from './site-address.ts';
import { folderAt } from '../disk/existing-folder.ts';
import { ignoreOf } from '../pipeline/files/ignore.ts';
import { listFiles } from '../pipeline/read.ts';
import { sourceLocaleOf } from './source-locale.ts';
import { momentsOf } from '../pipeline/parse/dates.ts';
import type { ResolvedOptions } from './options.ts';

export interface Configuration {
  /** The project's folder. */
  readonly project: string;
  readonly options: ResolvedOptions;
  /** Absolute paths of the content directories. */
  readonly roots: readonly string[];
  /** Absolute path of the finished site. */
  readonly out: string;
  /** Locales to publish; all that have articles where undefined. */
  readonly locales?: readonly string[];
  /** Locales to make pages for; all that are published where undefined. */
  readonly shard?: readonly string[];
  readonly base: string;
  readonly origin?: string;
  /** File of the former slugs, absolute; undefined where none are kept, as for articles that the command line names. */
  readonly slugHistory?: string;
  /** The source locale as it was configured, where another was taken for it; see `sourceLocaleOf`. */
  readonly wantedSourceLocale?: string;
  /** The time that the site is made for, in milliseconds since 1970; now where undefined. */
  readonly time?: number;
}

/** What overrules astro.config.mjs, as it was typed. */
export interface Overrides {
  /** Absolute paths of content directories; none leaves those that are configured. */
  readonly content?: readonly string[];
  readonly sourceLocale?: string | undefined;
  /** Locales to make pages for; none stands for all. */
  readonly shard?: readonly string[];
  /** See `timeFrom`. */
  readonly date?: string | undefined;
  readonly base?: string | undefined;
  readonly site?: string | undefined;
  /** The directory of the finished site, for what writes one. */
  readonly out?: NamedFolder;
}

/** A directory as somebody has named it. */
export interface NamedFolder {
  readonly text: string;
  /** Its absolute path. */
  readonly folder: string;
}

/**
 * Reads astro.config.mjs of a project.
 *
 * @throws CommandError or UsageError that says what is wrong, and where
 */
export async function loadConfiguration(project: string, overrides: Overrides = {}): Promise<Configuration> {
  const astro = await importConfiguration(project);
  const configured = optionsOf(astro);
  const { content: named = [], shard = [], base: typedBase, site, date, out } = overrides;
  const wanted = overrides.sourceLocale ?? configured.sourceLocale;
  const roots = named.length > 0 ? named : configured.content.map((folder) => folderAt(resolve(project, folder)));
  const files = listFiles(roots, { ignore: ignoreOf(configured.ignore) });
  const sourceLocale = sourceLocaleOf(wanted, files, overrides.sourceLocale !== undefined);
  const options = { ...configured, sourceLocale };
  const { locales } = options;
  const time = timeFrom(date, process.env['SOURCE_DATE_EPOCH']);
  const { base, origin } = addressOf({ base: typedBase, site }, astro);
  return {
    project,
    options,
    roots,
    out: out === undefined ? resolve(project, 'dist') : outFolder(out, project, roots),
    base,
    time,
    ...(sourceLocale === wanted ? {} : { wantedSourceLocale: wanted }),
    ...(locales === undefined ? {} : { locales }),
    ...(shard.length === 0 ? {} : { shard }),
    ...(origin === undefined ? {} : { origin }),
    ...(options.slugHistory === undefined || named.length > 0
      ? {}
      : { slugHistory: resolve(project, options.slugHistory) }),
  };
}

interface AstroConfiguration {
  readonly base?: string;
  readonly site?: string;
  readonly integrations?: readonly unknown[];
}

async function importConfiguration(project: string): Promise<AstroConfiguration> {
  const file = join(project, 'astro.config.mjs');
  if (!existsSync(file))
    throw new CommandError(`There is no astro.config.mjs in ${project}. Run the command in the project's folder.`);
  try {
    const module = (await import(pathToFileURL(file).href)) as { default: AstroConfiguration };
    return module.default;
  } catch (error) {
    // A wrong option comes with a message of its own that says what to do.
    throw new CommandError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function optionsOf({ integrations = [] }: AstroConfiguration): ResolvedOptions {
  for (const integration of integrations.flat(5)) {
    const candidate = integration as { name?: unknown; options?: ResolvedOptions } | undefined;
    if (candidate?.name === 'languedocs' && candidate.options) return candidate.options;
  }
  throw new CommandError('astro.config.mjs has no `languedocs()` among its integrations. Add it to the list.');
}

/**
 * The directory of the finished site, which every build replaces as a whole: never one with anything else in it, and never one that
 * holds the articles or the project.
 */
export function outFolder({ text, folder: named }: NamedFolder, project: string, roots: readonly string[]): string {
  // A link is followed, or the build would replace it and not what it leads to.
  const out = existsSync(named) ? realpathSync(named) : named;
  for (const precious of [project, ...roots, ...roots.map((root) => realpathSync(root))]) {
    if (text.trim() === '' || contains(out, precious))
      throw new UsageError(
        `Wrong --out \`${text}\`: a build replaces this directory, and it holds ${precious}. Name another one.`,
      );
    if (precious !== project && contains(precious, out))
      throw new UsageError(`Wrong --out \`${text}\`: it lies among the articles of ${precious}. Name one outside.`);
  }
  if (existsSync(out)) folderAt(out);
  const isOther = existsSync(out) && !existsSync(join(out, 'api', 'v1', 'index.json')) && readdirSync(out).length > 0;
  if (isOther) {
    throw new UsageError(
      `Wrong --out \`${text}\`: the directory has files that no build made. Name an empty one, or one that is not there.`,
    );
  }
  return out;
}

/** @param epoch SOURCE_DATE_EPOCH, the seconds since 1970 that reproducible builds agree on */
export function timeFrom(date: string | undefined, epoch: string | undefined): number {
  if (date !== undefined) {
    const [moment, other] = momentsOf(date.trim());
    if (moment !== undefined && other === undefined) return moment;
    throw new UsageError(
      `Wrong --date \`${date}\`, expected a day or time such as \`2027-03-01\` or \`2027-03-01T09:00Z\`.`,
    );
  }
  if (epoch === undefined || epoch === '') return Date.now();
  if (/^\d{1,12}$/.test(epoch)) return Number(epoch) * 1000;
  throw new UsageError(`Wrong SOURCE_DATE_EPOCH \`${epoch}\`, expected seconds since 1970 as a whole number.`);
}
