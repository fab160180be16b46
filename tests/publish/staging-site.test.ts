import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences, type FileGroup, openKnown, openNoted, writeManifest } from '../../src/publish/manifest.ts';
import { NextSite } from '../../src/publish/staging-site.ts';
import { copyAssets, lostAssets } from '../../src/engine/templates.ts';
import { folderOf } from '../support.ts';
import { manifestOf } from './noted-site.ts';

/** Contents by path. */
type Contents = Readonly<Record<string, string>>;

/** A finished site whose files have their contents as keys; nobody has looked at it since. */
function noted(
  root: string,
  name: string,
  files: Contents | undefined,
  extra: Contents = {},
  groups: ReadonlyMap<string, FileGroup> = new Map(),
) {
  if (files === undefined) return undefined;
  const [folder, note] = placesOf(root, name);
  write(folder, files);
  writeManifest(note, manifestOf(folder, files, groups));
  write(folder, extra);
  return openNoted(folder, note);
}

/** The same, and somebody has looked. */
function known(...site: Parameters<typeof noted>) {
  noted(...site);
  const [folder, note] = placesOf(site[0], site[1]);
  return openKnown(folder, note, differences(folder, note));
}

function placesOf(root: string, name: string): [folder: string, note: string] {
  return [join(root, name), join(root, `${name}.json`)];
}

function write(folder: string, files: Contents): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function filesOf(folder: string): Contents {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const file = join(folder, path);
      return [path, statSync(file).isFile() ? readFileSync(file, 'utf8') : '/'];
    }),
  );
}

interface Row {
  readonly name: string;
  readonly published?: Contents;
  readonly spare?: Contents;
  /** Files that somebody put into the earlier sites or changed there. */
  readonly meddled?: Contents;
  readonly asked: Contents;
  /** Those of them that had to be made. */
  readonly made: readonly string[];
}

const rows: Row[] = [
  {
    name: 'everything is made where there was nothing',
    asked: { 'index.html': 'a', 'fr/pay/index.html': 'b' },
    made: ['index.html', 'fr/pay/index.html'],
  },
  {
    name: 'a file of the published site is lent',
    published: { 'index.html': 'old', 'fr/pay/index.html': 'b', 'fr/pay.md': 'm' },
    asked: { 'index.html': 'new', 'fr/pay/index.html': 'b', 'fr/pay.md': 'm' },
    made: ['index.html'],
  },
  {
    name: 'the spare keeps what is still right and loses the rest, with its folders',
    published: { 'fr/pay/index.html': 'b2', 'fr/tax/index.html': 'c' },
    spare: { 'fr/pay/index.html': 'b1', 'fr/tax/index.html': 'c', 'fr/gone/deep/index.html': 'd' },
    asked: { 'fr/pay/index.html': 'b2', 'fr/tax/index.html': 'c' },
    made: [],
  },
  {
    name: 'a file that is new in both is made',
    published: { 'a.html': '1' },
    spare: { 'a.html': '0' },
    asked: { 'a.html': '2' },
    made: ['a.html'],
  },
  {
    name: 'what somebody else wrote into the spare is no part of the site',
    spare: { 'a.html': '1', 'b.html': '2' },
    meddled: { 'a.html': 'changed', 'more/own.html': 'x' },
    asked: { 'a.html': '1', 'b.html': '2' },
    made: ['a.html'],
  },
  {
    name: 'what somebody else wrote into the published site is not taken from it',
    published: { 'a.html': '1', 'b.html': '2' },
    meddled: { 'a.html': 'changed', 'more/own.html': 'x' },
    asked: { 'a.html': '1', 'b.html': '2' },
    made: ['a.html'],
  },
  {
    name: 'a folder takes the place of a file, and a file that of a folder',
    spare: { 'fr/pay': 'f', 'fr/tax/index.html': 'g' },
    asked: { 'fr/pay/index.html': 'f', 'fr/tax': 'g' },
    made: ['fr/pay/index.html', 'fr/tax'],
  },
];

