/** Makes search indexes in a thread of its own, while pages are rendered. */
import { close } from 'pagefind';
import { type Indexed, indexLocale } from '../../search/index-locale.ts';
import { Backgrounds, type Origins } from '../../search/original.ts';
import { type PackedPage, recordAt } from '../../store/page-pack.ts';
import { learnLesson, type LearnTask, relateTerms, type RelateTask } from './learn-worker.ts';
import { Memory } from '../cache/fact-cache.ts';
import { isWording } from '../../search/wording.ts';

/** The index of one locale. */
export interface IndexTask {
  /** BCP 47 tag. */
  readonly locale: string;
  /** Open file with the locale's pages; threads share open files. */
  readonly file: number;
  /** Articles that are really in this language, sorted. */
  readonly entries: readonly PackedPage[];
  /** Where the index goes. */
  readonly folder: string;
}

/** What is known of the originals, and where it is kept from one build to the next. */
export interface OriginalsTask {
  readonly origins: Origins;
  readonly file: string;
  readonly version: string;
}

let backgrounds: Backgrounds | undefined;
let memory: Memory | undefined;
let last: Promise<void> = Promise.resolve();

/** Takes what is known of the originals. */
export function begin({ origins, file, version }: OriginalsTask): void {
  const opened = (memory = new Memory(file, version));
  backgrounds = new Backgrounds(origins, (key, make) => opened.recall(key, make, isWording));
}

/** Makes the index of a locale. */
export function index(task: IndexTask): Promise<void> {
  return inTurn(() => makeIndex(task));
}

/** Learns from the articles of a locale. */
export function learn(task: LearnTask): Promise<void> {
  return inTurn(() => {
    learnLesson(task);
  });
}

/** Makes the related terms of locales of what was learned. */
export function relate(task: RelateTask): Promise<void> {
  return inTurn(() => {
    relateTerms(task);
  });
}

/** Tasks wait here for each other, one at a time: each takes some hundred megabytes. */
function inTurn<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  const done = last.then(work);
  // A failure is told by the task that has it.
  last = done.then(nothing, nothing);
  return done;
}

function nothing(): void {
  // Only that a task has ended matters to the next.
}

async function makeIndex({ locale, file, entries, folder }: IndexTask): Promise<void> {
  if (!backgrounds) throw new Error('The thread was not told what originals there are.');
  await indexLocale(
    { locale, sourceLocale: backgrounds.sourceLocale },
    articlesOf(locale, file, entries, backgrounds),
    folder,
  );
}

/** Ends Pagefind's process, and keeps what was found out. */
export async function end(): Promise<void> {
  memory?.save();
  memory?.close();
  await close();
}

function* articlesOf(
  locale: string,
  file: number,
  entries: readonly PackedPage[],
  known: Backgrounds,
): Generator<Indexed> {
  for (const entry of entries) yield { record: recordAt(file, entry), background: known.of(entry.slug, locale) };
}
