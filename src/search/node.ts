/** The search of a built site, from Node. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SearchIndex } from './client/search-index.ts';
import type { PagefindModule } from './client/term-index.ts';

/** Where Pagefind believes to find its files; below it, requests are answered from the disk. */
const pretended = 'https://index.invalid/';
const folders = new Map<string, string>();

/** Opens the index in a folder, undefined where there is none. */
export async function openIndexFolder(folder: string): Promise<SearchIndex | undefined> {
  if (!existsSync(join(folder, 'pagefind.js'))) return undefined;
  const name = `${folders.size}/`;
  folders.set(name, folder);
  answerFromDisk();
  const module = import(pathToFileURL(join(folder, 'pagefind.js')).href) as Promise<PagefindModule>;
  return SearchIndex.open(module, pretended + name, async (file) => new Uint8Array(await readFile(join(folder, file))));
}

let answering = false;

/** Pagefind fetches its files; Node fetches none from a disk. */
function answerFromDisk(): void {
  if (answering) return;
  answering = true;
  const fetchFromNetwork = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(pretended)) return fetchFromNetwork(input, init);
    const [number = '', ...rest] = new URL(address).pathname.slice(1).split('/');
    const file = join(folders.get(`${number}/`) ?? '', ...rest);
    return Promise.resolve(
      existsSync(file) ? new Response(new Uint8Array(readFileSync(file))) : new Response(null, { status: 404 }),
    );
  };
}
