/**
 * A folder of ours that stands for a repository: its own settings, and the objects and branches of the other. Settings can make Git
 * run programs in many ways, and each version adds some; of a repository that came with articles Git never sees them.
 */
import {
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Repository } from './find.ts';
import { runGit } from './run.ts';
import { harmlessSettings, readSettings } from './settings.ts';

/** Runs Git on the mirror, and gives its output. */
export type Run = (words: readonly string[]) => Promise<Buffer>;

/** Makes a mirror for as long as the work takes. */
export async function withMirror<Value>(repository: Repository, work: (run: Run) => Promise<Value>): Promise<Value> {
  const { workTree, own, common } = repository;
  // Links are followed, or Git would not know its ceiling.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'languedocs-git-'));
  try {
    const mirror = join(folder, 'git');
    mirrorShared(common, mirror);
    writeFileSync(join(mirror, 'config'), harmlessSettings(await readSettings(join(common, 'config'))));
    const gitDir = own === common ? mirror : join(mirror, 'worktrees', 'own');
    if (own !== common) {
      mirrorOwn(own, gitDir);
      writeFileSync(join(gitDir, 'commondir'), '../..\n');
    }
    return await work((words) =>
      runGit(words, folder, {
        GIT_DIR: gitDir,
        GIT_WORK_TREE: workTree,
        GIT_OBJECT_DIRECTORY: join(common, 'objects'),
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function mirrorShared(common: string, mirror: string): void {
  mirrorOwn(common, mirror);
  linkFolder(join(common, 'refs'), join(mirror, 'refs'));
  linkFolder(join(common, 'logs', 'refs'), join(mirror, 'logs', 'refs'));
  for (const name of ['packed-refs', 'shallow']) copyRegular(join(common, name), join(mirror, name));
  copyRegular(join(common, 'info', 'exclude'), join(mirror, 'info', 'exclude'));
}

/** What names commits in a working tree. */
function mirrorOwn(own: string, mirror: string): void {
  mkdirSync(mirror, { recursive: true });
  for (const name of ['HEAD', 'ORIG_HEAD', 'FETCH_HEAD', 'MERGE_HEAD', 'logs/HEAD'])
    copyRegular(join(own, name), join(mirror, name));
  linkFolder(join(own, 'reftable'), join(mirror, 'reftable'));
}

/** Copies what is no link and no device. Files are copied and not linked, because Windows lets only few people make links. */
function copyRegular(from: string, to: string): void {
  if (lstatSync(from, { throwIfNoEntry: false })?.isFile() !== true) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

function linkFolder(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to, 'junction');
}
