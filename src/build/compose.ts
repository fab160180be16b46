/**
 * Puts a new site together from the files that were made for it and the pages that have not changed. The published site and the one
 * before it take turns: what was published before the last is brought up to date and published next, so that one changed article
 * costs one changed file, however many others there are.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NotedSite } from './published.ts';

/** Folders of article pages below a site. */
type Pages = ReadonlySet<string>;

/** Files beside the folder of a page that are made from the same things: `fr-fr/pay-invoice.md`. */
const companions = ['.md', '.oembed.json'];

/**
 * Makes `folder` the new site.
 *
 * @param made what was made for it; moved
 * @param published the site that is being served, and the pages that the new site has in common with it; only read
 * @param spare the one before, and the pages that it has in common with the new site; used up
 */
export function composeSite(
  folder: string,
  made: string,
  published: { site: NotedSite | undefined; unchanged: Pages },
  spare: { site: NotedSite | undefined; unchanged: Pages },
): void {
  rmSync(folder, { recursive: true, force: true });
  const kept = spare.site ? spare.unchanged : new Set<string>();
  if (spare.site && kept.size > 0) {
    renameSync(spare.site.folder, folder);
    prune(folder, '', kept);
  }
  mkdirSync(folder, { recursive: true });
  if (published.site) {
    const known = new Set<string>(['', '.']);
    for (const page of published.unchanged) {
      if (!kept.has(page)) lend(published.site.folder, folder, page, known);
    }
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  moveInto(made, folder);
  // Folders that both have are left empty.
  rmSync(made, { recursive: true, force: true });
}

/** Removes all files but those of these pages, and the folders that become empty; false where nothing is left. */
function prune(site: string, folder: string, kept: Pages): boolean {
  const isKept = kept.has(folder);
  let left = false;
  for (const entry of readdirSync(join(site, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) left = prune(site, path, kept) || left;
    else if (isKept || isCompanion(path, kept)) left = true;
    else rmSync(join(site, path));
  }
  if (!left && folder !== '') rmdirSync(join(site, folder));
  return left;
}

function isCompanion(file: string, pages: Pages): boolean {
  return companions.some((ending) => file.endsWith(ending) && pages.has(file.slice(0, -ending.length)));
}

/** Gives a page's files to another site. They are linked, not copied: a build writes new files only, never into one that is there. */
function lend(from: string, to: string, page: string, known: Set<string>): void {
  makeFolder(to, page, known);
  for (const entry of readdirSync(join(from, page), { withFileTypes: true })) {
    if (entry.isFile()) linkOrCopy(join(from, page, entry.name), join(to, page, entry.name));
  }
  for (const file of companions.map((ending) => page + ending)) {
    if (existsSync(join(from, file))) linkOrCopy(join(from, file), join(to, file));
  }
}

/** `mkdir` with all parents, but asks the disk about each folder once: a site has as many as pages. */
function makeFolder(site: string, path: string, known: Set<string>): void {
  if (known.has(path)) return;
  makeFolder(site, dirname(path), known);
  if (!existsSync(join(site, path))) mkdirSync(join(site, path));
  known.add(path);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Another file system, or one without links.
    if (!(error instanceof Error) || !('code' in error) || error.code === 'EEXIST' || error.code === 'ENOENT')
      throw error;
    copyFileSync(from, to);
  }
}

/** Moves a folder's files into another, where they take the place of those that are there. */
function moveInto(from: string, to: string): void {
  if (!existsSync(to)) {
    renameSync(from, to);
    return;
  }
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) moveInto(source, target);
    else renameSync(source, target);
  }
}
