import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Whether a folder takes `A` and `a` for one name, as those of macOS and Windows do. Makes a probe there and removes it. */
export function foldsCase(folder: string): boolean {
  const probe = mkdtempSync(join(folder, 'probe-'));
  try {
    return existsSync(join(folder, basename(probe).toUpperCase()));
  } finally {
    rmdirSync(probe);
  }
}
