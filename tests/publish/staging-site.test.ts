import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences, type FileGroup, openSurveyed, openRelease, writeManifest } from '../../src/publish/manifest.ts';
import { StagingSite } from '../../src/publish/staging-site.ts';
import { copyAssets, lostAssets } from '../../src/engine/templates.ts';
import { folderOf } from '../support.ts';
import { manifestOf } from './recorded-release.ts';

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
  return openRelease(folder, note);
}

/** The same, and somebody has looked. */
function known(...site: Parameters<typeof noted>) {
  noted(...site);
  const [folder, note] = placesOf(site[0], site[1]);
  return openSurveyed(folder, note, differences(folder, note));
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
  readonly live?: Contents;
  readonly standby?: Contents;
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
    live: { 'index.html': 'old', 'fr/pay/index.html': 'b', 'fr/pay.md': 'm' },
    asked: { 'index.html': 'new', 'fr/pay/index.html': 'b', 'fr/pay.md': 'm' },
    made: ['index.html'],
  },
  {
    name: 'the standby keeps what is still right and loses the rest, with its folders',
    live: { 'fr/pay/index.html': 'b2', 'fr/tax/index.html': 'c' },
    standby: { 'fr/pay/index.html': 'b1', 'fr/tax/index.html': 'c', 'fr/gone/deep/index.html': 'd' },
    asked: { 'fr/pay/index.html': 'b2', 'fr/tax/index.html': 'c' },
    made: [],
  },
  {
    name: 'a file that is new in both is made',
    live: { 'a.html': '1' },
    standby: { 'a.html': '0' },
    asked: { 'a.html': '2' },
    made: ['a.html'],
  },
  {
    name: 'what somebody else wrote into the standby is no part of the site',
    standby: { 'a.html': '1', 'b.html': '2' },
    meddled: { 'a.html': 'changed', 'more/own.html': 'x' },
    asked: { 'a.html': '1', 'b.html': '2' },
    made: ['a.html'],
  },
  {
    name: 'what somebody else wrote into the published site is not taken from it',
    live: { 'a.html': '1', 'b.html': '2' },
    meddled: { 'a.html': 'changed', 'more/own.html': 'x' },
    asked: { 'a.html': '1', 'b.html': '2' },
    made: ['a.html'],
  },
  {
    name: 'a folder takes the place of a file, and a file that of a folder',
    standby: { 'fr/pay': 'f', 'fr/tax/index.html': 'g' },
    asked: { 'fr/pay/index.html': 'f', 'fr/tax': 'g' },
    made: ['fr/pay/index.html', 'fr/tax'],
  },
];

