/** The related terms of a build: learned again only where articles have changed. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../core/diagnostics.ts';
import { localeOf } from '../core/locales.ts';
import type { PackReader } from '../store/page-pack.ts';
import type { Site } from '../store/site.ts';
import { folderStamp, stampFileOf } from '../disk/folder-stamp.ts';
import type { LearnTask, OwnPages, RelateTask } from './workers/learn-worker.ts';
import { filesBelow } from '../disk/files-below.ts';
import { digestOf, type StagingSite } from '../publish/staging-site.ts';
import { readLesson } from './cache/stored-lesson.ts';
import { writeAtomic } from '../disk/atomic-files.ts';

/** Words that people say mean the same, group by group, by the tags of locales. */
export type Synonyms = Readonly<Record<string, readonly (readonly string[])[]>>;

/** What the thread does for this. */
export interface LearningThread {
  learn(task: LearnTask): Promise<void>;
  relate(task: RelateTask): Promise<void>;
}

interface KnownLocale {
  readonly locale: string;
  readonly pages: OwnPages;
}

/** A lesson that is there, or will be. */
interface KeyedLesson {
  readonly file: string;
  /** Changes whenever an article that it is learned from has changed. */
  readonly key: string;
}

/**
 * Brings related terms up to date in a folder where they stay from one build to the next: for each locale a lesson, which is learned
 * from its articles and the source's, and the files that are published, which are made of all lessons.
 */
export class RelatedTermsOfBuild {
  readonly #store: string;
  readonly #indexes: string;
  readonly #version: string;
  readonly #thread: LearningThread;
  readonly #locales: KnownLocale[] = [];

  /**
   * @param store where all is kept
   * @param indexes where the indexes of the locales are kept
   */
  constructor(store: string, indexes: string, version: string, thread: LearningThread) {
    this.#store = store;
    this.#indexes = indexes;
    this.#version = version;
    this.#thread = thread;
  }

  /** Takes a locale's finished pack, and keeps its file open. */
  add(locale: string, pack: PackReader): void {
    const entries = pack.entries.filter(({ fallback, unlisted }) => !fallback && unlisted !== true);
    if (entries.length > 0) this.#locales.push({ locale, pages: { file: openSync(pack.path, 'r'), entries } });
  }

  /**
   * Learns from the packs; all of them have been added, and their indexes are there.
   *
   * @param sourceLocale undefined where the build has not all locales: what is related depends on all of them, so nothing is learned
   */
  async learn(sourceLocale: string | undefined, synonyms: Synonyms): Promise<void> {
    mkdirSync(this.#store, { recursive: true });
    const locales = this.#locales.toSorted((a, b) => compareText(a.locale, b.locale));
    const source = locales.find(({ locale }) => locale === sourceLocale);
    const lessons = new Map<string, KeyedLesson>();
    for (const own of locales)
      if (source && own !== source) lessons.set(own.locale, await this.#lessonOf(own.locale, source.pages, own.pages));
    const hash = createHash('sha256').update(this.#version);
    for (const [locale, { key }] of lessons) hash.update(`${locale} ${key}\n`);
    const learned = hash.digest('hex');
    const wanted = locales.flatMap(({ locale }) => {
      const { path } = localeOf(locale);
      const own = {
        ...optionalLesson(lessons.get(locale)),
        locale,
        index: join(this.#indexes, path),
        synonyms: synonyms[locale] ?? [],
        folder: join(this.#store, path),
      };
      // Only what an index has is related.
      const indexStamp = readFileSync(stampFileOf(own.index), 'utf8');
      const key = createHash('sha256')
        .update(`${learned} ${sourceLocale ?? ''} ${JSON.stringify(own.synonyms)} ${indexStamp}`)
        .digest('hex');
      const stamp = stampFileOf(own.folder);
      const kept = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
      return kept === folderStamp(key, own.folder) ? [] : [{ own, key, stamp }];
    });
    if (wanted.length === 0) return;
    // The stamps go first: files that were cut off are never taken for whole ones.
    for (const { stamp } of wanted) rmSync(stamp, { force: true });
    const files = Array.from(lessons.values(), ({ file }) => file);
    await this.#thread.relate({
      lessons: files,
      ...(sourceLocale === undefined ? {} : { sourceLocale }),
      wanted: wanted.map(({ own }) => own),
    });
    for (const { own, key, stamp } of wanted) writeAtomic(stamp, folderStamp(key, own.folder));
  }

  close(): void {
    for (const { pages } of this.#locales.splice(0)) closeSync(pages.file);
  }

  async #lessonOf(locale: string, source: OwnPages, translation: OwnPages): Promise<KeyedLesson> {
    const originals = new Map(source.entries.map(({ slug, digest }) => [slug, digest]));
    const hash = createHash('sha256').update(this.#version);
    for (const { slug, digest } of translation.entries) {
      const original = originals.get(slug);
      if (original !== undefined) hash.update(`${slug} ${digest} ${original}\n`);
    }
    const key = hash.digest('hex');
    const { path } = localeOf(locale);
    const [file, keyFile] = [join(this.#store, `${path}.json`), join(this.#store, `${path}.key`)];
    const kept = existsSync(keyFile) ? readFileSync(keyFile, 'utf8') : '';
    if (kept !== key || !readLesson(file)) {
      rmSync(keyFile, { force: true });
      await this.#thread.learn({ source, translation, lesson: file });
      writeAtomic(keyFile, key);
    }
    return { file, key };
  }
}

function optionalLesson(lesson: KeyedLesson | undefined): { lesson?: string } {
  return lesson === undefined ? {} : { lesson: lesson.file };
}

/** Brings the related terms of the site's locales into the staging site, beside their indexes. */
export function copyRelatedTerms(site: Site, store: string, staging: StagingSite): void {
  for (const { path, articles } of site.built) {
    const folder = join(store, path);
    if (articles === 0 || !existsSync(folder)) continue;
    for (const name of filesBelow(folder))
      staging.link(`pagefind/${path}/${name}`, join(folder, name), digestOf(readFileSync(join(folder, name))));
  }
}
