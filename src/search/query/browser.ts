/** Indexes over the network. */
import { termsFolder } from '../files.ts';
import { SearchIndex } from './search-index.ts';
import type { IndexPlace } from './site-search.ts';

/** Opens the index of a locale. The browser checks whether files that keep their names have changed, so that all are from one index. */
export function openIndexAt({ index }: IndexPlace): Promise<SearchIndex> {
  return SearchIndex.open(async (name) => {
    const response = await fetch(index + name, name.startsWith(`${termsFolder}/`) ? {} : { cache: 'no-cache' });
    if (!response.ok) throw new Error(`No ${name} at ${index}: ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  });
}
