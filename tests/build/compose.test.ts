import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeSite } from '../../src/build/compose.ts';
import type { NotedSite } from '../../src/build/published.ts';
import { folderOf } from '../support.ts';

/** A site that composing only takes files from. */
function noted(folder: string): NotedSite | undefined {
  if (!existsSync(folder)) return undefined;
  return { folder, note: { code: '', pages: {}, digest: '', files: '', weakLinks: [] } };
}

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

interface Row {
  name: string;
  files: Record<string, string>;
  published?: string[];
  spare?: string[];
  expected: Record<string, string>;
}

const rows: Row[] = [
  {
    name: 'without a site before, what was made is the site',
    files: { 'made/index.html': 'home', 'made/fr/pay/index.html': 'pay' },
    expected: { 'fr/pay/index.html': 'pay', 'index.html': 'home' },
  },
  {
    name: 'an unchanged page comes from the published site with all its files, a page below it does not',
    files: {
      'made/index.html': 'new home',
      'out/index.html': 'old home',
      'out/fr/pay/index.html': 'pay',
      'out/fr/pay/original.json': '{}',
      'out/fr/pay/more/index.html': 'old',
    },
    published: ['fr/pay'],
    expected: { 'fr/pay/index.html': 'pay', 'fr/pay/original.json': '{}', 'index.html': 'new home' },
  },
  {
    name: 'the files beside a page go with it, those of other pages do not',
    files: {
      'made/fr/tax/index.html': 'new tax',
      'made/fr/tax.md': 'new tax',
      'out/fr/pay/index.html': 'pay',
      'out/fr/pay.md': 'pay',
      'out/fr/pay.oembed.json': '{}',
      'out/fr/tax/index.html': 'tax',
      'out/fr/tax.md': 'tax',
      'spare/fr/role/index.html': 'role',
      'spare/fr/role.md': 'role',
      'spare/fr/gone.md': 'gone',
    },
    published: ['fr/pay'],
    spare: ['fr/role'],
    expected: {
      'fr/pay.md': 'pay',
      'fr/pay.oembed.json': '{}',
      'fr/pay/index.html': 'pay',
      'fr/role.md': 'role',
      'fr/role/index.html': 'role',
      'fr/tax.md': 'new tax',
      'fr/tax/index.html': 'new tax',
    },
  },
  {
    name: 'the site before the last keeps what it has in common with the new one, and nothing else',
    files: {
      'made/index.html': 'new home',
      'made/fr/tax/index.html': 'new tax',
      'out/index.html': 'home',
      'out/fr/pay/index.html': 'pay',
      'out/fr/role/index.html': 'role 2',
      'out/fr/tax/index.html': 'tax',
      'spare/index.html': 'older home',
      'spare/fr/pay/index.html': 'pay',
      'spare/fr/role/index.html': 'role 1',
      'spare/fr/tax/index.html': 'older tax',
      'spare/fr/gone/index.html': 'gone',
    },
    published: ['fr/pay', 'fr/role'],
    spare: ['fr/pay'],
    expected: {
      'fr/pay/index.html': 'pay',
      'fr/role/index.html': 'role 2',
      'fr/tax/index.html': 'new tax',
      'index.html': 'new home',
    },
  },
];

describe('a new site', () => {
  test.each(rows)('$name', ({ files, published = [], spare = [], expected }) => {
    const root = folderOf(files);
    const out = join(root, 'out');
    const before = existsSync(out) ? filesOf(out) : undefined;
    composeSite(
      join(root, 'staging'),
      join(root, 'made'),
      { site: noted(out), unchanged: new Set(published) },
      { site: noted(join(root, 'spare')), unchanged: new Set(spare) },
    );
    expect(filesOf(join(root, 'staging'))).toEqual(expected);
    expect(existsSync(join(root, 'staging/fr/gone'))).toBe(false);
    if (before) expect(filesOf(out)).toEqual(before);
  });

  test('takes the place of what a build that was killed has left', () => {
    const root = folderOf({ 'made/index.html': 'home', 'staging/old.html': 'old' });
    mkdirSync(join(root, 'staging/fr'));
    const none = { site: undefined, unchanged: new Set<string>() };
    composeSite(join(root, 'staging'), join(root, 'made'), none, none);
    expect(filesOf(join(root, 'staging'))).toEqual({ 'index.html': 'home' });
  });
});
