/** Which folder contains which path, by the rules of the system. */
import path, { type PlatformPath } from 'node:path';

/**
 * Whether a path is a folder or below it; both are absolute.
 *
 * @param system the rules for paths, for tests those of another system
 */
export function contains(
  folder: string,
  place: string,
  system: Pick<PlatformPath, 'isAbsolute' | 'relative' | 'sep'> = path,
): boolean {
  const between = system.relative(folder, place);
  // On Windows a path on another drive has no relative form.
  return between === '' || !(between === '..' || between.startsWith(`..${system.sep}`) || system.isAbsolute(between));
}
