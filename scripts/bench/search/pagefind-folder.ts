/** Indexes that Pagefind made, asked in Node through its own code for browsers. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The part of Pagefind's module that is used here. */
interface PagefindModule {
  readonly createInstance: (options: Readonly<Record<string, unknown>>) => PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  search(question: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  data(): Promise<{ readonly url: string }>;
}

/** Where Pagefind believes its files to be; requests below it are answered from the disk. */
const pretended = 'https://index.invalid/';
const folders: string[] = [];

/** @param language its code of the index's language */
export async function openPagefindFolder(folder: string, language: string): Promise<PagefindInstance> {
  const { createInstance } = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as PagefindModule;
  const pagefind = createInstance({ basePath: addressOf(folder), noWorker: true, language });
  await pagefind.init();
  return pagefind;
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
