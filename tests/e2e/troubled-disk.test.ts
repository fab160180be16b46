/** Builds on disks that are full, may not be written to, or have not kept what was written. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workFolder } from '../../src/config/work-folder.ts';
import { articles } from '../../scripts/trials/kill-subjects.ts';
import { type State, treeDigest, writeTree } from '../../scripts/trials/kill.ts';
import { makeWorkFolder, project, removeWorkFolder, runBuild } from './command.ts';

const folder = makeWorkFolder();
const content = join(folder, 'content');
const out = join(folder, 'site');
const work = workFolder({ project, out });
let digest: string | undefined;
let digestOfB: string | undefined;
beforeAll(async () => {
  const build = async (state: State): Promise<string | undefined> => {
    writeTree(content, articles(state));
    const finished = await runBuild('--content', content, '--out', out);
    if (finished.code !== 0) throw new Error(finished.text);
    return treeDigest(out);
  };
  digestOfB = await build('b');
  digest = await build('a');
});
afterAll(() => removeWorkFolder(folder, 'site'));

/** What reads these files has rows with more kinds of damage in `tests/disk/damaged-files.test.ts`; here a whole build meets them. */
describe('what earlier builds have kept is damaged', () => {
  const damages = {
    'cut in half': (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2),
    'one letter changed': (bytes: Buffer): Buffer => {
      const changed = Buffer.from(bytes);
      const middle = changed.length >> 1;
      if (changed.length > 0) changed[middle] = changed[middle] === 0x61 ? 0x62 : 0x61;
      return changed;
    },
    'an empty object': (): Buffer => Buffer.from('{}'),
  };

  // All that is kept at once; each build has to make what the one before made, and the other articles.
  test.each([
    ['cut in half', 'b'],
    ['one letter changed', 'a'],
    ['an empty object', 'b'],
  ] as const)('%s, and articles change', async (how, state) => {
    for (const file of readdirSync(work, { recursive: true, encoding: 'utf8' }).map((name) => join(work, name))) {
      if (statSync(file).isFile()) writeFileSync(file, damages[how](readFileSync(file)));
    }
    writeTree(content, articles(state));
    const finished = await runBuild('--content', content, '--out', out);
    expect(finished).toEqual({ code: 0, text: expect.any(String) as string });
    expect(treeDigest(out)).toBe(state === 'a' ? digest : digestOfB);
  });

  test('what is made after damage serves the next build', async () => {
    writeTree(content, articles('a'));
    const finished = await runBuild('--content', content, '--out', out);
    expect(finished.code).toBe(0);
    expect(treeDigest(out)).toBe(digest);
  });

  // Each kind of file beside others that are whole, and that would have been made again with it: facts are asked for by digests.
  test.each([
    {
      what: 'digests, lists, indexes, the board and the note of templates',
      files: /^(?:digests\.json|packs\/.*\.list\.json|search\/[^/.]+\/.*|status\/status.*|templates\/note\.json)$/,
      how: 'one letter changed',
    },
    {
      what: 'reports, entries, stamps, a manifest and the sources of templates',
      files:
        /^(?:check\.tsv|packs\/.*\.entries\.json|search\/.*\.stamp|standby\.json|templates\/templates\/sources\.json)$/,
      how: 'an empty object',
    },
    {
      what: 'facts, pages, wordings, the other manifest, and the notes of the board and the build',
      files:
        /^(?:facts\.tsv|packs\/(?:.*\.pages\.jsonl|site\.json)|search\/originals\.tsv|live\.json|status\/made-from|last-build\.json)$/,
      how: 'cut in half',
    },
  ] as const)('$what alone, of articles that stay: $how', async ({ files, how }) => {
    const names = readdirSync(work, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => files.test(name));
    const damaged = names.map((name) => join(work, name)).filter((file) => statSync(file).isFile());
    expect(damaged.length).toBeGreaterThan(1);
    for (const file of damaged) writeFileSync(file, damages[how](readFileSync(file)));
    // Nothing can be taken over from the site.
    rmSync(out, { recursive: true });
    const finished = await runBuild('--content', content, '--out', out);
    expect(finished).toEqual({ code: 0, text: expect.any(String) as string });
    expect(treeDigest(out)).toBe(digest);
  });
});

