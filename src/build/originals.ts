import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '../site/packs.ts';
import { originalFile } from '../site/paths.ts';

/** As many as keep the disk busy. */
const atOnce = 64;

/**
 * Writes the source of each new page's sentences beside the page, where a reader's browser fetches it on demand. Pages that are
 * taken over bring theirs along.
 */
export async function writeOriginals(site: Site, folder: string): Promise<void> {
  for (const { tag, path } of site.built) {
    const entries = site.entriesToMake(tag).filter(({ original }) => original);
    for (let start = 0; start < entries.length; start += atOnce) {
      await Promise.all(
        entries.slice(start, start + atOnce).map(({ slug }) => {
          const original = site.original(tag, slug) ?? '{}';
          return writeFile(join(folder, path, slug, originalFile), original);
        }),
      );
    }
  }
}
