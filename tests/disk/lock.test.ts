import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { whileContentLocked, whileLocked } from '../../src/disk/lock.ts';
import { folderOf } from '../support.ts';

const module = join(import.meta.dirname, '../../src/disk/lock.ts');

/** A process that has the lock until it is killed, and has collected its garbage meanwhile. */
async function holder(lock: string) {
  const script = `import { whileContentLocked, whileLocked } from ${JSON.stringify(module)};
    await whileLocked(${JSON.stringify(lock)}, 'it', () => {
      setTimeout(() => { gc(); console.log('held'); });
      setInterval(() => {}, 1000);
      return new Promise(() => {});
    });`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('whoever comes second is told who is at work', async () => {
  const lock = join(folderOf({}), 'dist');
  const { pid } = await holder(lock);
  await expect(whileLocked(lock, '/site/dist', () => 'done')).rejects.toThrow(
    new RegExp(`\\(process ${pid}, since .*\\) is working on /site/dist`),
  );
});

test('a lock ends with its holder, however that ends', async () => {
  const lock = join(folderOf({}), 'dist');
  const child = await holder(lock);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await whileLocked(lock, 'it', () => 'done')).toBe('done');
});

test('a lock ends with the work, also where that fails', async () => {
  const lock = join(folderOf({}), 'dist');
  await expect(whileLocked(lock, 'it', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await whileLocked(lock, 'it', () => 'done')).toBe('done');
});

test('a file that something else has been written into is no lock', async () => {
  const folder = folderOf({});
  writeFileSync(join(folder, 'dist.lock'), 'x'.repeat(5000));
  expect(await whileLocked(join(folder, 'dist'), 'it', () => 'done')).toBe('done');
});

test.each(['victim', 'gone', 'empty'])('links in the places of a lock are not followed: %s', async (leadsTo) => {
  const [folder, outside] = [folderOf({}), folderOf({ victim: 'precious', empty: '' })];
  for (const name of ['dist.lock', 'dist.holder.json']) symlinkSync(join(outside, leadsTo), join(folder, name));
  const during = await whileLocked(join(folder, 'dist'), 'it', () =>
    readFileSync(join(folder, 'dist.holder.json'), 'utf8'),
  );
  expect(JSON.parse(during)).toMatchObject({ process: process.pid });
  expect(readdirSync(outside).sort()).toEqual(['empty', 'victim']);
  expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('precious');
  expect(readFileSync(join(outside, 'empty'), 'utf8')).toBe('');
});

describe('content directories', () => {
  test('are locked one by one, so that nobody works on one of them beside another', async () => {
    const project = folderOf({ 'one/a.md': '', 'other/a.md': '' });
    const [one, other] = [join(project, 'one'), join(project, 'other')];
    const second = () => whileContentLocked(project, [other, one], () => 'done');
    await expect(whileContentLocked(project, [one], second)).rejects.toThrow(`is working on ${realpathSync(one)}`);
    expect(await second()).toBe('done');
  });

  test('that are named twice, or by a link too, are locked once', async () => {
    const project = folderOf({ 'one/a.md': '' });
    const [one, link] = [join(project, 'one'), join(project, 'link')];
    symlinkSync(one, link, 'junction');
    expect(await whileContentLocked(project, [one, link, one], () => 'done')).toBe('done');
  });
});
