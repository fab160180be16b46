import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openReports } from '../../src/engine/check-library.ts';
import type { Configuration } from '../../src/config/configuration.ts';
import { readLibrary } from '../../src/engine/library.ts';
import { StatusBoard } from '../../src/engine/status-board.ts';
import { resolveOptions } from '../../src/config/options.ts';
import { folderOf } from '../support.ts';

const languedocs = join(import.meta.dirname, '../..');

const articles = {
  'content/en-US/pay.md': '# Pay\n\n[Cloud](cloud.md#of-nimbus)\n',
  'content/en-US/cloud.md': '# Cloud\n\n## Of Nimbus\n',
  'content/fr-FR/pay.md': '# Payer\n',
  'content/fr-FR/cloud.md':
    '# Nuage [!INCLUDE [n](../includes/name.md)]\n\n## De [!INCLUDE [n](../includes/name.md)]\n',
  'content/includes/name.md': 'Nimbus',
};

/** A project of which boards can be made, one after the other. */
function project() {
  const folder = folderOf(articles);
  const [packs, work] = [join(folder, 'packs'), join(folder, 'work')];
  for (const made of [packs, work]) mkdirSync(made);
  const configuration: Configuration = {
    project: languedocs,
    options: resolveOptions({ title: 'Help' }),
    roots: [join(folder, 'content')],
    out: join(folder, 'dist'),
    base: '/',
  };
  const board = (): string => {
    const library = readLibrary(configuration, () => undefined);
    const reports = openReports(work);
    const digest = new StatusBoard(packs, library, configuration, work, reports).write();
    reports.close();
    return digest;
  };
  return { folder, board };
}

test.each<[what: string, path: string, text: string, isOther: boolean]>([
  ['is the same where nothing has changed', 'content/includes/name.md', 'Nimbus', false],
  ['has the words of a title that an included file holds', 'content/includes/name.md', 'Cumulus', true],
  ['has a title that an article holds', 'content/fr-FR/pay.md', '# Régler\n', true],
])('a board %s', (_what, path, text, isOther) => {
  const { folder, board } = project();
  const before = board();
  writeFileSync(join(folder, path), text);
  expect(board() !== before).toBe(isOther);
});
