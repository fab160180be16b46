/** Search indexes on a disk, opened in Node. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SearchIndex } from './query/search-index.ts';
import { termsFile } from './files.ts';

/** Opens the index in a folder, undefined where there is none. */
export async function openIndexFolder(folder: string): Promise<SearchIndex | undefined> {
  if (!existsSync(join(folder, termsFile))) return undefined;
  return SearchIndex.open(async (name) => new Uint8Array(await readFile(join(folder, name))));
}
