/** What lies in folders of content beside articles, so that a command which finds no article can say what it has seen. */
import { join } from 'node:path';
import { escapeControls } from '../../core/escape-controls.ts';
import { isOfKind } from './file-kinds.ts';
import { listFolder } from '../../disk/folders.ts';
import { isIgnored } from '../read.ts';

/** Files that are looked at; what lies behind them is not counted. */
const mostFiles = 100_000;

/** Formats in which translators exchange texts, and nothing else is kept. */
const exchangeEndings: ReadonlySet<string> = new Set(
  'mqxliff mxliff po pot sdlxliff tmx txlf xlf xliff xlz'.split(' '),
);

/** Whether a file of this ending holds translations in another form than articles. */
export function isExchangeFormat(ending: string): boolean {
  return exchangeEndings.has(ending);
}

/** Numbers of the files below folders that are no articles and no pictures, by their endings in lower case without the dot, most first. */
export function endingsBelow(folders: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  let seen = 0;
  const look = (folder: string): void => {
    for (const { name, kind, isNamed } of listFolder(folder).entries) {
      if (!isNamed || isIgnored(name) || seen >= mostFiles) continue;
      if (kind === 'folder') look(join(folder, name));
      if (kind !== 'file') continue;
      seen++;
      const ending = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
      if (!isOfKind('article', name) && !isOfKind('picture', name)) counts.set(ending, (counts.get(ending) ?? 0) + 1);
    }
  };
  for (const folder of folders) look(folder);
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** `3 .xlf, 1 .po`: the ten most frequent ones. */
export function endingsText(counts: ReadonlyMap<string, number>): string {
  const shown = [...counts]
    .slice(0, 10)
    .map(([ending, count]) => `${count} ${ending === '' ? 'without an ending' : `.${escapeControls(ending)}`}`);
  return [...shown, ...(counts.size > 10 ? ['others'] : [])].join(', ');
}
