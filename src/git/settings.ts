/** Settings of a repository: read as data, and written for Git only as far as they are data. */
import { lstatSync } from 'node:fs';
import { runGit } from './run.ts';

/** Longer ones are not read, in bytes. */
const longest = 1 << 20;

/**
 * Settings in a file by their names, of each the last value. Nothing that they include is read, and none takes effect.
 *
 * @returns empty where there is no such file
 */
export async function readSettings(file: string): Promise<Map<string, string>> {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true || stats.size > longest) return new Map();
  const text = (await runGit(['config', '--file', file, '--no-includes', '--null', '--list'])).toString('utf8');
  return new Map(
    text.split('\0').flatMap((entry): [string, string][] => {
      const at = entry.indexOf('\n');
      return at === -1 ? [] : [[entry.slice(0, at), entry.slice(at + 1)]];
    }),
  );
}

/** Settings that say how a repository is stored and what `@{upstream}` means. All others could make Git run or read something. */
const allowed: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^extensions\.objectformat$/, /^sha(?:1|256)$/],
  [/^extensions\.refstorage$/, /^(?:files|reftable)$/],
  [/^branch\.[^\p{Cc}]+\.remote$/u, /^[\w.][\w./-]*$/],
  [/^branch\.[^\p{Cc}]+\.merge$/u, /^refs\/[^\p{Cc}]+$/u],
  [/^remote\.[^\p{Cc}]+\.fetch$/u, /^\+?refs\/[^\p{Cc}]+$/u],
];

/** A file of settings that tells Git what it has to know of a repository, and no more. */
export function harmlessSettings(settings: ReadonlyMap<string, string>): string {
  const kept = [...settings].filter(([name, value]) =>
    allowed.some(([names, values]) => names.test(name) && values.test(value)),
  );
  const version = kept.some(([name]) => name.startsWith('extensions.')) ? '1' : '0';
  const own = [
    ['core.repositoryformatversion', version],
    ['core.bare', 'false'],
  ] as const;
  return [...own, ...kept].map(([name, value]) => settingLines(name, value)).join('');
}

function settingLines(name: string, value: string): string {
  const [first, last] = [name.indexOf('.'), name.lastIndexOf('.')];
  const part = first === last ? '' : ` ${quoted(name.slice(first + 1, last))}`;
  return `[${name.slice(0, first)}${part}]\n\t${name.slice(last + 1)} = ${quoted(value)}\n`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
