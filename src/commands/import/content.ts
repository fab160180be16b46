/** The content directory that hand-backs are brought into. */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { displayPath } from '../../config/display-path.ts';
import { obstacleTo, writeContained } from '../../disk/contained-files.ts';
import { projectFiles } from '../../config/project-files.ts';
import { comparableName } from './names.ts';

/** What lies at the place of a file that may be written there. */
export type Occupant = 'nothing' | 'same' | 'other';

export class ContentFolder {
  readonly root: string;
  readonly #dryRun: boolean;
  /** Folders of the project's own code, where the content directory holds the project; paths below the content directory. */
  readonly #code: readonly string[];

  /** @param dryRun writes nothing */
  constructor(root: string, project: string, dryRun: boolean) {
    this.root = root;
    this.#dryRun = dryRun;
    const below = relative(realpathSync(root), realpathSync(project)).split(sep).join('/');
    const holdsProject = below !== '..' && !below.startsWith('../');
    this.#code = holdsProject ? [...projectFiles, 'scripts', 'tests'].map((name) => posix.join(below, name)) : [];
  }

  /** Why a file cannot be written; undefined where it can. */
  obstacle(path: string): string | undefined {
    const name = comparableName(path);
    if (this.#code.some((code) => `${name}/`.startsWith(`${comparableName(code)}/`)))
      return 'the folder holds code of the project';
    return obstacleTo(this.root, path);
  }

  /** Compares what lies at a place with some bytes. A name that some file systems take for the same counts as the same name. */
  occupant(path: string, bytes: Buffer): Occupant {
    const name = posix.basename(path);
    const names = namesIn(join(this.root, posix.dirname(path)));
    if (names.includes(name)) return bytes.equals(readFileSync(join(this.root, path))) ? 'same' : 'other';
    return names.some((other) => comparableName(other) === comparableName(name)) ? 'other' : 'nothing';
  }

  write(path: string, bytes: Buffer): void {
    if (!this.#dryRun) writeContained(this.root, path, bytes);
  }

  /** A path as a user would type it. */
  show(path: string): string {
    return displayPath({ root: this.root, path });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that is not there yet.
    return [];
  }
}
