/** Runs a command and measures what it took, with all its children. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './statistics.ts';

/** A command line to be run. */
export interface Step {
  readonly program: string;
  readonly words: readonly string[];
  /** Folder to run it in. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How a command ended. */
export interface Outcome {
  readonly measurement: Measurement;
  /** Exit code; -1 where a signal ended it. */
  readonly code: number;
  /** Whether it was stopped because its time was over. */
  readonly timedOut: boolean;
  /** What it said last, on both streams. */
  readonly said: string;
}

const timeProgram = '/usr/bin/time';
/** Milliseconds between two looks at the memory. */
const lookEvery = 200;
/** Characters of output that are kept. */
const kept = 4000;

const running = new Set<number>();

/** Ends everything that is being measured. */
export function stopAll(): void {
  for (const group of running) endGroup(group);
}

/**
 * Runs a command in a process group of its own.
 *
 * @param timeout seconds after which it is stopped
 */
export async function measure({ program, words, folder, environment }: Step, timeout: number): Promise<Outcome> {
  const notes = mkdtempSync(join(tmpdir(), 'languedocs-time-'));
  const note = join(notes, 'time');
  // Where there is no `time`, the shell knows the CPU time of what it has run.
  const [command, before] = existsSync(timeProgram)
    ? [timeProgram, ['--format', '%U %S %M', '--output', note]]
    : ['sh', ['-c', `"$@"; code=$?; times > '${note}'; exit $code`, 'sh']];
  try {
    const started = performance.now();
    const child = spawn(command, [...before, program, ...words], {
      cwd: folder,
      env: { ...process.env, ...environment, NO_COLOR: '1', FORCE_COLOR: undefined, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const group = child.pid;
    let said = '';
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-kept);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    let peak = 0;
    let timedOut = false;
    if (group !== undefined) running.add(group);
    const looking = setInterval(() => {
      if (group !== undefined) peak = Math.max(peak, residentKibibytes(group));
    }, lookEvery);
    const ending = setTimeout(() => {
      timedOut = true;
      if (group !== undefined) endGroup(group);
    }, timeout * 1000);
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exit) => resolve(exit ?? -1));
    }).finally(() => {
      clearInterval(looking);
      clearTimeout(ending);
      if (group !== undefined) running.delete(group);
    });
    const wallSeconds = (performance.now() - started) / 1000;
    const { cpuSeconds, largest } = readNote(existsSync(note) ? readFileSync(note, 'utf8') : '');
    const kibibytes = Math.max(peak, largest);
    return {
      measurement: { wallSeconds, cpuSeconds, ...(kibibytes > 0 ? { peakMebibytes: kibibytes / 1024 } : {}) },
      code,
      timedOut,
      said: said.trim(),
    };
  } finally {
    rmSync(notes, { recursive: true, force: true });
  }
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** What `time`, or the shell's `times`, has noted: CPU seconds, and the KiB of the largest process, 0 where unknown. */
export function readNote(text: string): { cpuSeconds: number; largest: number } {
  const last = text.trim().split('\n').at(-1) ?? '';
  const spans = [...last.matchAll(/(?<!\d)(\d+)m([\d.]+)s/g)];
  if (spans.length > 0) {
    return {
      cpuSeconds: spans.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0),
      largest: 0,
    };
  }
  const [user = 0, system = 0, largest = 0] = last.split(' ').map(Number);
  return { cpuSeconds: user + system, largest };
}

/** Memory that all processes of a group hold now, in KiB; 0 where the system does not tell. */
function residentKibibytes(group: number): number {
  if (!existsSync('/proc/self/stat')) return 0;
  let sum = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name of the program stands in brackets and may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[2]) !== group) continue;
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      sum += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    } catch {
      // It has ended between two looks.
    }
  }
  return sum;
}
