import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Configuration } from '../../src/build/configuration.ts';
import { importDrop } from '../../src/build/import.ts';
import { resolveOptions } from '../../src/site/options.ts';
import { file, folderOf } from '../support.ts';

const handBack = (handoff: string, text: string, hash = handoff) =>
  file(
    { 'ms.custom': '7302', 'ms.contentlocale': 'fr-FR', 'ms.openlocfilehash': hash, 'ms.lasthandoff': handoff },
    `# <a name="pay-now"></a>${text}\n`,
  );

function run(content: Record<string, string>, drop: Record<string, string | Uint8Array>, dryRun = false) {
  const root = folderOf(content);
  const configuration: Configuration = {
    project: root,
    options: resolveOptions({ title: 'Help' }),
    roots: [root],
    out: root,
    base: '/',
  };
  const results = importDrop(configuration, [folderOf(drop)], dryRun).map(({ outcome, to }) => [
    outcome,
    to?.slice(root.length + 1),
  ]);
  return { results, read: (path: string) => readFileSync(join(root, path), 'utf8') };
}

const name = '000_0ceee5cb15f6ccad.txt';
const old = handBack('04/02/2026', 'Payer');
const fresh = handBack('11/03/2026', 'Payer vite');

test('a new article gets its place', () => {
  const { results, read } = run({}, { [name]: old });
  expect(results).toEqual([['new', 'fr-FR/pay-now.md']]);
  expect(read('fr-FR/pay-now.md')).toBe(old);
});

test('the same drop again changes nothing', () => {
  expect(run({ 'fr-FR/pay-now.md': old }, { [name]: old }).results).toEqual([['unchanged', 'fr-FR/pay-now.md']]);
});

test('a newer version replaces the older one, wherever that lies', () => {
  const { results, read } = run({ 'fr-FR/billing/pay.md': old }, { [name]: fresh });
  expect(results).toEqual([['changed', 'fr-FR/billing/pay.md']]);
  expect(read('fr-FR/billing/pay.md')).toBe(fresh);
});

test('an older version does not', () => {
  const { results, read } = run({ 'fr-FR/pay.md': fresh }, { [name]: old });
  expect(results).toEqual([['kept', undefined]]);
  expect(read('fr-FR/pay.md')).toBe(fresh);
});

test('of two versions in one drop the newer one stays', () => {
  const { results, read } = run(
    { 'fr-FR/pay.md': old },
    { [name]: fresh, '001_74bef2085903e56f.txt': handBack('05/05/2026', 'Payer') },
  );
  expect(results).toEqual([
    ['changed', 'fr-FR/pay.md'],
    ['kept', undefined],
  ]);
  expect(read('fr-FR/pay.md')).toBe(fresh);
});

test('a new translation takes the slug of its siblings, and brings its images', () => {
  const { results, read } = run(
    { 'de-DE/zahlen.md': old.replace('fr-FR', 'de-DE') },
    { [name]: old.replace('Payer\n', 'Payer\n\n![a](media/a.png)\n'), 'media/a.png': 'image' },
  );
  expect(results).toEqual([['new', 'fr-FR/zahlen.md']]);
  expect(read('fr-FR/media/a.png')).toBe('image');
});

test('a dry run writes nothing', () => {
  const { results, read } = run({}, { [name]: old }, true);
  expect(results).toEqual([['new', 'fr-FR/pay-now.md']]);
  expect(() => read('fr-FR/pay-now.md')).toThrow();
});

test('a file without locale is named', () => {
  expect(run({}, { [name]: '# Titre\n' }).results).toEqual([['failed', undefined]]);
});
