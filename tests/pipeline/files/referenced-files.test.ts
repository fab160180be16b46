import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileFinder, refusalOf } from '../../../src/pipeline/files/referenced-files.ts';
import { listFiles } from '../../../src/pipeline/read.ts';
import { folderOf } from '../../support.ts';

/** A content directory `content`, and beside it what nobody may see. */
function hostile(): { root: string; finder: FileFinder } {
  const folder = folderOf({
    'secret.txt': 'secret',
    'content-secret/x.txt': 'secret',
    'content/fr-FR/a.md': '# A\n',
    'content/media/x.png': '',
    'content/includes/own.md': 'own',
  });
  const root = join(folder, 'content');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'includes/link.md'));
  symlinkSync(folder, join(root, 'up'));
  symlinkSync(join(root, 'includes/own.md'), join(root, 'includes/inside.md'));
  symlinkSync(root, join(root, 'fr-FR/again'));
  symlinkSync(join(root, 'fr-FR/a.md'), join(root, 'fr-FR/linked.md'));
  return { root, finder: new FileFinder([root], 'en-US') };
}

const kinds = ['image', 'link', 'include', 'code'] as const;

describe('what an article refers to is looked for in the content directories only', () => {
  test.each([
    '../../secret.txt',
    '../../../../../../../../../../../../etc/passwd',
    '/etc/passwd',
    '//etc/passwd',
    'file:///etc/passwd',
    '..%2f..%2fsecret.txt',
    '%2e%2e/%2e%2e/secret.txt',
    '..\\..\\secret.txt',
    '..%5c..%5csecret.txt',
    '%252e%252e/%252e%252e/secret.txt',
    '\\\\host\\share\\secret.txt',
    'C:\\secret.txt',
    'C:/secret.txt',
    '~/../secret.txt',
    '~/../../secret.txt',
    '../../content-secret/x.txt',
    '../../content/../secret.txt',
    '../includes/link.md',
    '../up/secret.txt',
    '../UP/secret.txt',
    '../up/content-secret/x.txt',
    '../includes/own.md%00.png',
    '../includes/own.md\0',
    '../includes',
    '..',
    '.',
    '%',
    '%ff%fe',
    '．．/．．/secret.txt',
    '‥/secret.txt',
  ])('%j', (href) => {
    const { root, finder } = hostile();
    for (const kind of kinds) expect(finder.find({ root, path: 'fr-FR/a.md' }, { kind, href })).toBeUndefined();
  });

  test.each([
    ['../includes/own.md', 'includes/own.md'],
    ['../includes/OWN.md', 'includes/own.md'],
    ['../includes/inside.md', 'includes/inside.md'],
    ['~/media/x.png', 'media/x.png'],
    ['..\\media\\x.png', 'media/x.png'],
  ])('%s is found', (href, path) => {
    const { root, finder } = hostile();
    const kind = path.endsWith('.md') ? 'include' : 'image';
    expect(finder.find({ root, path: 'fr-FR/a.md' }, { kind, href })).toBe(join(root, path));
  });
});

test('symbolic links are told and not followed', () => {
  const { root } = hostile();
  const links: string[] = [];
  expect(listFiles([root], { onOdd: ({ path }) => links.push(path) }).map(({ path }) => path)).toEqual(['fr-FR/a.md']);
  expect(links.sort()).toEqual(['fr-FR/again', 'fr-FR/linked.md', 'up']);
});

