/** Images, and files to download, on their way into the staging site. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { CommandError } from '../core/errors.ts';
import { isOfKind } from '../pipeline/files/file-kinds.ts';
import { problemOf } from '../disk/folders.ts';
import { publishedImage } from '../pipeline/files/images.ts';
import type { StagingSite } from '../publish/staging-site.ts';

/** @param media path below the site's root by absolute path of the file */
export function copyMedia(media: ReadonlyMap<string, string>, staging: StagingSite): void {
  // Their paths hold digests of them.
  for (const [file, path] of media) if (!staging.reuse(path, path)) copy(file, staging.reserve(path, path));
}

/** A file to download may be larger than memory, and is copied by the system. */
function copy(file: string, to: string): void {
  if (!isOfKind('download', file)) {
    writeFileSync(to, imageBytes(file));
    return;
  }
  try {
    copyFileSync(file, to);
  } catch (error) {
    throw hasChanged(file, problemOf(error));
  }
}

function hasChanged(file: string, problem: string): CommandError {
  return new CommandError(
    `${file} has changed while the site was built (${problem}), and nothing was published. Build again.`,
  );
}

/** What is published of an image that could be shown when it was looked at. */
function imageBytes(file: string): Uint8Array {
  const published = publishedImage(file);
  if ('problem' in published) throw hasChanged(file, published.problem);
  return published.bytes;
}
