import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileGroup, RecordedRelease } from '../../src/publish/manifest.ts';
import { StagingSite } from '../../src/publish/staging-site.ts';
import { survey, type SurveyedRelease } from '../../src/publish/survey.ts';
import { copyAssets, lostAssets } from '../../src/engine/templates.ts';
import { folderOf } from '../support.ts';
import { manifestOf } from './recorded-release.ts';

/** Contents by path. */
type Contents = Readonly<Record<string, string>>;

/** A release whose files have their contents as keys. */
function recorded(
  root: string,
  name: string,
  files: Contents | undefined,
  extra: Contents = {},
  groups: ReadonlyMap<string, FileGroup> = new Map(),
): RecordedRelease | undefined {
  if (files === undefined) return undefined;
  const folder = join(root, name);
  write(folder, files);
  const manifest = manifestOf(folder, files, groups);
  write(folder, extra);
  return { folder, manifest };
}

/** The same, compared with its manifest. */
function surveyed(...[root, name, files, extra, groups]: Parameters<typeof recorded>): SurveyedRelease | undefined {
  const release = recorded(root, name, files, extra, groups);
  return release && { ...release, ...survey(release) };
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
    name: 'folders that somebody added to the standby, emptied or replaced are no part of the site',
    standby: { 'fr/pay/index.html': 'p', 'fr/tax/index.html': 't', 'fr/new/deep/index.html': 'n' },
    meddled: { 'own/deep/x.html': 'x', 'fr/pay/own/x.html': 'x', 'fr/tax/index.html': 'changed' },
    asked: { 'fr/pay/index.html': 'p', 'fr/tax': 't' },
    made: ['fr/tax'],
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
    const before = recorded(root, 'live', live, meddled);
    const untouched = before && filesOf(before.folder);
    const staging = new StagingSite(join(root, 'staging'), before, surveyed(root, 'standby', standby, meddled));
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
    const before = recorded(root, 'live', { 'a.html': 'a' });
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
          place === 'live' ? recorded(...site) : undefined,
          place === 'standby' ? surveyed(...site) : undefined,
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
      const staging = new StagingSite(join(root, 'staging'), recorded(root, 'live', files), undefined);
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
    const files = { 'robots.txt': 'robots', 'fr/pay/index.html': 'page' };
    const made = new StagingSite(join(folderOf({}), 'staging'), undefined, undefined);
    for (const [file, content] of Object.entries(files)) made.write(file, content);
    const root = folderOf({});
    const reused = new StagingSite(join(root, 'staging'), undefined, surveyed(root, 'standby', files));
    expect(Object.entries(files).map(([file, content]) => reused.reuse(file, content))).toEqual([true, true]);
    expect([made.isFree(path), reused.isFree(path)]).toEqual([isFree, isFree]);
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

  test.each([
    [true, { 'a.html': '1' }],
    [false, { 'a.html': '1', 'b.html': '2', 'c.html': '3' }],
  ])('is mostly new: %s', (isMostlyNew, standby) => {
    const root = folderOf({});
    const staging = new StagingSite(join(root, 'staging'), undefined, surveyed(root, 'standby', standby));
    for (const [path, content] of Object.entries({ 'a.html': '1', 'b.html': '2', 'c.html': '3' }))
      if (!staging.reuse(path, content)) writeFileSync(staging.reserve(path, content), content);
    expect(staging.isMostlyNew).toBe(isMostlyNew);
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
