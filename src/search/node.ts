/** Search indexes on a disk, opened in Node. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SearchIndex } from './client/search-index.ts';
import type { PagefindInstance, PagefindModule } from './client/term-index.ts';

/** Where Pagefind believes its files to be; requests below it are answered from the disk. */
const pretended = 'https://index.invalid/';
const folders: string[] = [];

/** Opens the index in a folder, undefined where there is none. */
export async function openIndexFolder(folder: string): Promise<SearchIndex | undefined> {
  if (!existsSync(join(folder, 'pagefind.js'))) return undefined;
  const read = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(folder, name)));
  return SearchIndex.open(moduleIn(folder), addressOf(folder), read);
}

/** Opens an index that Pagefind made alone, without our files. */
export async function openPagefindFolder(folder: string, language: string): Promise<PagefindInstance> {
  const { createInstance } = await moduleIn(folder);
  const pagefind = createInstance({ basePath: addressOf(folder), noWorker: true, language });
  await pagefind.init();
  return pagefind;
}

function moduleIn(folder: string): Promise<PagefindModule> {
  return import(pathToFileURL(join(folder, 'pagefind.js')).href) as Promise<PagefindModule>;
}

function addressOf(folder: string): string {
  if (folders.length === 0) answerFromDisk();
  return `${pretended}${folders.push(folder) - 1}/`;
}

/** Pagefind fetches its files, and Node fetches none from a disk. */
function answerFromDisk(): void {
  const fetchFromNetwork = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(pretended)) return fetchFromNetwork(input, init);
    const [number = '', ...path] = new URL(address).pathname.slice(1).split('/');
    const file = join(folders[Number(number)] ?? '', ...path);
    const found = existsSync(file);
    return Promise.resolve(
      new Response(found ? new Uint8Array(readFileSync(file)) : null, { status: found ? 200 : 404 }),
    );
  };
}
