import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Name of the folders that things are set aside in, each beside what it holds. */
export const asideName = 'bench-aside';

/**
 * Moves away what the build before has made. To delete it would slow down whoever builds next: ext4 keeps clear of the places of
 * files that were deleted in the last minutes, and searches long for others.
 */
export function setAside(path: string): void {
  if (!existsSync(path)) return;
  const folder = join(dirname(path), asideName);
  mkdirSync(folder, { recursive: true });
  renameSync(path, join(folder, String(readdirSync(folder).length)));
}
