import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildResult } from '../../../src/engine/build-result.ts';
import type { Configuration } from '../../../src/config/configuration.ts';
import { lastBuild, noteBuild, stampOf } from '../../../src/engine/cache/inputs.ts';
import { resolveOptions } from '../../../src/config/options.ts';
import { folderOf } from '../../support.ts';
import { settled } from '../settled.ts';

const result: BuildResult = {
  diagnostics: [],
  minorFlaws: [],
  pages: 2,
  rendered: 2,
  reused: 0,
  indexed: 1,
  changed: true,
  leftOut: [],
  validity: {},
  locales: ['fr-FR'],
};

/** A project with two articles. */
function project(): Configuration {
  const root = folderOf({ 'content/fr/pay.md': '# Payer', 'content/fr/tax.md': '# Taxe', 'src/a.ts': 'a' });
  return {
    project: root,
    options: resolveOptions({ title: 'Help' }),
    roots: [join(root, 'content')],
    out: join(root, 'dist'),
    base: '/',
  };
}

describe('a build says what the last one said', () => {
  test.each<[string, boolean, (content: string) => void, Partial<Configuration>]>([
    ['where nothing has changed', true, () => undefined, {}],
    ['not where an article has', false, (content) => appendFileSync(join(content, 'fr/pay.md'), '!'), {}],
    [
      'not where it has kept its size and the time that it shows',
      false,
      (content) => {
        const file = join(content, 'fr/pay.md');
        writeFileSync(file, '# Paies');
        utimesSync(file, new Date(0), new Date(0));
      },
      {},
    ],
    ['not where one is new', false, (content) => writeFileSync(join(content, 'fr/new.md'), ''), {}],
    ['not where one is gone', false, (content) => rmSync(join(content, 'fr/tax.md')), {}],
    [
      'not where one was renamed',
      false,
      (content) => renameSync(join(content, 'fr/tax.md'), join(content, 'fr/vat.md')),
      {},
    ],
    ['where something hidden has changed', true, (content) => writeFileSync(join(content, '.index'), 'b'), {}],
    ['not where a link is new', false, (content) => symlinkSync('.', join(content, 'loop')), {}],
    ['not where code has changed', false, (content) => writeFileSync(join(content, '../src/a.ts'), 'b'), {}],
    ['not for another base', false, () => undefined, { base: '/help/' }],
    ['not for other locales', false, () => undefined, { shard: ['fr-FR'] }],
  ])('%s', (_name, same, change, other) => {
    const configuration = project();
    const work = join(configuration.project, 'work');
    mkdirSync(work);
    noteBuild(work, settled(stampOf(configuration)), result);
    change(join(configuration.project, 'content'));
    expect(lastBuild(work, stampOf({ ...configuration, ...other }))).toEqual(same ? result : undefined);
  });

  test('not where a file has changed that lies elsewhere, such as one that a home page imports', () => {
    const configuration = project();
    const work = join(configuration.project, 'work');
    const sources = [join(folderOf({ 'chart.svg': '<svg/>' }), 'chart.svg')];
    noteBuild(work, settled(stampOf(configuration)), result, sources);
    expect(lastBuild(work, stampOf(configuration), sources)).toEqual(result);
    for (const file of sources) writeFileSync(file, '<svg />');
    expect(lastBuild(work, stampOf(configuration), sources)).toBeUndefined();
  });

  test.each([
    [10, false],
    [11, true],
    [19, true],
    [20, false],
  ])('from when an article came until one expires: at %i', (time, same) => {
    const configuration = project();
    const work = join(configuration.project, 'work');
    mkdirSync(work);
    const dated = { ...result, validity: { since: 11, until: 20 } };
    noteBuild(work, settled(stampOf(configuration)), dated);
    expect(lastBuild(work, stampOf({ ...configuration, time }))).toEqual(same ? dated : undefined);
  });

  test('not where a file was changed so lately that another change may have the same time', () => {
    const configuration = project();
    const work = join(configuration.project, 'work');
    const stamp = stampOf(configuration);
    noteBuild(work, settled(stamp), result);
    noteBuild(work, stamp, result);
    expect(lastBuild(work, stampOf(configuration))).toBeUndefined();
  });
});

test('links are looked at, and never followed, wherever they lead', () => {
  const configuration = project();
  const [content = ''] = configuration.roots;
  const outside = folderOf({ 'secret.txt': 'x' });
  symlinkSync('.', join(content, 'loop'));
  symlinkSync('..', join(content, 'fr/up'));
  symlinkSync('self', join(content, 'self'));
  symlinkSync(outside, join(content, 'outside'));
  const { states } = stampOf(configuration);
  const paths = [...states.keys()]
    .filter((path) => path.startsWith(content))
    .map((path) => path.slice(content.length + 1));
  expect(paths.sort()).toEqual(['fr/pay.md', 'fr/tax.md', 'fr/up', 'loop', 'outside', 'self']);
});
