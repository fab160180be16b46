/** What a command works on: the options in astro.config.mjs, overruled by the command line. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path, { join, type PlatformPath, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Arguments,
  CommandError,
  localeTags,
  type Option,
  UsageError,
  wholeNumber,
} from '../commands/arguments.ts';
import { typedPath } from '../commands/npm.ts';
import { contains } from '../disk/contains.ts';
import { addressOf } from './site-address.ts';
import { folderAt, typedFolder } from '../commands/typed-folder.ts';
import { ignoreOf } from '../pipeline/files/ignore.ts';
import { listFiles } from '../pipeline/read.ts';
import { sourceLocaleOf } from './source-locale.ts';
import { momentsOf } from '../pipeline/parse/dates.ts';
import type { FileReference } from '../pipeline/types.ts';
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

/** The options that several commands share. */
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

interface AstroConfiguration {
  readonly base?: string;
  readonly site?: string;
  readonly integrations?: readonly unknown[];
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
  const astro = await importConfiguration(project);
  const configured = optionsOf(astro);
  const typed = localeTags(args, 'source-locale').at(-1);
  const wanted = typed ?? configured.sourceLocale;
  const named = args.strings('content');
  const roots =
    named.length > 0 ? named.map(typedFolder) : configured.content.map((folder) => folderAt(resolve(project, folder)));
  const files = listFiles(roots, { ignore: ignoreOf(configured.ignore) });
  const sourceLocale = sourceLocaleOf(wanted, files, typed !== undefined);
  const options = { ...configured, sourceLocale };
  const { locales } = options;
  const shard = localeTags(args, 'locales');
  const time = timeFrom(args.string('date'), process.env['SOURCE_DATE_EPOCH']);
  const { base, origin } = addressOf({ base: args.string('base'), site: args.string('site') }, astro);
  return {
    project,
    options,
    roots,
    out: makesSite ? outFolder(args.string('out'), project, roots) : resolve(project, 'dist'),
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
export function outFolder(typed: string | undefined, project: string, roots: readonly string[]): string {
  const text = typed ?? 'dist';
  const named = typed === undefined ? resolve(project, text) : typedPath(text);
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

const shownRoots = new Map<string, string>();

/** A file's path as a user of the command would type it. */
export function displayPath({ root, path: below }: FileReference): string {
  // Asked for every article several times, and a root is always shown in the same way.
  let shown = shownRoots.get(root);
  if (shown === undefined) shownRoots.set(root, (shown = displayRoot(root, process.cwd())));
  return shown + below;
}

/**
 * A content directory, with a slash at its end, where it is not the working directory itself. Paths have `/` in them on every system:
 * those of articles do, and a message has no other separators beside them.
 */
export function displayRoot(root: string, folder: string, system: PlatformPath = path): string {
  if (!contains(folder, root, system)) return `${slashed(root, system).replace(/\/$/, '')}/`;
  const shown = slashed(system.relative(folder, root), system);
  return shown === '' ? '' : `${shown}/`;
}

/** A path with `/` for the separators of Windows, which takes both. Elsewhere a `\\` is part of a name. */
function slashed(text: string, system: PlatformPath): string {
  return text.replaceAll(system.sep, '/');
}
