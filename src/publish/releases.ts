/**
 * The releases of a site, which take turns. The live one is what is served. The standby is the one before it: the next build brings
 * it up to date and publishes it, so that one changed article costs one changed file, however many others there are.
 */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFolder } from '../disk/replace-folder.ts';
import { openPool } from '../pool/pool.ts';
import { type Manifest, openRelease, type RecordedRelease, writeManifest } from './manifest.ts';
import type * as StandbyWorker from './standby-worker.ts';
import { isIntact, type SurveyedRelease } from './survey.ts';

export interface Releases {
  /** Not compared with its manifest yet: a build takes few files from it, and checks each of these. */
  readonly live: RecordedRelease | undefined;
  readonly standby: SurveyedRelease | undefined;
}

function placesOf(out: string, work: string): StandbyWorker.StandbyTask {
  return {
    live: { folder: out, manifestFile: join(work, 'live.json') },
    standby: { folder: join(work, 'standby'), manifestFile: join(work, 'standby.json') },
  };
}

/** Whether the output holds what was published, and nothing else. */
export function isLiveIntact(out: string, work: string): boolean {
  const live = openRelease(placesOf(out, work).live);
  return live !== undefined && isIntact(live);
}

/**
 * Prepares the standby in a thread.
 *
 * @returns what opens both releases; memory is taken only then
 */
export async function prepareStandby(out: string, work: string): Promise<() => Releases> {
  const places = placesOf(out, work);
  const module = new URL('./standby-worker.ts', import.meta.url);
  const found = await openPool<typeof StandbyWorker>({ in: 'thread', module }).runAndClose('prepareStandby', places);
  return () => {
    const standby = found && openRelease(places.standby);
    return { live: openRelease(places.live), standby: standby && { ...standby, ...found } };
  };
}

/** Keeps a folder as the standby release: its files are those of the live one. */
export function keepAsStandby(folder: string, manifest: Manifest, out: string, work: string): void {
  const { standby } = placesOf(out, work);
  rmSync(standby.manifestFile, { force: true });
  replaceFolder(folder, standby.folder);
  writeManifest(standby.manifestFile, manifest);
}

/**
 * Publishes a folder: it becomes the live release.
 *
 * @param keepsOld whether the live release so far becomes the standby; else it is removed, and the next build makes a standby
 */
export function publish(
  folder: string,
  manifest: Manifest,
  { out, work, keepsOld }: { out: string; work: string; keepsOld: boolean },
): void {
  const { live, standby } = placesOf(out, work);
  // A killed process leaves a folder without a manifest, which is no release, rather than one with that of another.
  rmSync(standby.manifestFile, { force: true });
  const isKept = replaceFolder(folder, live.folder, keepsOld ? standby.folder : undefined);
  if (isKept) renameSync(live.manifestFile, standby.manifestFile);
  writeManifest(live.manifestFile, manifest);
}
