/** The sites that earlier builds have made: the published one, and the one before it, the standby. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  differences,
  type Files,
  type Folders,
  isIntact,
  type SurveyedRelease,
  type Manifest,
  type RecordedRelease,
  openSurveyed,
  openRelease,
  writeManifest,
} from './manifest.ts';
import { replaceFolder } from '../disk/replace-folder.ts';
import type * as SurveyWorker from './survey-worker.ts';
import type { SurveyTask } from './survey-worker.ts';
import type * as TwinWorker from './twin-worker.ts';
import type { TwinTask } from './twin-worker.ts';
import { openPool } from '../pool/pool.ts';

/** Finished sites, where they are there and noted. */
export interface Releases {
  /** Nobody has looked at it: a build takes few files from it, and looks at each when it does. */
  readonly live: RecordedRelease | undefined;
  readonly standby: SurveyedRelease | undefined;
}

/** Where the earlier sites of an output and the notes about them lie. */
function placesOf(out: string, work: string): { live: SurveyTask; standby: SurveyTask } {
  return {
    live: { folder: out, manifestFile: join(work, 'live.json') },
    standby: { folder: join(work, 'standby'), manifestFile: join(work, 'standby.json') },
  };
}

/** Whether the published site is just what was noted of it. */
export function isLiveIntact(out: string, work: string): boolean {
  const { folder, manifestFile } = placesOf(out, work).live;
  const differing = differences(folder, manifestFile);
  return differing !== undefined && isIntact(differing);
}

/** A look at the standby has ended; both earlier sites can be opened. */
export interface Survey {
  open(): Releases;
}

/** Looks in a thread whether the standby is still as it was noted. */
export async function surveyStandby(out: string, work: string): Promise<Survey> {
  const { live, standby } = placesOf(out, work);
  const differing = existsSync(standby.manifestFile)
    ? await openPool<typeof SurveyWorker>({
        in: 'thread',
        module: new URL('./survey-worker.ts', import.meta.url),
      }).runAndClose('survey', standby)
    : undefined;
  return {
    open: () => ({
      live: openRelease(live.folder, live.manifestFile),
      standby: openSurveyed(standby.folder, standby.manifestFile, differing),
    }),
  };
}

function twinFolder(work: string): string {
  return join(work, 'twin');
}

/** Another folder of the same files. */
export interface Twin {
  readonly folder: string;
  readonly folders: Folders;
}

/**
 * Makes a twin of a finished site, of links to its files, in a thread. It will be the standby where the site before is none, or has
 * little in common with this one: the next change to an article shall not have to wait until each file has been linked.
 *
 * @returns undefined where there can be none
 */
export async function makeTwin(folder: string, files: Files, work: string): Promise<Twin | undefined> {
  const task: TwinTask = { from: folder, to: twinFolder(work), files: [...files.keys()] };
  const module = new URL('./twin-worker.ts', import.meta.url);
  const folders = await openPool<typeof TwinWorker>({ in: 'thread', module }).runAndClose('makeTwin', task);
  return folders && { folder: task.to, folders };
}

/** Keeps the site in a folder as the standby: it is the published one once more. */
export function keepAsStandby(folder: string, manifest: Manifest, out: string, work: string): void {
  const { standby } = placesOf(out, work);
  rmSync(standby.manifestFile, { force: true });
  replaceFolder(folder, standby.folder);
  writeManifest(standby.manifestFile, manifest);
}

/**
 * Publishes the site in a folder. The one that was published before is kept as the standby, if it is known.
 *
 * @param twin to be kept as the standby instead
 */
export function publish(
  folder: string,
  manifest: Manifest,
  {
    out,
    work,
    before,
    twin,
  }: { out: string; work: string; before: RecordedRelease | undefined; twin: Twin | undefined },
): void {
  const { live, standby } = placesOf(out, work);
  // A note without its site, or with another, would be found out; but there is no need to leave one.
  rmSync(standby.manifestFile, { force: true });
  if (twin !== undefined) {
    replaceFolder(folder, out);
    replaceFolder(twin.folder, standby.folder);
    writeManifest(standby.manifestFile, { ...manifest, folders: twin.folders });
  } else if (before) {
    if (replaceFolder(folder, out, standby.folder)) renameSync(live.manifestFile, standby.manifestFile);
  } else {
    replaceFolder(folder, out);
  }
  // One that a killed build has left.
  rmSync(twinFolder(work), { recursive: true, force: true });
  writeManifest(live.manifestFile, manifest);
}
