/** The search indexes of a build: only those of locales whose articles have changed are made anew. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { localeOf } from '../core/locales.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { Backgrounds, originsOf } from '../search/original.ts';
import type { PackReader } from '../store/page-pack.ts';
import type { Site, SiteLocale } from '../store/site.ts';
import { codeVersion } from './cache/code-version.ts';
import type * as IndexWorker from './workers/index-worker.ts';
import { RelatedTermsOfBuild, type Synonyms } from './related-terms.ts';
import { folderStamp, stampFileOf } from '../disk/folder-stamp.ts';
import { filesBelow } from '../disk/files-below.ts';
import { digestOf, type StagingSite } from '../publish/staging-site.ts';
import { writeAtomic } from '../disk/atomic-files.ts';
import { openPool, type Pool } from '../pool/pool.ts';

/**
 * Brings indexes up to date in a folder where they stay from one build to the next. A thread makes them while pages are written; one at
 * a time, because each takes some hundred megabytes.
 */
export class SearchIndexes {
  readonly #store: string;
  readonly #version: string;
  readonly #thread: Pool<typeof IndexWorker>;
  #backgrounds: Backgrounds | undefined;
  readonly #related: RelatedTermsOfBuild;
  readonly #work: Promise<void>[] = [];
  #made = 0;
  #isClosed = false;

  /**
   * @param store where the indexes are kept, one folder a locale
   * @param related where related terms are kept
   */
  constructor(store: string, related: string) {
    this.#store = store;
    this.#version = codeVersion();
    this.#thread = openPool<typeof IndexWorker>({
      in: 'thread',
      module: new URL('./workers/index-worker.ts', import.meta.url),
      size: 1,
      // They wait for each other in the thread, which need not ask this one for the next.
      tasksAtOnce: Number.MAX_SAFE_INTEGER,
    });
    this.#related = new RelatedTermsOfBuild(related, store, this.#version, {
      learn: (task) => this.#thread.run('learn', task),
      relate: (task) => this.#thread.run('relate', task),
    });
    this.#thread.start();
  }

  /** Tells what originals there are; to be called once, before any pack comes. */
  begin({ topics, pages }: Library): void {
    const origins = originsOf(topics, pages.sourceLocale);
    this.#backgrounds = new Backgrounds(origins);
    const task = { origins, file: join(this.#store, 'originals.tsv'), version: this.#version };
    this.#begin(this.#thread.run('begin', task));
  }

  /** Takes a locale's finished pack, which it closes when its index is there. A failure is told by `finish`. */
  add(locale: string, pack: PackReader): void {
    this.#related.add(locale, pack);
    this.#begin(this.#bringUpToDate(locale, pack));
  }

  /**
   * Learns related terms from the packs; all of them have been added.
   *
   * @param sourceLocale undefined where the build is a part of the site
   */
  learn(sourceLocale: string | undefined, synonyms: Synonyms): void {
    const indexes = [...this.#work];
    this.#begin(Promise.all(indexes).then(() => this.#related.learn(sourceLocale, synonyms)));
  }

  /** Waits for all indexes and gives the number of those that were made in this build. */
  async finish(): Promise<number> {
    try {
      await Promise.all(this.#work);
    } finally {
      await this.close();
    }
    return this.#made;
  }

  /** Ends the thread, if it still runs. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#thread.run('end');
    await this.#thread.close();
    this.#related.close();
  }

  #begin(work: Promise<void>): void {
    // A failure is told when somebody waits for it; until then it is not unhandled.
    work.catch(() => undefined);
    this.#work.push(work);
  }

  async #bringUpToDate(locale: string, pack: PackReader): Promise<void> {
    if (await this.#update(locale, pack)) this.#made++;
    pack.close();
  }

  async #update(locale: string, pack: PackReader): Promise<boolean> {
    const own = pack.entries.filter(({ fallback, unlisted }) => !fallback && unlisted !== true);
    if (own.length === 0) return false;
    const { path } = localeOf(locale);
    const folder = join(this.#store, path);
    const stampFile = stampFileOf(folder);
    const hash = createHash('sha256').update(this.#version);
    for (const { slug, digest } of own) hash.update(`${slug} ${digest} ${this.#backgrounds?.digest(slug, locale)}\n`);
    const madeOf = hash.digest('hex');
    const kept = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
    if (kept.startsWith(madeOf) && kept === folderStamp(madeOf, folder)) return false;
    // The stamp goes first: an index that was cut off is never taken for a whole one.
    rmSync(stampFile, { force: true });
    mkdirSync(this.#store, { recursive: true });
    await this.#thread.run('index', { locale, file: pack.file, entries: own, folder });
    writeAtomic(stampFile, folderStamp(madeOf, folder));
    return true;
  }
}

/**
 * Brings the indexes of the site's locales into the staging site.
 *
 * @returns the locales whose index is not that of an earlier site
 */
export function copyIndexes(site: Site, store: string, staging: StagingSite): SiteLocale[] {
  return site.built.filter(({ path, articles }) => {
    if (articles === 0) return false;
    const key = digestOf(readFileSync(stampFileOf(join(store, path))));
    let isNew = false;
    for (const name of filesBelow(join(store, path)))
      isNew = staging.link(`pagefind/${path}/${name}`, join(store, path, name), key) || isNew;
    return isNew;
  });
}
