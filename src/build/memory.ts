/** What earlier builds found out about files that have not changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../diagnostics.ts';

/**
 * Values by key, kept in a file from one build to the next. A key has to hold all that a value depends on, but for the code, whose
 * version the file begins with. Values that a build does not ask for are forgotten.
 */
export class Memory {
  readonly #file: string;
  readonly #version: string;
  readonly #kept: Map<string, string>;
  readonly #used = new Map<string, string>();
  #changed = false;

  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    this.#kept = read(file, version);
  }

  /** The value of a key: as it was, else made now. Values are JSON. */
  recall<Value>(key: string, make: () => Value): Value {
    const text = this.#used.get(key) ?? this.#kept.get(key);
    if (text !== undefined) {
      this.#used.set(key, text);
      return JSON.parse(text) as Value;
    }
    const value = make();
    this.#used.set(key, JSON.stringify(value));
    this.#changed = true;
    return value;
  }

  /** Writes what this build has used; nothing where that is what the file says. */
  save(): void {
    if (!this.#changed && this.#used.size === this.#kept.size) return;
    const lines = [...this.#used].sort(([a], [b]) => compareText(a, b)).map(([key, text]) => `${key}\t${text}\n`);
    mkdirSync(dirname(this.#file), { recursive: true });
    writeWhole(this.#file, `${this.#version}\n${lines.join('')}`);
  }
}

// An unreadable or foreign file is as good as none: everything is made anew.
function read(file: string, version: string): Map<string, string> {
  const kept = new Map<string, string>();
  if (!existsSync(file)) return kept;
  const [first, ...lines] = readFileSync(file, 'utf8').split('\n');
  if (first !== version) return kept;
  for (const line of lines) {
    const tab = line.indexOf('\t');
    // A last line that was cut off ends in the middle of its JSON.
    if (tab !== -1 && line.endsWith('}')) kept.set(line.slice(0, tab), line.slice(tab + 1));
  }
  return kept;
}

/** Writes beside the place first, so that a killed process leaves the old file or the new one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}

/** Changes whenever one of the project's own files below `places` changes, or the Node that runs them, which brings names and dates. */
export function codeVersion(project: string, places: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const place of places) {
    const path = join(project, place);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .sort(compareText)
          .map((name) => join(path, name))
      : [path];
    for (const file of files)
      if (statSync(file).isFile()) hash.update(`${file.slice(project.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}
