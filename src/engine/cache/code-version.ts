import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../core/diagnostics.ts';

/** Changes whenever one of the project's own files below `places` changes, or the Node that runs them, which brings names and dates. */
export function codeVersion(project: string, places: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const place of places) {
    const path = join(project, place);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .sort(compareText)
          .map((name) => join(path, name))
      : [path];
    for (const file of files)
      if (statSync(file).isFile()) hash.update(`${file.slice(project.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}