describe('what begins with a dot is never found', () => {
  const secrets = {
    '.env': 'SECRET',
    '.env.json': 'SECRET',
    '.hidden.md': 'SECRET',
    '.git/config.ini': 'SECRET',
    '.git/x.md': 'SECRET',
    '.git/x.png': 'SECRET',
    'deep/.cache/x.json': 'SECRET',
    'fr-FR/.x.svg': 'SECRET',
    '．env.json': 'SECRET',
    ' .env.json': 'SECRET',
    '\u200B.env.json': 'SECRET',
    'fr-FR/a.md': '# A\n',
  };

  test.each([
    '.env',
    '../.env',
    '~/.env',
    '../.env.json',
    '../.ENV.JSON',
    './../.env.json',
    '../%2eenv.json',
    '../%2Eenv%2ejson',
    '..\\.env.json',
    '..%5c.env.json',
    '../．env.json',
    '../․env.json',
    '../ .env.json',
    '../%20.env.json',
    '../\u200B.env.json',
    '../.env.json.',
    '../.env.json ',
    '../.env.json::$DATA',
    '../.hidden.md',
    '~/.hidden.md',
    '/.hidden.md',
    '.hidden.md',
    '../.git/config.ini',
    '~/.GIT/config.ini',
    '../a/../.git/x.md',
    '../.git/./x.png',
    '.git/x.png',
    '../git~1/config.ini',
    '../deep/.cache/x.json',
    '.x.svg',
    '../fr-FR/.x.svg?raw',
    '.x.svg#.png',
  ])('%j', (href) => {
    const root = folderOf(secrets);
    const finder = new FileFinder([root], 'fr-FR');
    for (const kind of kinds) expect(finder.find({ root, path: 'fr-FR/a.md' }, { kind, href })).toBeUndefined();
  });

  test('not through links either, in whatever content directory', () => {
    const root = folderOf({ ...secrets, 'media/x.png': '' });
    symlinkSync(join(root, '.git/config.ini'), join(root, 'media/config.ini'));
    symlinkSync(join(root, '.git'), join(root, 'media/git'));
    symlinkSync(join(root, '.env'), join(root, 'media/environment.json'));
    const finder = new FileFinder([join(root, 'media'), root], 'fr-FR');
    for (const href of ['~/media/config.ini', '~/media/git/config.ini', 'config.ini', 'environment.json'])
      expect(finder.find({ root, path: 'fr-FR/a.md' }, { kind: 'code', href })).toBeUndefined();
  });

  test('but a content directory may lie below such a folder', () => {
    const root = join(folderOf({ '.cache/content/x.png': '' }), '.cache/content');
    expect(new FileFinder([root], 'fr-FR').find({ root, path: 'a.md' }, { kind: 'image', href: 'x.png' })).toBe(
      join(root, 'x.png'),
    );
  });
});

describe('a reference finds files of its kind only', () => {
  test.each([
    ['image', 'x.png', true],
    ['image', 'x.svg', true],
    ['image', 'x.html', false],
    ['image', 'x.xhtml', false],
    ['image', 'x.xml', false],
    ['image', 'x.js', false],
    ['image', 'x.pdf', false],
    ['image', 'x.svgz', false],
    ['link', 'x.svg', true],
    ['link', 'x.pdf', false],
    ['link', 'x.html', false],
    ['include', 'x.md', true],
    ['include', 'x.txt', true],
    ['include', 'x.json', false],
    ['include', 'x', false],
    ['code', 'x.py', true],
    ['code', 'x.json', true],
    ['code', 'x.md', true],
    ['code', 'Dockerfile', true],
    ['code', 'Makefile', true],
    ['code', 'x.pem', false],
    ['code', 'x.key', false],
    ['code', 'x.pfx', false],
    ['code', 'x.p12', false],
    ['code', 'x.crt', false],
    ['code', 'x.env', false],
    ['code', 'x.npmrc', false],
    ['code', 'x.netrc', false],
    ['code', 'x.kdbx', false],
    ['code', 'x.sqlite', false],
    ['code', 'x.tfstate', false],
    ['code', 'x.json.bak', false],
    ['code', 'x.log', false],
    ['code', 'id_rsa', false],
    ['code', 'config', false],
    ['code', 'htpasswd', false],
    ['code', '_netrc', false],
  ] as const)('%s %s: %s', (kind, href, isFound) => {
    const root = folderOf({ [href]: 'x' });
    const found = new FileFinder([root], 'fr-FR').find({ root, path: 'a.md' }, { kind, href });
    expect(found).toBe(isFound ? join(root, href) : undefined);
    expect(refusalOf({ kind, href })).toBe(isFound ? undefined : 'kind');
  });

  test('one that a link gives another ending is none of its kind', () => {
    const root = folderOf({ 'server.pem': 'x' });
    symlinkSync(join(root, 'server.pem'), join(root, 'server.json'));
    const finder = new FileFinder([root], 'fr-FR');
    expect(finder.find({ root, path: 'a.md' }, { kind: 'code', href: 'server.json' })).toBeUndefined();
  });

  test('a folder is none, whatever its name', () => {
    const root = folderOf({});
    mkdirSync(join(root, 'x.png'));
    const finder = new FileFinder([root], 'fr-FR');
    expect(finder.find({ root, path: 'a.md' }, { kind: 'image', href: 'x.png' })).toBeUndefined();
  });
});

test('of names that differ in case the one that is written is found', () => {
  const root = folderOf({ 'A.png': '', 'a.png': '', 'Bilder/É.png': '' });
  const find = (href: string) => new FileFinder([root], 'fr-FR').find({ root, path: 'x.md' }, { kind: 'image', href });
  expect(find('a.png')).toBe(join(root, 'a.png'));
  expect(find('A.png')).toBe(join(root, 'A.png'));
  expect(find('bilder/e\u0301.PNG')).toBe(join(root, 'Bilder/É.png'));
});
