/** Imports of drops into content directories of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../../src/config/configuration.ts';
import { importDrop, type ImportOptions } from '../../../src/commands/import/import-drop.ts';
import { filesBelow } from '../../../src/disk/files-below.ts';
import { resolveOptions } from '../../../src/config/options.ts';
import { file, folderOf } from '../../support.ts';

export const handBack = (handoff: string, text: string, hash = handoff) =>
  file(
    { 'ms.custom': '7302', 'ms.contentlocale': 'fr-FR', 'ms.openlocfilehash': hash, 'ms.lasthandoff': handoff },
    `# <a name="pay-now"></a>${text}\n`,
  );

export interface Given extends ImportOptions {
  readonly dryRun?: boolean;
  /** Lays what no text can say into the content directory or the drop. */
  readonly lay?: (root: string, drop: string) => void;
  /** Drops, if not the one folder. */
  readonly drops?: (drop: string) => string[];
  /** Further content directories. */
  readonly otherRoots?: readonly string[];
  /** Folder of the project; one that holds nothing but the content where undefined. */
  readonly projectOf?: (root: string) => string;
}

/** The day on which these hand-backs come. */
export const today = new Date('2026-11-28T12:00:00Z');

export function run(
  content: Record<string, string>,
  dropped: Record<string, string | Uint8Array>,
  {
    dryRun = false,
    lay,
    drops = (drop) => [drop],
    otherRoots = [],
    projectOf = (root) => root,
    ...options
  }: Given = {},
) {
  const root = folderOf(content);
  const drop = folderOf(dropped);
  lay?.(root, drop);
  const configuration: Configuration = {
    project: projectOf(root),
    options: resolveOptions({ title: 'Help' }),
    roots: [root, ...otherRoots],
    out: root,
    base: '/',
  };
  const imported = importDrop(configuration, drops(drop), dryRun, { now: today, ...options });
  const below = (path: string | undefined) => path?.slice(root.length + 1);
  return {
    results: imported.map(({ outcome, to }) => [outcome, below(to)]),
    reasons: imported.map(({ reason }) => reason),
    files: imported.flatMap(({ files = [] }) => files.map(({ outcome, to }) => [outcome, below(to)])),
    fileReasons: imported.flatMap(({ files = [] }) => files.map(({ reason }) => reason)),
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    /** Paths of all files, but for those that the content had. */
    added: [...filesBelow(root)].filter((path) => !(path in content)).sort(),
  };
}

export const name = '000_0ceee5cb15f6ccad.txt';
export const old = handBack('04/02/2026', 'Payer');
export const fresh = handBack('11/03/2026', 'Payer vite');

/** An article in French that has nothing but a text. */
export const french = (fields: Record<string, string>, text = '# Payer\n\nPayez.\n') =>
  file({ 'ms.contentlocale': 'fr-FR', ...fields }, text);
