/** Whether anything that a site is made from has changed since the last build, told from names, sizes and times of files alone. */
import { createHash } from 'node:crypto';
import { lstatSync, rmSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics.ts';
import { changedAt, coarsestClock, listFolder } from '../../disk/folders.ts';
import { isHidden } from '../../pipeline/files/file-kinds.ts';
import type { LeftOut } from '../../pipeline/files/left-out.ts';
import type { Validity } from '../../pipeline/pipeline.ts';
import { isListOf, isNumber, isRecord, isText, readStored } from '../../core/stored.ts';
import type { BuildResult } from '../build-result.ts';
import type { Configuration } from '../../config/configuration.ts';
import { projectFiles } from '../../config/project-files.ts';
import { codeFolder } from './code-version.ts';
import { writeAtomic } from '../../disk/atomic-files.ts';

/** What the inputs of a build were when it began. */
export interface Stamp {
  /** Digest of names, sizes and times. */
  readonly digest: string;
  /** Size and times of each file, by its absolute path. */
  readonly states: ReadonlyMap<string, FileState>;
  /** Time of the latest change, in milliseconds. */
  readonly latest: number;
  /** When this was found out, in milliseconds. */
  readonly taken: number;
  /** The time that the site is made for, in milliseconds since 1970. */
  readonly time: number;
}

/** Of one file: whenever its content changes, so does this. */
export interface FileState {
  /** Sizes and times in a row. */
  readonly text: string;
  /** Time of its last change of state, in milliseconds. */
  readonly changed: number;
}

/** How far a look at a folder goes. */
interface Reach {
  readonly isPart: (name: string) => boolean;
  readonly stat: (place: string) => Stats;
}

/** Links in content are not followed: they may lead back, and what an article may show through them is looked at by its own path. */
const content: Reach = { isPart: (name) => !isHidden(name), stat: lstatSync };
const code: Reach = { isPart: () => true, stat: statSync };

/** What is kept of a build. */
interface LastBuild {
  readonly stamp: string;
  readonly result: BuildResult;
}

/**
 * The stamp of what a configuration's site is made from. A file's content cannot change without the time of its last change of
 * state (`ctime`), which no program can set; on file systems without one, that of its content counts.
 */
export function stampOf({
  project,
  roots,
  base,
  origin,
  locales,
  shard,
  options,
  slugHistory,
  time = Date.now(),
}: Configuration): Stamp {
  const taken = Date.now();
  const history = slugHistory === undefined ? [] : [slugHistory];
  const states = new Map<string, FileState>();
  let latest = 0;
  const note = (place: string, found: Stats): void => {
    latest = Math.max(latest, changedAt(found));
    states.set(place, stateOf(found));
  };
  const look = (place: string, found: Stats | undefined, { isPart, stat }: Reach): void => {
    if (!found) return;
    if (!found.isDirectory()) {
      note(place, found);
      return;
    }
    latest = Math.max(latest, changedAt(found));
    const { entries, problem } = listFolder(place);
    if (problem !== undefined) states.set(place, { text: problem, changed: 0 });
    for (const { name, kind, isNamed } of entries) {
      const path = join(place, name);
      // What cannot be opened by its name is known by that alone.
      if (!isNamed) states.set(path, { text: kind, changed: 0 });
      else if (isPart(name)) look(path, stateIfThere(path, stat), { isPart, stat });
    }
  };
  const places = new Set([...history, codeFolder, ...projectFiles.map((name) => join(project, name))]);
  for (const place of roots) look(place, stateIfThere(place, statSync), content);
  for (const place of places) look(place, stateIfThere(place, statSync), code);
  const settings = JSON.stringify([process.version, base, origin, locales, shard, options]);
  return { digest: digestOf(settings, states), states, latest, taken, time };
}

/**
 * What the last build of a work folder said, undefined where its inputs were others, or may have been.
 *
 * @param sources files that the site is made from as well, wherever they lie, as far as they are known
 */
export function lastBuild(work: string, stamp: Stamp, sources: readonly string[] = []): BuildResult | undefined {
  const last = readStored(noteFile(work), isLastBuild);
  if (last?.stamp !== withSources(stamp, sources).digest) return undefined;
  const { since = -Infinity, until = Infinity } = last.result.validity;
  // With time articles come and go though no file has changed.
  return stamp.time < since || stamp.time >= until ? undefined : last.result;
}

function isLastBuild(value: unknown): value is LastBuild {
  return isRecord(value) && isText(value['stamp']) && isResult(value['result']);
}

function isDiagnostic(value: unknown): value is Diagnostic {
  return (
    isRecord(value) &&
    ['rule', 'severity', 'file', 'message'].every((name) => isText(value[name])) &&
    ['line', 'column', 'endLine', 'endColumn'].every((name) => isNumber(value[name]))
  );
}

function isLeftOut(value: unknown): value is LeftOut {
  return isRecord(value) && isNumber(value['count']) && isText(value['message']) && isText(value['first']);
}

function isValidity(value: unknown): value is Validity {
  return isRecord(value) && ['since', 'until'].every((name) => value[name] === undefined || isNumber(value[name]));
}

function isResult(value: unknown): value is BuildResult {
  return (
    isRecord(value) &&
    isListOf(value['diagnostics'], isDiagnostic) &&
    isListOf(value['minorFlaws'], isText) &&
    isListOf(value['locales'], isText) &&
    isListOf(value['leftOut'], isLeftOut) &&
    isValidity(value['validity']) &&
    (value['downloads'] === undefined || isText(value['downloads'])) &&
    ['pages', 'rendered', 'reused', 'indexed'].every((name) => isNumber(value[name])) &&
    typeof value['changed'] === 'boolean'
  );
}

/**
 * Keeps what a build said, where a later change cannot go unseen.
 *
 * @param sources files that the site was made from as well
 */
export function noteBuild(work: string, stamp: Stamp, result: BuildResult, sources: readonly string[] = []): void {
  const { digest, latest } = withSources(stamp, sources);
  const note: LastBuild = { stamp: digest, result };
  // Sources are looked at when the build has ended; one that has changed since it began is too late as well.
  if (stamp.taken - latest > coarsestClock) writeAtomic(noteFile(work), JSON.stringify(note));
  else rmSync(noteFile(work), { force: true });
}

function withSources({ digest, latest }: Stamp, sources: readonly string[]): Pick<Stamp, 'digest' | 'latest'> {
  const states = new Map<string, FileState>();
  for (const file of sources) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found) states.set(file, stateOf(found));
  }
  const changes = Array.from(states.values(), ({ changed }) => changed);
  return { digest: digestOf(digest, states), latest: Math.max(latest, ...changes) };
}

/** Undefined where there is nothing, or nothing that may be looked at. */
function stateIfThere(place: string, stat: (place: string) => Stats): Stats | undefined {
  try {
    return stat(place);
  } catch {
    return undefined;
  }
}

function stateOf(found: Stats): FileState {
  const { ctimeMs, mtimeMs, size } = found;
  return { text: `${ctimeMs} ${mtimeMs} ${size}`, changed: changedAt(found) };
}

function digestOf(start: string, states: ReadonlyMap<string, FileState>): string {
  const hash = createHash('sha256').update(start);
  for (const [file, { text }] of states) hash.update(`\n${file}\0${text}`);
  return hash.digest('hex');
}

function noteFile(work: string): string {
  return join(work, 'last-build.json');
}