test('two builds at once into one output: one is told who is at work, and the site is whole', async () => {
  const both = await Promise.all([0, 1].map(() => runBuild('--content', content, '--out', out, '--force')));
  expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
  expect(both.find(({ code }) => code === 1)?.text).toMatch(/`npm run build` \(process \d+, since .*\) is working on/);
  expect(treeDigest(out)).toBe(digest);
});

test('files from the future are built like any others', async () => {
  const later = new Date('2100-01-01');
  for (const path of Object.keys(articles('a'))) utimesSync(join(content, path), later, later);
  const finished = await runBuild('--content', content, '--out', out);
  expect(finished.code).toBe(0);
  expect(treeDigest(out)).toBe(digest);
});

// Bytes that a process may write into one file, in units of 512: less than a search index, more than what is read at the start.
test('a disk that takes no more bytes leaves the site that is there', async () => {
  writeTree(content, articles('b'));
  const words = ['scripts/languedocs.ts', 'build', '--content', content, '--out', out]
    .map((word) => `'${word}'`)
    .join(' ');
  const limited = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 4; exec '${process.execPath}' ${words}`], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
  });
  expect(limited.status).toBe(1);
  expect(treeDigest(out)).toBe(digest);
  expect(readdirSync(work).filter((name) => /tmp$|fresh$|^(?:staging|refused)$/.test(name))).toEqual([]);
  writeTree(content, articles('a'));
  const next = await runBuild('--content', content, '--out', out);
  expect(next.code).toBe(0);
  expect(treeDigest(out)).toBe(digest);
});

/** A file system of its own, in a namespace of its own; not everywhere does a process get one. */
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

describe.runIf(mayMount)('an output with a file system of its own', () => {
  const within = (mount: string, then: string) => {
    const target = join(folder, 'mounted');
    mkdirSync(target, { recursive: true });
    const build = `'${process.execPath}' scripts/languedocs.ts build --content '${content}' --out '${target}/site'`;
    return spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', `mount -t tmpfs -o ${mount} tmpfs '${target}' && ${then.replaceAll('BUILD', build)}`],
      { cwd: project, encoding: 'utf8', env: { ...process.env, NODE_ENV: undefined, VITEST: undefined } },
    );
  };
  afterAll(() => removeWorkFolder(join(folder, 'mounted'), 'site'));

  test.each(['64k', '400k'])('that is full, of %s: what was copied is removed at once, and the site stays', (size) => {
    const before = 'mkdir site && echo old > site/old.html && mkdir -p site/api/v1 && echo {} > site/api/v1/index.json';
    const then = `(cd '${join(folder, 'mounted')}' && ${before}) && BUILD; code=$?; find '${join(folder, 'mounted')}' -type f; exit $code`;
    const { stdout, stderr, status } = within(`size=${size}`, then);
    expect(status).toBe(1);
    expect(stderr).toMatch(/The disk (?:is full|could not be written to; it may be full)/);
    const left = stdout
      .trim()
      .split('\n')
      .map((file) => file.slice(join(folder, 'mounted/').length))
      .sort();
    expect(left).toEqual(['site/api/v1/index.json', 'site/old.html']);
    const mountedWork = workFolder({ project, out: join(folder, 'mounted', 'site') });
    expect(readdirSync(mountedWork).filter((name) => /tmp$|fresh$|^(?:staging|refused)$/.test(name))).toEqual([]);
  });

  test('that may only be read', () => {
    const mounted = `'${join(folder, 'mounted')}'`;
    const { stderr, status } = within('size=64m', `mount -o remount,ro ${mounted} && BUILD`);
    expect(status).toBe(1);
    // The folder for tests lies where commands have their own, which is said otherwise.
    expect(stderr).toMatch(/(?:may not|cannot) be written to/);
  });
});

test('nothing is left of all this', () => {
  expect(readdirSync(folder).filter((name) => name.includes('languedocs-'))).toEqual([]);
});
