/** Prepares the standby release in a thread of its own, while the articles are read. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { linkOrCopy } from '../disk/atomic-files.ts';
import { holdsRecorded, openRelease, type ReleasePlace } from './manifest.ts';
import { foldersOf, survey, type Survey } from './survey.ts';

export interface StandbyTask {
  readonly live: ReleasePlace;
  readonly standby: ReleasePlace;
}

/** Compares the standby with its manifest; where there is none, makes one of the live release. Undefined where neither is there. */
export function prepareStandby({ live, standby }: StandbyTask): Survey | undefined {
  return surveyOf(standby) ?? (linkRelease(live, standby) ? surveyOf(standby) : undefined);
}

function surveyOf(place: ReleasePlace): Survey | undefined {
  const release = openRelease(place);
  return release && survey(release);
}

/** Makes a second folder of the files of a release that are as they were recorded; false where there is no release. */
function linkRelease(from: ReleasePlace, to: ReleasePlace): boolean {
  // A folder without its manifest is no release: a killed process leaves nothing that would be used.
  rmSync(to.manifestFile, { force: true });
  rmSync(to.folder, { recursive: true, force: true });
  const release = openRelease(from);
  if (!release) return false;
  const { folder, manifest } = release;
  try {
    for (const path of foldersOf(manifest.files.keys())) mkdirSync(join(to.folder, path), { recursive: true });
    for (const [path, record] of manifest.files)
      if (holdsRecorded(folder, path, record)) linkOrCopy(join(folder, path), join(to.folder, path));
    copyFileSync(from.manifestFile, to.manifestFile);
    return true;
  } catch (error) {
    // The disk may be full.
    rmSync(to.folder, { recursive: true, force: true });
    throw error;
  }
}
