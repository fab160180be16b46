/** The status board of a build. Finding out what is wrong takes seconds, so the last board is kept with what it was made from. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { includesOf } from '../pipeline/files/includes.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { boardFiles, writeBoard } from '../status/site-status.ts';
import { type Board, boardOf } from '../status/board.ts';
import { checkLibrary } from './check-library.ts';
import { codeVersion } from './cache/code-version.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Memory } from './cache/fact-cache.ts';

/** The board of a library, made once, while pages are made already. */
export class StatusBoard {
  readonly #packs: string;
  readonly #kept: string;
  readonly #inputs: string;
  readonly #names: readonly string[];
  #make: (() => { board: Board; isComplete: boolean }) | undefined;

  /**
   * @param packs folder that the board is written into
   * @param reports of files, from earlier builds and from the reading of the library
   */
  constructor(packs: string, library: Library, configuration: Configuration, work: string, reports: Memory) {
    this.#packs = packs;
    this.#kept = join(work, 'status');
    this.#inputs = inputsOf(library, configuration);
    this.#names = boardFiles(library.pages.locales);
    this.#make = () => {
      const { diagnostics, isComplete } = checkLibrary(library, configuration, reports);
      reports.save();
      return { board: boardOf(library, diagnostics), isComplete };
    };
  }

  /** Finds out what is wrong, unless the last build has, and writes the board into the packs; gives a digest of what it says. */
  write(): string {
    const note = join(this.#kept, 'made-from');
    if (this.#make && textOf(note) !== this.#noteOf(this.#digest())) {
      rmSync(this.#kept, { recursive: true, force: true });
      const { board, isComplete } = this.#make();
      writeBoard(this.#kept, board);
      // A board on which a rule failed is made again by the next build.
      if (isComplete) writeFileSync(note, this.#noteOf(this.#digest()));
    }
    // It holds the library, which is most of what a build has in memory, and of no use from now on.
    this.#make = undefined;
    for (const name of this.#names) copyFileSync(join(this.#kept, name), join(this.#packs, name));
    return this.#digest();
  }

  /** Of what the kept board says. */
  #digest(): string {
    const said = createHash('sha256');
    for (const name of this.#names) said.update(`${name}\0`).update(textOf(join(this.#kept, name)) ?? '\0');
    return said.digest('base64url');
  }

  /** What the board was made from, and what came of it: a disk may not keep what was written. */
  #noteOf(digest: string): string {
    return `${this.#inputs} ${digest}`;
  }
}

/** Undefined where there is no file that may be read. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function inputsOf({ topics, pages, diagnostics, displayPath }: Library, { options }: Configuration): string {
  const hash = createHash('sha256').update(codeVersion());
  hash.update(JSON.stringify([options.check, pages.locales, pages.base, pages.sourceLocale]));
  // One by one: all of them together may be longer than a text can be.
  for (const diagnostic of diagnostics) hash.update(JSON.stringify(diagnostic));
  for (const { slug, articles, states } of topics) {
    const editions = Object.values(articles).map((article) => [
      article.locale,
      article.digest,
      article.side,
      displayPath(article.file),
      // The digest is of the article's own file; words of these may stand in files that it includes.
      includesOf(article).length === 0 ? [] : [article.title, article.anchors],
    ]);
    hash.update(JSON.stringify([slug, states, editions]));
  }
  return hash.digest('hex');
}
