/** The compiled templates of a site, kept from one build to the next. */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../core/errors.ts';
import { compareText, type Diagnostic, wholeFile } from '../core/diagnostics.ts';
import type { Frame } from '../astro/astro-settings.ts';
import { isListOf, isRecord, isText, readStored } from '../core/stored.ts';
import { iconIn } from '../astro/icon.ts';
import { templatesEntry, templatesSources } from '../astro/adapter.ts';
import { codeVersion, digestOfFiles } from './cache/code-version.ts';
import type { Configuration } from '../config/configuration.ts';
import { projectFiles } from '../config/project-files.ts';
import type { Files } from '../publish/manifest.ts';
import { filesBelow } from '../disk/files-below.ts';
import type { StagingSite } from '../publish/staging-site.ts';
import { trustedHomes } from './site-facts.ts';
import { replaceFolder } from '../disk/replace-folder.ts';
import type * as TemplatesWorker from './workers/templates-worker.ts';
import { writeAtomic } from '../disk/atomic-files.ts';
import { openPool } from '../pool/pool.ts';

export interface Templates {
  /** What a thread imports to render pages: the module `astro/templates-entry.ts`, compiled. */
  readonly entry: string;
  /** Folder of the files that pages load: scripts, styles, pictures. */
  readonly assets: string;
  /** Changes with anything that the templates are made of. */
  readonly version: string;
}

/** What was noted of templates when they were compiled. */
interface TemplatesNote {
  readonly made: string;
  /** Digest of the articles' side of it: files beside the home pages that these import. */
  readonly sources: string;
  /** Digest of what came out. */
  readonly output: string;
}

/** The templates of a configuration: those of the build before, or compiled now, in a process of its own. */
export async function openTemplates(configuration: Configuration, work: string): Promise<Templates> {
  const { project } = configuration;
  const folder = join(work, 'templates');
  const frame = frameOf(configuration);
  const made = madeFrom(project, frame);
  const note = noteOf(folder);
  if (note?.made === made && note.output === outputDigest(folder) && note.sources === sourcesDigest(folder))
    return templatesIn(folder, versionOf(note));
  const fresh = join(work, 'templates.fresh');
  rmSync(fresh, { recursive: true, force: true });
  const { version } = await compileTemplates(project, frame, fresh);
  replaceFolder(fresh, folder);
  return templatesIn(folder, version);
}

/** Compiles the templates of a site into a folder. */
export async function compileTemplates(project: string, frame: Frame, folder: string): Promise<Templates> {
  mkdirSync(folder, { recursive: true });
  // Astro writes types there, and does not say so in words that help.
  const types = join(project, '.astro');
  mkdirSync(types, { recursive: true });
  accessSync(types, constants.W_OK);
  const module = new URL('./workers/templates-worker.ts', import.meta.url);
  // Astro makes much garbage for a short time: it is faster with all the heap that Node allows.
  const compiler = openPool<typeof TemplatesWorker>({ in: 'process', module, size: 1, limited: false });
  const failure = await compiler.runAndClose('compile', { project, frame, folder });
  if (failure !== undefined)
    throw new CommandError(`${failure}\nNothing was built, and the last good site is as it was.`);
  const note: TemplatesNote = {
    made: madeFrom(project, frame),
    sources: sourcesDigest(folder),
    output: outputDigest(folder),
  };
  writeAtomic(noteFile(folder), JSON.stringify(note));
  return templatesIn(folder, versionOf(note));
}

/** Copies the scripts, styles and pictures that the templates load, and whatever lies in `public`. */
export function copyAssets({ assets, version }: Templates, staging: StagingSite): void {
  for (const path of filesBelow(assets)) staging.copy(path, join(assets, path), version);
}

/** Names the files of `public` in whose place the finished site has a file of its own. */
export function lostAssets({ assets, version }: Templates, files: Files): Diagnostic[] {
  const lost = [...filesBelow(assets)].filter((path) => files.get(path)?.key !== version).sort(compareText);
  return lost.map((path) => ({
    rule: 'public-file-lost',
    severity: 'warning',
    file: `public/${path}`,
    ...wholeFile,
    message: `The site has a file of its own at the place of this one, so this one is not published.`,
    hint: 'Give it another name.',
  }));
}

function templatesIn(folder: string, version: string): Templates {
  return { entry: join(folder, 'templates', templatesEntry), assets: join(folder, 'assets'), version };
}

function versionOf({ made, sources }: TemplatesNote): string {
  return createHash('sha256').update(made).update(sources).digest('hex');
}

function madeFrom(project: string, frame: Frame): string {
  const files = digestOfFiles(projectFiles.map((name) => join(project, name)));
  return createHash('sha256')
    .update(JSON.stringify([codeVersion(), files, frame]))
    .digest('hex');
}

/** What Astro has to know of the site of a configuration. */
export function frameOf(configuration: Configuration): Frame {
  const { base, origin } = configuration;
  const icon = iconIn(join(configuration.project, 'public'));
  return {
    base,
    ...(origin === undefined ? {} : { origin }),
    ...(icon === undefined ? {} : { icon }),
    homes: trustedHomes(configuration),
  };
}

function noteFile(folder: string): string {
  return join(folder, 'note.json');
}

function noteOf(folder: string): TemplatesNote | undefined {
  return readStored(noteFile(folder), isNote);
}

function isNote(value: unknown): value is TemplatesNote {
  return isRecord(value) && ['made', 'sources', 'output'].every((name) => isText(value[name]));
}

/** The files that the templates in a work folder were made from, which may lie anywhere: home pages import what they like. */
export function templateSources(work: string): string[] {
  return sourcesOf(join(work, 'templates'));
}

/** What the bundler has read, but for packages, which are in the lock file. */
function sourcesOf(folder: string): string[] {
  const list = join(folder, 'templates', templatesSources);
  // Where nothing was compiled yet, or the disk did not keep it, all is made anew.
  const files = readStored(list, (value) => isListOf(value, isText)) ?? [];
  return files.filter((file) => !/[\\/]node_modules[\\/]/.test(file));
}

function sourcesDigest(folder: string): string {
  const hash = createHash('sha256');
  for (const file of sourcesOf(folder)) hash.update(`${file}\0`).update(existsSync(file) ? readFileSync(file) : '');
  return hash.digest('hex');
}

/** A disk may not keep what was written, and code that is not what it was must never run. */
function outputDigest(folder: string): string {
  const hash = createHash('sha256');
  for (const part of ['templates', 'assets']) {
    if (!existsSync(join(folder, part))) continue;
    for (const path of [...filesBelow(join(folder, part))].sort(compareText))
      hash.update(`${part}/${path}\0`).update(readFileSync(join(folder, part, path)));
  }
  return hash.digest('hex');
}
