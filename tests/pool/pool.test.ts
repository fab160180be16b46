import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderOf } from '../support.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPool, type Pool, WorkerLost } from '../../src/pool/pool.ts';
import type * as Tasks from './modules/tasks.ts';

const module = new URL('./modules/tasks.ts', import.meta.url);
const data = { greeting: 'Bonjour' };

describe.each(['thread', 'process'] as const)('a %s', (kind) => {
  const open = (settings: { size?: number; tasksAtOnce?: number } = {}): Pool<typeof Tasks> => {
    const pool = openPool<typeof Tasks>({ in: kind, module, data, size: 1, ...settings });
    onTestFinished(() => pool.close());
    return pool;
  };

  test('is set up, answers, and keeps what it knows', async () => {
    const pool = open();
    pool.start();
    expect(await pool.run('greet', { name: 'Zoé' })).toBe('Bonjour Zoé');
    expect(await pool.run('count')).toBe(1);
  });

  test('gives what a task throws', async () => {
    const failed = open().run('fail', { reason: 'no room' });
    await expect(failed).rejects.toThrow(new RangeError('no room'));
  });

  test.each([
    [false, /could not be cloned/],
    [true, /^with a function$/],
  ])('says so where an answer cannot be sent (thrown: %s)', async (thrown, message) => {
    const pool = open();
    await expect(pool.run('unsendable', { thrown })).rejects.toThrow(message);
    expect(await pool.run('count'), 'it goes on').toBe(0);
  });

  test('that ends fails its tasks, and another takes those that wait', async () => {
    const pool = open();
    const [lost, next] = await Promise.allSettled([pool.run('crash'), pool.run('greet', { name: 'Zoé' })]);
    expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(WorkerLost) as WorkerLost });
    expect(lost).toHaveProperty('reason.message', expect.stringMatching(/tasks\.ts ended .*code 3/));
    expect(next).toEqual({ status: 'fulfilled', value: 'Bonjour Zoé' });
  });

  test('fails all tasks where there is no such module', async () => {
    const pool = openPool<typeof Tasks>({ in: kind, module: new URL('missing.ts', module), data, size: 1 });
    await expect(pool.runAndClose('count')).rejects.toThrow(/missing/);
    await expect(pool.run('count')).rejects.toThrow(/closed/);
  });

  test('is ended whatever it is doing', async () => {
    const pool = open();
    const [busy, waiting] = [pool.run('workForEver'), pool.run('count')];
    const settled = Promise.allSettled([busy, waiting]);
    await pool.close();
    expect(await settled).toMatchObject([{ reason: expect.any(WorkerLost) as WorkerLost }, { status: 'rejected' }]);
  });

  test('has as many tasks at once as it may have', async () => {
    const pool = open({ tasksAtOnce: 2 });
    const order: string[] = [];
    const note = (name: string) => () => void order.push(name);
    await Promise.all([
      pool.run('wait', { milliseconds: 50 }).then(note('first')),
      pool.run('count').then(note('second')),
    ]);
    expect(order).toEqual(['second', 'first']);
  });

  test('without a task does not keep its process', () => {
    const script = `
      import { openPool } from ${JSON.stringify(new URL('../../src/pool/pool.ts', import.meta.url).href)};
      const pool = openPool({ in: ${JSON.stringify(kind)}, module: new URL(${JSON.stringify(module.href)}), data: { greeting: '' } });
      console.log(await pool.run('greet', { name: 'Zoé' }));
    `;
    const file = join(folderOf({ 'greet.mjs': script }), 'greet.mjs');
    const ended = spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 20_000 });
    expect(ended).toMatchObject({ status: 0, stdout: ' Zoé\n' });
  });
});

test('of several processes each has a task', async () => {
  const pool = openPool<typeof Tasks>({ in: 'process', module, data, size: 2 });
  onTestFinished(() => pool.close());
  const identities = await Promise.all([pool.run('identity'), pool.run('identity')]);
  expect(new Set(identities)).toHaveProperty('size', 2);
});