describe('the staging site', () => {
  test.each(rows)('$name', ({ live, standby, meddled, asked, made }) => {
    const root = folderOf({});
    const before = noted(root, 'live', live, meddled);
    const untouched = before && filesOf(before.folder);
    const staging = new StagingSite(join(root, 'staging'), before, known(root, 'standby', standby, meddled));
    const written = Object.entries(asked).filter(([path, content]) => {
      if (staging.reuse(path, content)) return false;
      writeFileSync(staging.reserve(path, content), content);
      return true;
    });
    const { files } = staging.finish();

    expect(written.map(([path]) => path)).toEqual(made);
    const clean = folderOf(asked);
    expect(filesOf(staging.folder)).toEqual(filesOf(clean));
    expect([...files.keys()].sort()).toEqual(Object.keys(asked).sort());
    if (before) expect(filesOf(before.folder)).toEqual(untouched);
  });

  test('a page that was taken over and then is made after all does not change the published one', () => {
    const root = folderOf({});
    const before = noted(root, 'live', { 'a.html': 'a' });
    const staging = new StagingSite(join(root, 'staging'), before, undefined);
    expect(staging.reuse('a.html', 'a')).toBe(true);
    writeFileSync(staging.reserve('a.html', 'a2'), 'A');
    expect(staging.finish().files.get('a.html')?.key).toBe('a2');
    expect(filesOf(join(root, 'live'))).toEqual({ 'a.html': 'a' });
    expect(filesOf(staging.folder)).toEqual({ 'a.html': 'A' });
  });

  describe('a group of files', () => {
    const files = { 'api/a.json': 'a', 'api/b.json': 'b', 'index.html': 'home' };
    const groups = new Map([['api', { key: 'made of 1', paths: ['api/a.json', 'api/b.json'] }]]);

    test.each<[string, { key: string; meddled: Contents }, boolean]>([
      ['is taken over as a whole', { key: 'made of 1', meddled: {} }, true],
      ['is not where it is made of something else', { key: 'made of 2', meddled: {} }, false],
      ['is not where one of its files is not as it was', { key: 'made of 1', meddled: { 'api/b.json': 'own' } }, false],
    ])('%s', (_what, { key, meddled }, taken) => {
      for (const place of ['live', 'standby']) {
        const root = folderOf({});
        const site = [root, place, files, meddled, groups] as const;
        const staging = new StagingSite(
          join(root, 'staging'),
          place === 'live' ? noted(...site) : undefined,
          place === 'standby' ? known(...site) : undefined,
        );
        expect(staging.reuseGroup('api', key)).toBe(taken);
        const made = staging.finish();
        expect([...made.files.keys()]).toEqual(taken ? ['api/a.json', 'api/b.json'] : []);
        expect(filesOf(staging.folder)).toEqual(
          taken ? filesOf(folderOf({ 'api/a.json': 'a', 'api/b.json': 'b' })) : {},
        );
        expect(made.groups).toEqual(taken ? groups : new Map());
      }
    });

    test('is noted with all its files, those that were taken over among them', () => {
      const root = folderOf({});
      const staging = new StagingSite(join(root, 'staging'), noted(root, 'live', files), undefined);
      staging.write('index.html', 'home');
      staging.makeGroup('api', 'made of 3', () => {
        staging.write('api/a.json', 'a');
        staging.write('api/c.json', 'c');
      });
      staging.write('last.html', 'last');
      expect(staging.finish().groups).toEqual(
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
    const staging = new StagingSite(join(folderOf({}), 'staging'), undefined, undefined);
    staging.write('robots.txt', 'robots');
    staging.write('fr/pay/index.html', 'page');
    expect(staging.isFree(path)).toBe(isFree);
  });

  test.each<[what: string, copied: Contents, written: Contents]>([
    ['a file', { 'robots.txt': 'own' }, { 'robots.txt': 'robots' }],
    ['a file where a folder has to be', { 'fr-fr': 'own' }, { 'fr-fr/pay/index.html': 'page' }],
    ['a folder where a file has to be', { 'robots.txt/a/b.txt': 'own' }, { 'robots.txt': 'robots' }],
  ])('takes the place of what was copied, %s, and that is named', (_what, copied, written) => {
    const assets = folderOf({ ...copied, 'logo.svg': 'logo' });
    const templates = { entry: '', assets, version: 'v1' };
    const staging = new StagingSite(join(folderOf({}), 'staging'), undefined, undefined);
    copyAssets(templates, staging);
    for (const [path, content] of Object.entries(written)) staging.write(path, content);
    const { files } = staging.finish();
    expect(filesOf(staging.folder)).toEqual(filesOf(folderOf({ ...written, 'logo.svg': 'logo' })));
    expect(lostAssets(templates, files).map(({ file }) => file)).toEqual(
      Object.keys(copied).map((path) => `public/${path}`),
    );
  });

  test('takes the place of what a build that was killed has left', () => {
    const root = folderOf({ 'staging/old.html': 'old' });
    const staging = new StagingSite(join(root, 'staging'), undefined, undefined);
    staging.write('index.html', 'home');
    staging.finish();
    expect(filesOf(staging.folder)).toEqual({ 'index.html': 'home' });
  });

  test('a finished file that nobody wrote is told', () => {
    const staging = new StagingSite(join(folderOf({}), 'staging'), undefined, undefined);
    staging.reserve('index.html', 'a');
    expect(existsSync(join(staging.folder, 'index.html'))).toBe(false);
    expect(() => staging.finish()).toThrow(/index\.html/);
  });
});

describe('spellings of one name', () => {
  const spellings = ['id/ABC/index.html', 'id/abc/index.html', 'id/abd/index.html'];

  test.each([
    [false, spellings],
    [true, ['id/ABC/index.html', 'id/abd/index.html']],
  ])('on a disk that takes them for one name: %s', (isFolding, expected) => {
    const root = folderOf({});
    const staging = new StagingSite(join(root, 'staging'), undefined, undefined, isFolding);
    for (const path of spellings) staging.write(path, 'x');
    expect([...staging.finish().files.keys()].sort()).toEqual(expected);
  });

  test('no trace is left of the question what the disk does', () => {
    const root = folderOf({});
    const staging = new StagingSite(join(root, 'staging'), undefined, undefined);
    expect([readdirSync(root), readdirSync(staging.folder)]).toEqual([['staging'], []]);
  });
});
