/**
 * One build at a time into one output. The operating system holds the lock through an open SQLite file and releases it when the process
 * ends, even by a kill. So there are no stale locks to remove.
 */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { CommandError } from '../core/errors.ts';
import { isNumber, isRecord, isText, readStored } from '../core/stored.ts';

/** Result codes of SQLite, https://www.sqlite.org/rescode.html */
const busy = 5;
/** The file is not a SQLite file, so no process holds a lock in it. */
const damaged: ReadonlySet<unknown> = new Set([11, 26]);

/** Files that this process has locked. Garbage collection would close an unreferenced one and so release its lock. */
const held = new Set<DatabaseSync>();

/** The process that holds a lock, for the message to others. */
interface Holder {
  readonly command: string;
  readonly process: number;
  /** ISO 8601 */
  readonly since: string;
}

/**
 * Runs `work` under a lock.
 *
 * @param lock path of the lock, to which the extensions of its files are added
 * @param what is locked, for the message to others
 * @throws CommandError that names the holder if another process has the lock
 */
export async function whileLocked<Result>(
  lock: string,
  what: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const [file, holderFile] = [`${lock}.lock`, `${lock}.holder.json`];
  const release = take(file, holderFile);
  if (!release)
    throw new CommandError(`${await holderIn(holderFile)} is working on ${what}. Wait until it has finished.`);
  try {
    return await work();
  } finally {
    release();
  }
}

/**
 * Runs `work` under the locks of content directories, into which it writes.
 *
 * @param project folder of the project, where the locks lie
 * @throws CommandError as `whileLocked` does
 */
export async function whileContentLocked<Result>(
  project: string,
  contents: readonly string[],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  // The same directory may be named twice, or by a link.
  const [content, ...others] = new Set(contents.map((folder) => realpathSync(folder)));
  if (content === undefined) return work();
  return whileLocked(contentLock(project, content), content, () => whileContentLocked(project, others, work));
}

function contentLock(project: string, content: string): string {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return join(project, '.languedocs', `content-${digest}`);
}

/** Takes a lock and returns the function that releases it; undefined if another process has it. */
function take(file: string, holderFile: string): (() => void) | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const database = open(file);
  if (!database) return undefined;
  held.add(database);
  const holder: Holder = {
    command: commandOf(process.argv),
    process: process.pid,
    since: new Date().toISOString(),
  };
  // Only the holder of the lock writes here. A link at this path is removed, not followed.
  rmSync(holderFile, { force: true });
  writeFileSync(holderFile, JSON.stringify(holder), { flag: 'wx' });
  return () => {
    rmSync(holderFile, { force: true });
    database.close();
    held.delete(database);
  };
}

/** Opens and locks a file; undefined if another process has locked it. */
function open(file: string, again = true): DatabaseSync | undefined {
  // SQLite would follow a link and create its target.
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(file, { force: true });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    if (database?.isOpen === true) database.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === busy) return undefined;
    if (!damaged.has(code) || !again) throw asFileError(error, code, file);
    rmSync(file, { force: true });
    return open(file, false);
  }
}

function isHolder(value: unknown): value is Holder {
  return isRecord(value) && isText(value['command']) && isNumber(value['process']) && isText(value['since']);
}

/** Result codes of SQLite for errors of the file system. */
const fileErrors: ReadonlyMap<unknown, string> = new Map([
  [3, 'EACCES'],
  [8, 'EACCES'],
  [10, 'EIO'],
  [13, 'ENOSPC'],
  [14, 'EACCES'],
]);

function asFileError(error: unknown, code: unknown, path: string): unknown {
  const known = fileErrors.get(code);
  return known === undefined ? error : Object.assign(new Error(String(error), { cause: error }), { code: known, path });
}

/** The holder of a lock, in words. A process writes that down just after it has taken the lock. */
async function holderIn(file: string): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const holder = readStored(file, isHolder);
    if (holder) return `\`npm run ${holder.command}\` (process ${holder.process}, since ${holder.since})`;
    await setTimeout(10);
  }
  return 'Another process';
}

/** The name of the command that runs: its program's, or that of the command of a program with several. */
function commandOf([, program = 'node', word]: readonly string[]): string {
  const name = basename(program, '.ts');
  return name === 'languedocs' && word !== undefined ? word : name;
}
