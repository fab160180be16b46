/** The folder where builds keep what the next one needs again, and the site that they are putting together. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Configuration } from './configuration.ts';
import { removeUnfinished } from '../disk/atomic-files.ts';

/** Where a build into this output keeps its packs and caches. Builds into different outputs do not meet. */
export function workFolder({ project, out }: Pick<Configuration, 'project' | 'out'>): string {
  const name = `${basename(out)}-${createHash('sha256').update(out).digest('hex').slice(0, 8)}`;
  return join(project, '.languedocs', name);
}

/** Where checks of these content directories keep what they found out; previews of them do so too. */
export function checkFolder({ project, roots }: Configuration): string {
  return workFolder({ project, out: roots.join(':') });
}

/** Where pages are kept. */
export function packsIn(work: string): string {
  return join(work, 'packs');
}

/** Where search indexes are kept. */
export function indexesIn(work: string): string {
  return join(work, 'search');
}

/** Where related terms are kept. */
export function relatedIn(work: string): string {
  return join(work, 'related');
}

/** Where the next site is put together. */
export function stagingIn(work: string): string {
  return join(work, 'staging');
}

/** Where a site that is not published can be looked at, until the next build. */
export function refusedIn(work: string): string {
  return join(work, 'refused');
}

/** Removes files that a build was writing when it was stopped. */
export function removeHalfWritten(work: string): void {
  for (const folder of [work, indexesIn(work), relatedIn(work)]) removeUnfinished(folder, false);
}

/** Removes what a build had begun, at once: it may have failed because a disk is full. */
export function removeLeftovers(work: string): void {
  try {
    removeHalfWritten(work);
    for (const folder of [stagingIn(work), `${packsIn(work)}.fresh`, join(work, 'templates.fresh')])
      rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next build removes them; why this one failed matters more.
  }
}
