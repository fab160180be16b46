/** Which folder holds which place, with the separators of the system. */
import path, { type PlatformPath } from 'node:path';

/**
 * Whether a place is a folder, or lies in it; both are absolute.
 *
 * @param system the rules of another system's paths
 */
export function contains(
  folder: string,
  place: string,
  system: Pick<PlatformPath, 'isAbsolute' | 'relative' | 'sep'> = path,
): boolean {
  const between = system.relative(folder, place);
  // On Windows there is no way from one drive to another.
  return between === '' || !(between === '..' || between.startsWith(`..${system.sep}`) || system.isAbsolute(between));
}
