/** Joins parts of a site, each with the locales of one build. */
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../core/errors.ts';
import { isBuiltIndex, readBuilt } from '../disk/built-file.ts';
import { compareText } from '../core/diagnostics.ts';
import { filesBelow } from '../disk/files-below.ts';
import { recoverFolder, replaceFolder } from '../disk/replace-folder.ts';

/**
 * Joins parts into the site at `out`, which is replaced only when the new one is complete. Files that several parts have must be equal,
 * and together the parts must have every page that their API lists.
 *
 * @param base path below which the site is served
 * @returns the number of files
 * @throws CommandError if parts contradict each other or pages are missing
 */
export function assemble(parts: readonly string[], out: string, base: string): number {
  recoverFolder(out);
  const staging = `${out}.assembling`;
  rmSync(staging, { recursive: true, force: true });
  try {
    const files = copyParts(parts, staging);
    const missing = missingPages(staging, base);
    if (missing.length > 0) {
      throw new CommandError(
        `The parts lack ${missing.length} pages, the first is ${missing[0]}. Give the parts of all locales, and the --base they were built with.`,
      );
    }
    replaceFolder(staging, out);
    return files;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Copies the files of all parts into a folder; returns their number. */
function copyParts(parts: readonly string[], staging: string): number {
  let files = 0;
  for (const part of parts) {
    for (const path of [...filesBelow(part)].sort(compareText)) {
      const [from, target] = [join(part, path), join(staging, path)];
      // A link would be published as a link, and files of a later part would be written to its target.
      if (!lstatSync(from).isFile()) throw new CommandError(`${from} is not a file. Build this part again.`);
      if (!existsSync(target)) {
        mkdirSync(dirname(target), { recursive: true });
        cpSync(from, target);
        files++;
      } else if (!readFileSync(target).equals(readFileSync(from))) {
        throw new CommandError(
          `${part} has another ${path} than the parts before it. Build all parts from the same articles, code and options.`,
        );
      }
    }
  }
  return files;
}

function missingPages(folder: string, base: string): string[] {
  const missing: string[] = [];
  for (let page: string | undefined = `${base}api/v1/index.json`; page !== undefined;) {
    const file = join(folder, page.slice(base.length));
    if (!existsSync(file)) return [...missing, page];
    const { topics, next } = readBuilt(file, isBuiltIndex);
    for (const { url } of topics.flatMap(({ locales }) => Object.values(locales))) {
      if (!existsSync(join(folder, decodeURI(url.slice(base.length)), 'index.html'))) missing.push(url);
    }
    page = next;
  }
  return missing;
}
