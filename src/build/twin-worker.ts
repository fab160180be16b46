/** Makes a second folder of the same files, in a thread of its own while the first is looked at. */
import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface TwinTask {
  readonly from: string;
  /** What lies there is removed. */
  readonly to: string;
  /** Paths of files below both folders. */
  readonly files: readonly string[];
}

/** False where the file system has no links, and so nothing was made. */
export default function makeTwin({ from, to, files }: TwinTask): boolean {
  const made = new Set<string>();
  try {
    rmSync(to, { recursive: true, force: true });
    for (const file of files) {
      const folder = dirname(file);
      if (!made.has(folder)) mkdirSync(join(to, folder), { recursive: true });
      made.add(folder);
      linkSync(join(from, file), join(to, file));
    }
    return true;
  } catch {
    rmSync(to, { recursive: true, force: true });
    return false;
  }
}
