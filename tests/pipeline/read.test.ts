import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFolder } from '../../src/pipeline/folders.ts';
import { listFiles, listHomes, readIfPossible } from '../../src/pipeline/read.ts';
import { folderOf } from '../support.ts';

/** Paths of the articles of a content directory, and its odd places with the rule that names them. */
function list(root: string): { files: string[]; odd: string[] } {
  const odd: string[] = [];
  const files = listFiles([root], ({ path, reason }) => odd.push(`${path} ${reason.rule} ${reason.severity}`));
  return { files: files.map(({ path }) => path), odd: odd.sort() };
}

const article = { 'fr-FR/a.md': '# A\n' };

test('what is hidden, or holds parts of articles, is listed nowhere, and named nowhere', () => {
  const root = folderOf({
    ...article,
    '.a.md': '',
    '.git/a.md': '',
    'fr-FR/.cache/a.md': '',
    '．a.md': '',
    'node_modules/x/README.md': '',
    'includes/a.md': '',
    '_parts/a.md': '',
    'fr-FR/x.png': '',
    'fr-FR/index.mdx': '',
    '.fr-FR/index.mdx': '',
  });
  symlinkSync(root, join(root, '.link'));
  expect(list(root)).toEqual({ files: ['fr-FR/a.md'], odd: [] });
  expect(listHomes([root])).toEqual([{ folder: 'fr-FR', file: join(root, 'fr-FR/index.mdx') }]);
});

test('links are named and not followed, wherever they lead', () => {
  const root = folderOf({ ...article, 'b/v1.2/b.md': '# B\n' });
  symlinkSync('.', join(root, 'loop'));
  symlinkSync('..', join(root, 'fr-FR/up'));
  symlinkSync('/', join(root, 'all.md'));
  symlinkSync('self.md', join(root, 'self.md'));
  symlinkSync('two', join(root, 'one'));
  symlinkSync('one', join(root, 'two'));
  symlinkSync('nowhere.md', join(root, 'dangling.md'));
  symlinkSync('b/v1.2', join(root, 'v1.2'));
  symlinkSync('fr-FR/a.md', join(root, 'fr-FR/index.mdx'));
  symlinkSync('x.png', join(root, 'y.png'));
  expect(list(root)).toEqual({
    files: ['b/v1.2/b.md', 'fr-FR/a.md'],
    odd: ['all.md', 'dangling.md', 'fr-FR/index.mdx', 'fr-FR/up', 'loop', 'one', 'self.md', 'two', 'v1.2'].map(
      (path) => `${path} symbolic-link warning`,
    ),
  });
});

// Linux takes any bytes for a name; other systems refuse such names, or write them in another way.
describe.runIf(process.platform === 'linux')('names that are no text', () => {
  test('are named by their bytes, and what they name is passed over', () => {
    const root = folderOf({ ...article, 'x.md': '', 'y/a.md': '', 'z.md': '' });
    const bytes = (text: string) => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(text, 'latin1')]);
    renameSync(join(root, 'x.md'), bytes('fr-FR/bad\xff.md'));
    renameSync(join(root, 'y'), bytes('folder\xe9'));
    renameSync(join(root, 'z.md'), bytes('\xed\xa0\x80.md'));
    writeFileSync(bytes('x\xff.png'), '');
    expect(list(root)).toEqual({
      files: ['fr-FR/a.md'],
      odd: ['\\xed\\xa0\\x80.md', 'folder\\xe9', 'fr-FR/bad\\xff.md'].map((path) => `${path} unusable-name error`),
    });
  });

  test.each(['a\nb.md', 'a\rb.md', 'a\x1b[2Jb.md', 'a\u2028b.md', 'a\u202egpj.md', 'a\u2066b.md', 'a\x85b.md'])(
    '%j is named, and listed all the same',
    (name) => {
      expect(list(folderOf({ [name]: '' }))).toEqual({ files: [name], odd: [`${name} unusable-name warning`] });
    },
  );

  test.each(['fa\u200ca.md', 'he\u200f.md', 'Größe.md', '\ufeffa.md', 'x\ufffd.md', 'a b.md'])(
    '%j is a name like any other',
    (name) => {
      expect(list(folderOf({ [name]: '' }))).toEqual({ files: [name], odd: [] });
    },
  );

  test('pipes, sockets and devices are no files', () => {
    const root = folderOf(article);
    for (const path of ['fr-FR/pipe.md', 'fr-FR/pipe.png'])
      expect(spawnSync('mkfifo', [join(root, path)]).status).toBe(0);
    expect(list(root)).toEqual({ files: ['fr-FR/a.md'], odd: ['fr-FR/pipe.md unreadable-file warning'] });
    expect(listFolder(join(root, 'fr-FR')).entries).toContainEqual({ name: 'pipe.md', isNamed: true, kind: 'other' });
  });

  test('a path that is longer than the system allows is named where it becomes so', () => {
    const root = folderOf(article);
    const name = 'd'.repeat(200);
    // Step by step: no system call takes the whole path.
    const steps = `for (let i = 0; i < 25; i++) { fs.mkdirSync('${name}'); process.chdir('${name}'); } fs.writeFileSync('deep.md', '');`;
    expect(spawnSync(process.execPath, ['-e', steps], { cwd: root }).status).toBe(0);
    const { files, odd } = list(root);
    expect(files).toEqual(['fr-FR/a.md']);
    expect(odd).toEqual([expect.stringMatching(/^(?:d{200}\/)+d{200} unreadable-file error$/)]);
    spawnSync('rm', ['-rf', name], { cwd: root });
  });
});

// Root may read everything.
test.runIf(process.getuid?.() !== 0)('a folder and a file that may not be read are named', () => {
  const root = folderOf({ ...article, 'secret/a.md': '', 'b.md': '' });
  chmodSync(join(root, 'secret'), 0);
  chmodSync(join(root, 'b.md'), 0);
  expect(list(root)).toEqual({ files: ['b.md', 'fr-FR/a.md'], odd: ['secret unreadable-file error'] });
  const odd: string[] = [];
  expect(readIfPossible({ root, path: 'b.md' }, ({ reason }) => odd.push(reason.message))).toBeUndefined();
  expect(odd).toEqual([expect.stringContaining('you may not read it')]);
  chmodSync(join(root, 'secret'), 0o700);
});

test('a file that is gone, and a folder in its place, are told in words', () => {
  const root = folderOf({});
  mkdirSync(join(root, 'folder.md'));
  const odd: string[] = [];
  for (const path of ['gone.md', 'folder.md', 'x'.repeat(5000)])
    readIfPossible({ root, path }, ({ reason }) => odd.push(reason.message));
  expect(odd[0]).toContain('it is not there any more');
  expect(odd[1]).toContain('cannot be read');
  expect(odd[2]).toContain('longer than the system allows');
});

test('a directory that is not there has no files, and is named', () => {
  expect(list(join(folderOf({}), 'gone'))).toEqual({ files: [], odd: ['. unreadable-file error'] });
});
