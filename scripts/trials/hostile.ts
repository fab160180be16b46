/** One hostile file after the other beside good articles, through the real build: it ends, says so, and costs no other article anything. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../src/disk/files-below.ts';
import { run } from './commands.ts';

export interface AddedFile {
  readonly name: string;
  /** Below the content directory. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** True where nothing has to be said of it. */
  readonly harmless?: boolean;
}

export interface HostileReport {
  readonly builds: number;
  /** Files of which the build said something. */
  readonly named: number;
  /** What went wrong, by the names of the files. */
  readonly failures: readonly string[];
}

/** Pages of the site itself: they list articles, so that one more changes them. */
const lists = /^(?:index|404)\.html$|^[^/]+\/(?:(?:index|404)\.html$|(?:all|search|topics)\/)/;

/**
 * Builds the content without any of the files, then with each of them alone.
 *
 * @param content a copy of the good articles, which is changed
 * @param folder an empty folder below the project for the site
 * @param findings file in which the build lists all that it found
 */
export async function addOneByOne(
  project: string,
  { content, out, findings }: { readonly content: string; readonly out: string; readonly findings: string },
  files: readonly AddedFile[],
  progress: (done: number) => void,
): Promise<HostileReport> {
  const words = ['scripts/languedocs.ts', 'build', '--content', content, '--out', out];
  const first = await run(project, words);
  if (!existsSync(join(out, 'index.html'))) throw new Error(`The good articles make no site:\n${first.text}`);
  const good = pagesOf(out);
  const failures: string[] = [];
  let named = 0;
  for (const [index, { name, path, content: text, harmless }] of files.entries()) {
    const file = join(content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    // The list of a build before must not stand for one that was not written.
    rmSync(findings, { force: true });
    const { code, text: said } = await run(project, words);
    if (code !== 0 && code !== 1) failures.push(`${name}: the build ended with ${code}`);
    if (!/^\d+ pages in /m.test(said)) failures.push(`${name}: no site was published: ${said.trim().slice(-300)}`);
    const isNamed = existsSync(findings) && readFileSync(findings, 'utf8').includes(shownPath(path));
    if (isNamed) named++;
    else if (harmless !== true) failures.push(`${name}: the build did not name ${path}`);
    const now = pagesOf(out);
    const changed = [...good].filter(([page, bytes]) => now.get(page)?.equals(bytes) !== true).map(([page]) => page);
    if (changed.length > 0)
      failures.push(`${name}: ${changed.length} pages are others: ${changed.slice(0, 3).join(', ')}`);
    rmSync(file);
    progress(index + 1);
  }
  return { builds: files.length, named, failures };
}

/** As much of a path as a list shows as it is: controls in it may be written otherwise. */
function shownPath(path: string): string {
  return path.split(/[\u0000-\u001F\u202E]/, 1)[0] ?? path;
}

/** Pages and other files of articles, and what stands for their ids and former addresses. */
function pagesOf(site: string): Map<string, Buffer> {
  const pages = [...filesBelow(site)].filter((path) => /\.(?:html|md|txt|xml)$/.test(path) && !isList(path));
  return new Map(pages.map((path) => [path, readFileSync(join(site, path))]));
}

function isList(path: string): boolean {
  return lists.test(path) || /^(?:status|desk)\/|llms\.txt$|sitemap/.test(path);
}
