import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../../src/disk/files-below.ts';
import { folderOf } from '../../support.ts';
import { french, run } from './run.ts';

describe('symbolic links', () => {
  test.each<[what: string, lay: (root: string, outside: string) => void]>([
    ['the folder of the locale', (root, outside) => symlinkSync(outside, join(root, 'fr-FR'))],
    [
      'the article',
      (root, outside) => {
        mkdirSync(join(root, 'fr-FR'));
        symlinkSync(join(outside, 'payer.md'), join(root, 'fr-FR/payer.md'));
      },
    ],
    [
      'the article, to nothing',
      (root, outside) => {
        mkdirSync(join(root, 'fr-FR'));
        symlinkSync(join(outside, 'gone.md'), join(root, 'fr-FR/payer.md'));
      },
    ],
  ])('in the content are not written through: %s', (_what, lay) => {
    const outside = folderOf({ 'payer.md': 'precious' });
    const { results, reasons } = run({}, { 'payer.md': french({}) }, { lay: (root) => lay(root, outside) });
    expect([results, reasons]).toEqual([[['failed', undefined]], [expect.stringContaining('symbolic link')]]);
    expect([...filesBelow(outside)]).toEqual(['payer.md']);
    expect(readFileSync(join(outside, 'payer.md'), 'utf8')).toBe('precious');
  });

  test.each<[what: string, lay: (root: string, outside: string) => void]>([
    ['a folder', (root, outside) => symlinkSync(outside, join(root, 'media'))],
    [
      'a file',
      (root, outside) => {
        mkdirSync(join(root, 'media'));
        symlinkSync(join(outside, 'gone.png'), join(root, 'media/a.png'));
      },
    ],
  ])('in the content do not lead pictures away: %s', (_what, lay) => {
    const outside = folderOf({});
    const dropped = { 'payer.md': french({}, '# Payer\n\n![a](/media/a.png)\n'), 'media/a.png': 'x' };
    const { files } = run({}, dropped, { lay: (root) => lay(root, outside) });
    expect([files, [...filesBelow(outside)]]).toEqual([[['failed', 'media/a.png']], []]);
  });

  test('that lie in wait at temporary names are not written through, and removed', () => {
    const outside = folderOf({ victim: 'precious' });
    const { results, added } = run(
      {},
      { 'payer.md': french({}) },
      {
        lay: (root) => {
          mkdirSync(join(root, 'fr-FR'));
          for (let near = -50; near < 200; near++)
            symlinkSync(join(outside, 'victim'), join(root, `fr-FR/payer.md.${process.pid + near}.tmp`));
        },
      },
    );
    expect([results, added]).toEqual([[['new', 'fr-FR/payer.md']], ['fr-FR/payer.md']]);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('precious');
  });

  test('in a drop are named, and bring nothing from outside', () => {
    const outside = folderOf({ 'secret.md': french({}), 'secret.png': 'secret' });
    const { results, files, added } = run(
      {},
      { 'fr-FR/payer.md': french({}, '# Payer\n\n![a](a.png)\n') },
      {
        lay: (_root, drop) => {
          symlinkSync(join(outside, 'secret.md'), join(drop, 'fr-FR/secret.md'));
          symlinkSync(join(outside, 'secret.png'), join(drop, 'fr-FR/a.png'));
        },
      },
    );
    expect(results).toEqual([
      ['failed', undefined],
      ['new', 'fr-FR/payer.md'],
    ]);
    expect(added).toEqual(['fr-FR/payer.md']);
    expect(files.filter(([outcome]) => outcome === 'new')).toEqual([]);
  });
});
