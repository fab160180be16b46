/** Whether the finished site is already the one that a build would make. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostics.ts';
import type { Library } from '../pipeline/prepare.ts';
import type { Site } from '../site/packs.ts';
import type { Configuration } from './configuration.ts';
import { codeVersion, writeWhole } from './memory.ts';

/** Everything of the project's own that a page may be made of, besides the articles. */
const siteCode = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** What was published last, from which inputs. */
export class Published {
  readonly #file: string;
  readonly #out: string;
  readonly #inputs: string;

  /** @param packs folder of the finished packs, which say what every article page shows */
  constructor(file: string, packs: string, site: Site, library: Library, { project, out }: Configuration) {
    const hash = createHash('sha256').update(codeVersion(project, siteCode));
    for (const name of readdirSync(packs).sort(compareText)) {
      // The pages themselves are in by the digests in their entries.
      if (name.endsWith('.json')) hash.update(`${name}\0`).update(readFileSync(join(packs, name)));
    }
    for (const { home } of site.locales) if (home !== undefined) hash.update(readFileSync(home));
    hash.update(JSON.stringify(library.topics.map(({ slug, states, articles }) => [slug, states, editions(articles)])));
    hash.update(JSON.stringify([...library.pages.images.used.values()].sort(compareText)));
    this.#file = file;
    this.#out = out;
    this.#inputs = hash.digest('hex');
  }

  /** True where the site lies there as it was published, made from these very inputs. */
  isUpToDate(): boolean {
    return existsSync(this.#file) && existsSync(this.#out) && readFileSync(this.#file, 'utf8') === this.#state();
  }

  /** To be called when the site has been put in its place. */
  note(): void {
    writeWhole(this.#file, this.#state());
  }

  #state(): string {
    const hash = createHash('sha256');
    const files = readdirSync(this.#out, { recursive: true, encoding: 'utf8' }).sort(compareText);
    for (const file of files) {
      const { size, mtimeMs } = statSync(join(this.#out, file));
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
    return `${this.#inputs} ${hash.digest('hex')}\n`;
  }
}

function editions(articles: Library['topics'][number]['articles']): unknown[] {
  return Object.values(articles).map(({ locale, title, file, metadata }) => [locale, title, file.path, metadata]);
}
