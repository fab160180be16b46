/** Commands killed at random points: what is on the disk then is the old or the new, whole, and the next run succeeds. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../src/core/diagnostics.ts';
import { changesOf, type Ended, type KillPoint, run } from './commands.ts';

/** A command that changes something from one state to another and back. */
export interface Subject {
  readonly name: string;
  /** What stands behind `node`. */
  readonly words: readonly string[];
  /** Makes the input such that the command has to make this state. */
  readonly prepare: (state: State) => void;
  /** What is there now; undefined where there is nothing. */
  readonly found: () => string | undefined;
  /** Paths that a killed command may leave, and the next one has to remove. */
  readonly leftovers: () => readonly string[];
  /** True where each file is whole by itself and a mixture of the two states is allowed. */
  readonly mixture?: (found: string) => boolean;
}

export type State = 'a' | 'b';

/** What became of the killed commands. */
export interface KillReport {
  readonly kills: number;
  /** The old state or the new one, whole. */
  readonly whole: number;
  /** Killed between the two renames that put a new site in the place of the old one: nothing is there until the next run. */
  readonly setAside: number;
  /** Commands that were done before their time had come. */
  readonly finished: number;
  readonly failures: readonly string[];
}

/**
 * Kills a command again and again, half of the times at a random change that it makes to the disk, half of them at a random time,
 * and lets it run to its end after each.
 *
 * @param random gives numbers from 0 to 1
 */
export async function killAtRandom(
  project: string,
  subject: Subject,
  times: number,
  random: () => number,
  progress: (done: number) => void,
): Promise<KillReport> {
  const whole = await bothStates(project, subject);
  const failures: string[] = [];
  let [kept, setAside, finished] = [0, 0, 0];
  let state: State = 'b';
  for (let time = 0; time < times; time++) {
    const before = whole[state].digest;
    state = state === 'a' ? 'b' : 'a';
    const after = whole[state];
    subject.prepare(state);
    const point = randomPoint(after, time % 2 === 0 ? 'change' : 'time', random);
    const killed = await run(project, subject.words, point);
    if (killed.code !== undefined) finished++;
    const found = subject.found();
    if (found === before || found === after.digest || (found !== undefined && subject.mixture?.(found) === true))
      kept++;
    else if (found === undefined) setAside++;
    else failures.push(`${words(point)}: what is there is neither the old nor the new`);
    const next = await run(project, subject.words);
    if (next.code !== 0) failures.push(`${words(point)}: the next run failed: ${next.text.trim().split('\n').at(-1)}`);
    if (subject.found() !== after.digest) failures.push(`${words(point)}: the next run did not make what it should`);
    const left = subject.leftovers();
    if (left.length > 0) failures.push(`${words(point)}: ${left.join(', ')} left behind`);
    progress(time + 1);
  }
  return { kills: times, whole: kept, setAside, finished, failures };
}

interface Measured {
  readonly digest: string;
  readonly changes: number;
  readonly milliseconds: number;
}

async function bothStates(project: string, subject: Subject): Promise<Record<State, Measured>> {
  const measured = new Map<State, Measured>();
  // The first run has no caches; the later ones, which are killed, have.
  for (const state of ['b', 'a', 'b'] as const) {
    subject.prepare(state);
    const ended: Ended = await run(project, subject.words);
    const digest = subject.found();
    if (ended.code !== 0 || digest === undefined) throw new Error(`${subject.name} failed:\n${ended.text}`);
    const earlier = measured.get(state);
    if (earlier && earlier.digest !== digest) throw new Error(`${subject.name} made two results of one input.`);
    measured.set(state, { digest, changes: changesOf(ended), milliseconds: ended.milliseconds });
  }
  const [a, b] = [measured.get('a'), measured.get('b')];
  if (!a || !b || a.digest === b.digest) throw new Error(`${subject.name} made one result of two inputs.`);
  return { a, b };
}

function randomPoint({ changes, milliseconds }: Measured, kind: KillPoint['kind'], random: () => number): KillPoint {
  return kind === 'change'
    ? { kind, number: 1 + Math.floor(random() * changes) }
    : { kind, milliseconds: random() * milliseconds };
}

function words(point: KillPoint): string {
  return point.kind === 'change' ? `at change ${point.number}` : `after ${point.milliseconds.toFixed(0)} ms`;
}

/** Digest of all files below a folder, names and bytes; undefined where there is no folder. */
export function treeDigest(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const hash = createHash('sha256');
  for (const [path, bytes] of filesBelow(folder)) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}

/** Bytes by path below a folder, sorted. */
export function filesBelow(folder: string): [path: string, bytes: Buffer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText)
    .map((file): [string, Buffer] => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file)]);
}

/** Makes a folder hold exactly these files. */
export function writeTree(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Makes a folder hold exactly what another one holds. */
export function copyTree(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}
