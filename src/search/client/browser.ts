/** Indexes over the network. */
import { SearchIndex } from './search-index.ts';
import type { IndexPlace } from './site-search.ts';
import type { PagefindModule } from './term-index.ts';

/** Opens the index of a locale. */
export function openIndexAt({ index }: IndexPlace): Promise<SearchIndex> {
  const module = import(/* @vite-ignore */ `${index}pagefind.js`) as Promise<PagefindModule>;
  return SearchIndex.open(module, index, async (name) => {
    const response = await fetch(index + name);
    if (!response.ok) throw new Error(`No ${name} at ${index}: ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  });
}
