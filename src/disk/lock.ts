/**
 * One build at a time into one output. The lock is one of the operating system's, held through an open SQLite file: it ends with the
 * process that holds it, however that ends, so there is no stale lock that somebody would have to remove.
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
/** Something else has been written into the file; nothing that anybody holds. */
const damaged: ReadonlySet<unknown> = new Set([11, 26]);

/** Files that this process has locked: one that nothing holds would be closed with the garbage, and the lock be gone. */
const held = new Set<DatabaseSync>();

/** Who holds a lock, in words. */
interface Holder {
  readonly command: string;
  readonly process: number;
  /** ISO 8601 */
  readonly since: string;
}

/**
 * Does some work while nobody else does any under the same lock.
 *
 * @param lock path of the lock; files that begin with it are made
 * @param what is worked on, for the message to whoever comes second
 * @throws CommandError that names the holder where another process has the lock
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
 * Does some work while nobody else writes into these content directories.
 *
 * @param project folder of the project, where the locks lie
 * @throws CommandError as `whileLocked` does
 */
export async function whileContentLocked<Result>(
  project: string,
  contents: readonly string[],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  // A directory that is named twice, or by a link too, is one.
  const [content, ...others] = new Set(contents.map((folder) => realpathSync(folder)));
  if (content === undefined) return work();
  return whileLocked(contentLock(project, content), content, () => whileContentLocked(project, others, work));
}

function contentLock(project: string, content: string): string {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return join(project, '.languedocs', `content-${digest}`);
}

/** Gives what ends the lock; undefined where another process has it. */
function take(file: string, holderFile: string): (() => void) | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const database = open(file);
  if (!database) return undefined;
  held.add(database);
  const holder: Holder = {
    command: basename(process.argv[1] ?? 'node', '.ts'),
    process: process.pid,
    since: new Date().toISOString(),
  };
  // Who has the lock is the only one to write here; a link that lies in wait is removed, not followed.
  rmSync(holderFile, { force: true });
  writeFileSync(holderFile, JSON.stringify(holder), { flag: 'wx' });
  return () => {
    rmSync(holderFile, { force: true });
    database.close();
    held.delete(database);
  };
}

/** The locked file; undefined where another process has locked it. */
function open(file: string, again = true): DatabaseSync | undefined {
  // SQLite would follow a link, and make a file where it leads.
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
    // Something else has been written there; nothing that anybody holds.
    if (!damaged.has(code) || !again) throw asFileError(error, code, file);
    rmSync(file, { force: true });
    return open(file, false);
  }
}

function isHolder(value: unknown): value is Holder {
  return isRecord(value) && isText(value['command']) && isNumber(value['process']) && isText(value['since']);
}

/** SQLite's codes for what other files of a folder would meet too. */
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

/** Who has a lock; whoever took it a moment ago still writes that down. */
async function holderIn(file: string): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const holder = readStored(file, isHolder);
    if (holder) return `\`npm run ${holder.command}\` (process ${holder.process}, since ${holder.since})`;
    await setTimeout(10);
  }
  return 'Another process';
}
