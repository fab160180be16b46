/**
 * Loaded before a command by `--import`: ends its process with SIGKILL right before its nth change to the disk, n being
 * `LANGUEDOCS_KILL_AT`. With 0 it lets the command live and says at the end how many changes there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { countMark } from './kill-mark.ts';

/** What `node:fs` is made of, as far as it matters here. */
type Functions = Record<string, (...args: unknown[]) => unknown>;

const changing = [
  ...[
    'appendFile',
    'copyFile',
    'cp',
    'ftruncate',
    'link',
    'mkdir',
    'mkdtemp',
    'open',
    'rename',
    'rm',
    'rmdir',
    'symlink',
  ],
  ...['truncate', 'unlink', 'utimes', 'write', 'writeFile', 'writev'],
];

if (isMainThread) {
  const killAt = Number(process.env['LANGUEDOCS_KILL_AT'] ?? '0');
  let count = 0;
  const counted = (functions: object, name: string): void => {
    const original = (functions as Functions)[name];
    if (!original) return;
    (functions as Functions)[name] = function (this: unknown, ...args) {
      if (++count === killAt) process.kill(process.pid, 'SIGKILL');
      return original.apply(this, args);
    };
  };
  for (const name of changing) {
    counted(fs, `${name}Sync`);
    counted(fs, name);
    counted(fs.promises, name);
  }
  syncBuiltinESMExports();
  if (killAt === 0) process.on('exit', () => process.stderr.write(`${countMark}${count}\n`));
}