describe('the next site', () => {
  test.each(rows)('$name', ({ published, spare, meddled, asked, made }) => {
    const root = folderOf({});
    const before = noted(root, 'published', published, meddled);
    const untouched = before && filesOf(before.folder);
    const next = new NextSite(join(root, 'next'), before, known(root, 'spare', spare, meddled));
    const written = Object.entries(asked).filter(([path, content]) => {
      if (next.take(path, content)) return false;
      writeFileSync(next.expect(path, content), content);
      return true;
    });
    const { files } = next.finish();

    expect(written.map(([path]) => path)).toEqual(made);
    const clean = folderOf(asked);
    expect(filesOf(next.folder)).toEqual(filesOf(clean));
    expect([...files.keys()].sort()).toEqual(Object.keys(asked).sort());
    if (before) expect(filesOf(before.folder)).toEqual(untouched);
  });

  test('a page that was taken over and then is made after all does not change the published one', () => {
    const root = folderOf({});
    const before = noted(root, 'published', { 'a.html': 'a' });
    const next = new NextSite(join(root, 'next'), before, undefined);
    expect(next.take('a.html', 'a')).toBe(true);
    writeFileSync(next.expect('a.html', 'a2'), 'A');
    expect(next.finish().files.get('a.html')?.key).toBe('a2');
    expect(filesOf(join(root, 'published'))).toEqual({ 'a.html': 'a' });
    expect(filesOf(next.folder)).toEqual({ 'a.html': 'A' });
  });

  describe('a group of files', () => {
    const files = { 'api/a.json': 'a', 'api/b.json': 'b', 'index.html': 'home' };
    const groups = new Map([['api', { key: 'made of 1', paths: ['api/a.json', 'api/b.json'] }]]);

    test.each<[string, { key: string; meddled: Contents }, boolean]>([
      ['is taken over as a whole', { key: 'made of 1', meddled: {} }, true],
      ['is not where it is made of something else', { key: 'made of 2', meddled: {} }, false],
      ['is not where one of its files is not as it was', { key: 'made of 1', meddled: { 'api/b.json': 'own' } }, false],
    ])('%s', (_what, { key, meddled }, taken) => {
      for (const place of ['published', 'spare']) {
        const root = folderOf({});
        const site = [root, place, files, meddled, groups] as const;
        const next = new NextSite(
          join(root, 'next'),
          place === 'published' ? noted(...site) : undefined,
          place === 'spare' ? known(...site) : undefined,
        );
        expect(next.takeGroup('api', key)).toBe(taken);
        const made = next.finish();
        expect([...made.files.keys()]).toEqual(taken ? ['api/a.json', 'api/b.json'] : []);
        expect(filesOf(next.folder)).toEqual(taken ? filesOf(folderOf({ 'api/a.json': 'a', 'api/b.json': 'b' })) : {});
        expect(made.groups).toEqual(taken ? groups : new Map());
      }
    });

    test('is noted with all its files, those that were taken over among them', () => {
      const root = folderOf({});
      const next = new NextSite(join(root, 'next'), noted(root, 'published', files), undefined);
      next.write('index.html', 'home');
      next.makeGroup('api', 'made of 3', () => {
        next.write('api/a.json', 'a');
        next.write('api/c.json', 'c');
      });
      next.write('last.html', 'last');
      expect(next.finish().groups).toEqual(
        new Map([['api', { key: 'made of 3', paths: ['api/a.json', 'api/c.json'] }]]),
      );
    });
  });

  test.each([
    ['fr/pay/index.html', false],
    ['fr/pay', false],
    ['robots.txt/index.html', false],
    ['robots.txt/x/index.html', false],
    ['fr/paying', true],
    ['fr/pay/original.json', true],
  ])('has a free place at %s: %s', (path, isFree) => {
    const next = new NextSite(join(folderOf({}), 'next'), undefined, undefined);
    next.write('robots.txt', 'robots');
    next.write('fr/pay/index.html', 'page');
    expect(next.isFree(path)).toBe(isFree);
  });

  test.each<[what: string, copied: Contents, written: Contents]>([
    ['a file', { 'robots.txt': 'own' }, { 'robots.txt': 'robots' }],
    ['a file where a folder has to be', { 'fr-fr': 'own' }, { 'fr-fr/pay/index.html': 'page' }],
    ['a folder where a file has to be', { 'robots.txt/a/b.txt': 'own' }, { 'robots.txt': 'robots' }],
  ])('takes the place of what was copied, %s, and that is named', (_what, copied, written) => {
    const assets = folderOf({ ...copied, 'logo.svg': 'logo' });
    const templates = { entry: '', assets, version: 'v1' };
    const next = new NextSite(join(folderOf({}), 'next'), undefined, undefined);
    copyAssets(templates, next);
    for (const [path, content] of Object.entries(written)) next.write(path, content);
    const { files } = next.finish();
    expect(filesOf(next.folder)).toEqual(filesOf(folderOf({ ...written, 'logo.svg': 'logo' })));
    expect(lostAssets(templates, files).map(({ file }) => file)).toEqual(
      Object.keys(copied).map((path) => `public/${path}`),
    );
  });

  test('takes the place of what a build that was killed has left', () => {
    const root = folderOf({ 'next/old.html': 'old' });
    const next = new NextSite(join(root, 'next'), undefined, undefined);
    next.write('index.html', 'home');
    next.finish();
    expect(filesOf(next.folder)).toEqual({ 'index.html': 'home' });
  });

  test('a finished file that nobody wrote is told', () => {
    const next = new NextSite(join(folderOf({}), 'next'), undefined, undefined);
    next.expect('index.html', 'a');
    expect(existsSync(join(next.folder, 'index.html'))).toBe(false);
    expect(() => next.finish()).toThrow(/index\.html/);
  });
});

describe('spellings of one name', () => {
  const spellings = ['id/ABC/index.html', 'id/abc/index.html', 'id/abd/index.html'];

  test.each([
    [false, spellings],
    [true, ['id/ABC/index.html', 'id/abd/index.html']],
  ])('on a disk that takes them for one name: %s', (isFolding, expected) => {
    const root = folderOf({});
    const next = new NextSite(join(root, 'next'), undefined, undefined, isFolding);
    for (const path of spellings) next.write(path, 'x');
    expect([...next.finish().files.keys()].sort()).toEqual(expected);
  });

  test('no trace is left of the question what the disk does', () => {
    const root = folderOf({});
    const next = new NextSite(join(root, 'next'), undefined, undefined);
    expect([readdirSync(root), readdirSync(next.folder)]).toEqual([['next'], []]);
  });
});
