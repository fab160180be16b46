/** Whether anything that a site is made from has changed since the last build, told from names, sizes and times of files alone. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostics.ts';
import type { BuildResult } from './build.ts';
import type { Configuration } from './configuration.ts';
import { coarsestClock } from './manifest.ts';
import { siteCode } from './published.ts';
import { writeWhole } from './whole-files.ts';

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
}

/** Of one file: whenever its content changes, so does this. */
export interface FileState {
  /** Sizes and times in a row. */
  readonly text: string;
  /** Time of its last change of state, in milliseconds. */
  readonly changed: number;
}

/** What is kept of a build. */
interface LastBuild {
  readonly stamp: string;
  readonly result: BuildResult;
}

/**
 * The stamp of what a configuration's site is made from. A file's content cannot change without the time of its last change of
 * state (`ctime`), which no program can set.
 *
 * @param sources files that the site is made from as well, wherever they lie
 */
export function stampOf(configuration: Configuration, sources: readonly string[] = []): Stamp {
  const { project, roots, base, origin, locales, shard, options, slugHistory } = configuration;
  const taken = Date.now();
  const hash = createHash('sha256').update(process.version);
  hash.update(JSON.stringify({ base, origin, locales, shard, options }));
  const states = new Map<string, FileState>();
  let latest = 0;
  const history = slugHistory === undefined ? [] : [slugHistory];
  for (const place of [...roots, ...history, ...siteCode.map((name) => join(project, name)), ...sources]) {
    for (const file of [place, ...below(place)]) {
      const found = statSync(file, { throwIfNoEntry: false });
      if (!found) continue;
      latest = Math.max(latest, found.ctimeMs);
      if (!found.isFile()) continue;
      const text = `${found.ctimeMs} ${found.mtimeMs} ${found.size}`;
      states.set(file, { text, changed: found.ctimeMs });
      hash.update(`${file}\0${text}\n`);
    }
  }
  return { digest: hash.digest('hex'), states, latest, taken };
}

/** What the last build of a work folder said, undefined where its inputs were others, or may have been. */
export function lastBuild(work: string, { digest }: Stamp): BuildResult | undefined {
  try {
    const { stamp, result } = JSON.parse(readFileSync(noteFile(work), 'utf8')) as LastBuild;
    return stamp === digest ? result : undefined;
  } catch {
    // There was none, or the disk did not keep it.
    return undefined;
  }
}

/** Keeps what a build said, where a later change cannot go unseen. */
export function noteBuild(work: string, { digest, latest, taken }: Stamp, result: BuildResult): void {
  const note: LastBuild = { stamp: digest, result };
  if (taken - latest > coarsestClock) writeWhole(noteFile(work), JSON.stringify(note));
  else rmSync(noteFile(work), { force: true });
}

function noteFile(work: string): string {
  return join(work, 'last-build.json');
}

function below(place: string): string[] {
  if (!existsSync(place) || !statSync(place).isDirectory()) return [];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .sort(compareText)
    .map((path) => join(place, path));
}
