/** The files of a finished site, and no others: names are looked for among those that are there, and no link leads out. */
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { contains } from '../disk/contains.ts';
import { CommandError } from '../core/errors.ts';
import { readBuilt } from '../disk/built-file.ts';
import { listFolder } from '../disk/folders.ts';

export class SiteFiles {
  readonly #root: string;

  /** @throws CommandError where there is no such folder */
  constructor(folder: string) {
    try {
      this.#root = realpathSync(folder);
    } catch (error) {
      throw new CommandError(`There is no site in ${folder}. Build one with \`npm run build\`.`, { cause: error });
    }
  }

  /** What the files with this ending in a folder and the folders in it are called, without the ending: `billing/pay`. */
  namesIn(folder: string, ending: string): ReadonlySet<string> {
    const names = new Set<string>();
    const look = (place: string, before: string): void => {
      for (const { name, kind } of listFolder(place).entries) {
        if (kind === 'file' && name.endsWith(ending)) names.add(before + name.slice(0, -ending.length));
        if (kind === 'folder') look(join(place, name), `${before}${name}/`);
      }
    };
    look(join(this.#root, folder), '');
    return names;
  }

  /** Whether the site has a file. */
  has(path: string): boolean {
    return this.#placeOf(path) !== undefined;
  }

  /**
   * The value in a JSON file of the site.
   *
   * @throws CommandError that names the file, where the site has none, or one that is damaged or of another kind
   */
  json<Value>(path: string, isValue: (value: unknown) => value is Value): Value {
    return readBuilt(this.#placeOf(path) ?? this.#missing(path), isValue);
  }

  /**
   * A text of the site.
   *
   * @throws CommandError that names the file, where the site has none
   */
  text(path: string): string {
    return readFileSync(this.#placeOf(path) ?? this.#missing(path), 'utf8');
  }

  #missing(path: string): never {
    throw new CommandError(`${join(this.#root, path)} is missing. Build the site again with \`npm run build\`.`);
  }

  /** Where a file really is; undefined where there is none, and where it is outside of the site. */
  #placeOf(path: string): string | undefined {
    try {
      const place = realpathSync(join(this.#root, path));
      return contains(this.#root, place) ? place : undefined;
    } catch {
      return undefined;
    }
  }
}
