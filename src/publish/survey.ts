/** Compares the folder of a release with its manifest: files that people changed, added or removed are never taken over. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changedAt, coarsestClock } from '../disk/folders.ts';
import { lookAt, matchesRecord, type RecordedRelease } from './manifest.ts';

/** Differences between a folder and its manifest, as paths below the folder. */
export interface Survey {
  /** Recorded files that are missing, or not as they were recorded. */
  readonly lost: readonly string[];
  /** What is there and not recorded, or not as it was recorded. A folder stands for everything in it. */
  readonly unknown: readonly string[];
}

/** A release and its differences from its manifest. */
export interface SurveyedRelease extends RecordedRelease, Survey {}

/** Compares by names, kinds, sizes and times; no file is read. */
export function survey({ folder, manifest }: RecordedRelease): Survey {
  const lost = new Set<string>();
  const unknown = new Set<string>();
  for (const [path, record] of manifest.files) {
    const found = lookAt(join(folder, path));
    if (found && matchesRecord(found, record)) continue;
    lost.add(path);
    if (found) unknown.add(path);
  }
  const folders = foldersOf(manifest.files.keys());
  for (const path of folders) {
    // The folder of the site itself may be a link that the user made.
    const found = path === '.' ? statSync(folder) : lookAt(join(folder, path));
    if (!found) continue;
    if (!found.isDirectory()) {
      unknown.add(path);
      for (const file of manifest.files.keys()) if (file.startsWith(`${path}/`)) lost.add(file);
      continue;
    }
    // A folder changes with each name in it. Reading all of them would take five times as long as looking at their times.
    if (changedAt(found) < manifest.recordedAt - coarsestClock) continue;
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const below = path === '.' ? entry.name : `${path}/${entry.name}`;
      if (!(entry.isDirectory() ? folders : manifest.files).has(below)) unknown.add(below);
    }
  }
  return { lost: [...lost], unknown: [...unknown] };
}

/** Whether a release has the files of its manifest and no others. */
export function isIntact(release: RecordedRelease): boolean {
  const { lost, unknown } = survey(release);
  return lost.length === 0 && unknown.length === 0;
}

/** The folders of files, and the folders of these, `.` among them. */
export function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set(['.']);
  for (const file of files)
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  return folders;
}
