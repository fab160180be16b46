import { expect, test } from 'vitest';
import { comparableName, isHomeName, whyNotWritten } from '../../../src/commands/import/names.ts';

test.each([
  'fr-FR/pay.md',
  'fr-FR/media/a.png',
  'media/a b (1).png',
  'ja-JP/支払い.md',
  'media/été.v2.png',
  'samples/index.js',
  'fr-FR/_includes/note.md',
  'media/console.png',
  'media/auxiliary.png',
  'media/100% sure.png',
  'media/a~b.png',
])('%s may be written', (path) => {
  expect(whyNotWritten(path)).toBeUndefined();
});

test.each<[what: string, paths: readonly string[]]>([
  ['out of the content directory', ['../x.png', 'a/../../x.png', '/etc/x.png', '', '..', 'a/../x.png']],
  ['hidden', ['.git', '.git/config', 'a/.github/workflows/x.yml', '.vscode/tasks.json', '.gitattributes', '.x.png']],
  [
    'hidden once a file system has normalized it',
    ['．git/config', '․git/config', '…git', '\u200B.git/config', '.g\u200Cit/config'],
  ],
  ['hidden behind characters that do not show', ['\u2060.git', '\uFEFF.git/x.png', ' .git/x.png', '\u00AD.env.png']],
  ['a short name of Windows', ['git~1/config', 'GIT~2/x.png']],
  ['of another folder on Windows', ['a\\b.png', 'C:x.png', 'x.png:stream.png', 'c:/x.png', 'a＼b.png', 'a：b.png']],
  ['with controls', ['a\0.png', 'a\n.png', 'a\u001B.png', 'a\u0085.png', 'a\u2028.png']],
  ['not text', ['a\uD800.png', 'a\uFFFD.png']],
  [
    'of a device',
    ['con.png', 'fr-FR/NUL.md', 'aux', 'Com1.txt', 'LPT9.a.png', 'com¹.png', 'CON .png', 'conin$.png', 'a/prn/x.png'],
  ],
  ['with a dot or a blank at the end', ['x.png.', 'x.png ', 'a./x.png', 'a /x.png', 'x.png\u3000', ' x.png']],
  ['with characters that do not show', ['a\u200Db.png', 'a\u202Eb.png', 'a\uFE0F.png']],
  ['that somebody may decode once more', ['%2e%2e/x.png', '%2Egit/x.png', 'a%2fb.png', '％2egit']],
  ['too long', [`${'x'.repeat(252)}.png`, `${'é'.repeat(120)}.png`, `${'a/'.repeat(500)}x.png`]],
  ['empty', ['a//x.png', './x.png', 'a/./x.png', 'a/']],
  ['of packages', ['node_modules/x/a.js', 'a/Node_Modules/x.js', 'ｎode_modules/a.js']],
  [
    'of settings that tools run',
    [
      'package.json',
      'a/Package.JSON',
      'prettier.config.mjs',
      'a/eslint.config.js',
      'vite.config.ts',
      'tsconfig.json',
      'tsconfig.a.json',
      'conftest.py',
      'Directory.Build.props',
      'build.rs',
      'Gruntfile.js',
    ],
  ],
])('nothing %s is written', (_what, paths) => {
  expect(paths.filter((path) => whyNotWritten(path) === undefined)).toEqual([]);
});

test.each([
  'index.mdx',
  'index',
  'Index.md',
  'INDEX.MDX',
  'index.md ',
  'index.',
  'ｉｎｄｅｘ.md',
  'in\u200Bdex.md',
  '\u2139ndex.md',
])('%j is the name of a home page', (name) => {
  expect(isHomeName(name)).toBe(true);
});

test.each(['index-of-forms.md', 'indexes.md', 'my-index.md', 'index.png', 'index.js'])('%s is not', (name) => {
  expect(isHomeName(name)).toBe(false);
});

test.each([
  ['Straße.png', 'STRASSE.PNG'],
  ['é.png', 'e\u0301.png'],
  ['Ａ.png', 'a.png'],
  ['a.png', 'a.png. '],
  ['ﬁle.png', 'FILE.png'],
])('%j and %j may be one file', (one, other) => {
  expect(comparableName(one)).toBe(comparableName(other));
});
