import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ignoreOf } from '../../src/pipeline/files/ignore.ts';
import { listFolder } from '../../src/disk/folders.ts';
import { listFiles, listHomes, readIfPossible } from '../../src/pipeline/read.ts';
import { folderOf } from '../support.ts';

/** Paths of the articles of a content directory, and its odd places with the rule that names them. */
function list(root: string): { files: string[]; odd: string[] } {
  const odd: string[] = [];
  const files = listFiles([root], {
    onOdd: ({ path, reason }) => odd.push(`${path} ${reason.rule} ${reason.severity}`),
  });
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

test('each file that is not read is told with its reason, pictures and what is hidden apart', () => {
  const root = folderOf({
    ...article,
    README: '',
    'fr-FR/_index.md': '',
    '_articles/fr/a.md': '',
    '_articles/fr/b/c.MD': '',
    '_data/x.yml': '',
    'fr-FR/index.mdx': '',
    'fr-FR/deep/index.mdx': '',
    'fr-FR/x.markdown': '',
    'fr-FR/x.HTML': '',
    'fr-FR/x.pdf': '',
    'fr-FR/x.png': '',
    'fr-FR/includes/part.md': '',
    'po/fr.po': '',
    'node_modules/x/a.md': '',
    '.git/a.po': '',
    'drafts/a.md': '',
    'fr-FR/a.tmp.md': '',
  });
  const unread: string[] = [];
  const files = listFiles([root], {
    ignore: ignoreOf(['drafts/', '*.tmp.md']),
    isHome: ({ path }) => path === 'fr-FR/index.mdx',
    onUnread: ({ path }, why) => unread.push(`${path} ${why.slice(0, 45)}`),
  });
  expect(files.map(({ path }) => path)).toEqual(['fr-FR/a.md']);
  expect(unread.sort()).toEqual([
    'README Files whose name has no ending are not read.',
    '_articles/fr/a.md Articles in folders whose name begins with `_',
    '_articles/fr/b/c.MD Articles in folders whose name begins with `_',
    '_data/x.yml Files in .yml are not read: they are no artic',
    'drafts/a.md Articles are left out because `ignore` in ast',
    'fr-FR/_index.md Articles whose name begins with `_` are not r',
    'fr-FR/a.tmp.md Articles are left out because `ignore` in ast',
    'fr-FR/deep/index.mdx Files called `index.mdx` are read as home pag',
    'fr-FR/x.HTML Files in .html are not read: articles are Mar',
    'fr-FR/x.markdown Files in .markdown are not read: rename them ',
    'fr-FR/x.pdf Files in .pdf are published only where an art',
    'node_modules Folders called `node_modules` are not looked ',
    'po/fr.po Files in .po are not read: translations come ',
  ]);
});

test.each([
  ['drafts/', ['drafts', 'fr-FR/drafts'], ['drafts.md', 'mydrafts']],
  ['drafts', ['drafts', 'fr-FR/drafts'], ['drafts.md']],
  ['/notes', ['notes'], ['fr-FR/notes']],
  ['./notes/*.md', ['notes/a.md'], ['notes/b/a.md', 'x/notes/a.md']],
  ['*.tmp.md', ['a.tmp.md', 'fr-FR/a.tmp.md', '.tmp.md'], ['a.md']],
  ['fr-FR/old/**', ['fr-FR/old', 'fr-FR/old/a.md', 'fr-FR/old/b/c.md'], ['fr-FR/older/a.md']],
  ['{README,LICENSE}.md', ['README.md', 'x/LICENSE.md'], ['readme.md']],
  ['**/v?/a.md', ['v1/a.md', 'x/v2/a.md'], ['v10/a.md']],
])('the glob %s leaves out what it says', (glob, out, kept) => {
  const ignore = ignoreOf([glob]);
  expect([...out, ...kept].filter(ignore)).toEqual(out);
});

test('a glob takes back what one before it leaves out', () => {
  expect(['a.tmp.md', 'keep.tmp.md'].filter(ignoreOf(['*.tmp.md', '!keep.*']))).toEqual(['a.tmp.md']);
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
      (path) => `${path} symbolic-link error`,
    ),
  });
});

test.each([
  ['articles', { 'de/a/b.md': '' }, 'error'],
  ['pictures', { 'a.png': '', 'includes/a.md': '', '.git/a.md': '' }, 'warning'],
  ['nothing', { README: '' }, 'warning'],
])('a link to a folder of %s', (_what, files, severity) => {
  const root = folderOf(article);
  symlinkSync(folderOf(files), join(root, 'linked'));
  expect(list(root).odd).toEqual([`linked symbolic-link ${severity}`]);
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
