/** Renders pages in a thread of its own; a thread knows all topics, which it reads once. */
import { Tinypool } from 'tinypool';
import { digestOf, type PageContext, pageOf, type RenderedPage, shownIn } from '../pipeline/pages.ts';
import { contextOf } from '../pipeline/prepare.ts';
import type { Topic } from '../pipeline/types.ts';
import type { Configuration } from './configuration.ts';
import { settingsOf } from './library.ts';

/** What all threads share. */
export interface SharedLibrary {
  readonly configuration: Configuration;
  /** All topics, JSON in UTF-8. */
  readonly topics: SharedArrayBuffer;
}

/** Pages of one locale. */
export interface RenderTask {
  /** Tag of the pages' locale. */
  readonly locale: string;
  readonly slugs: readonly string[];
}

/** A page and its original as their pack holds them. */
export interface RenderedLines extends Omit<RenderedPage, 'page' | 'original'> {
  /** JSON of the page and of its original in UTF-8, each with its line end. */
  readonly lines: Uint8Array;
  readonly original: boolean;
  readonly digest: string;
}

let library: { topics: ReadonlyMap<string, Topic>; context: PageContext } | undefined;

export default function renderTask({ locale, slugs }: RenderTask): RenderedLines[] {
  const { topics, context } = (library ??= open(Tinypool.workerData as SharedLibrary));
  return slugs.map((slug) => {
    const topic = topics.get(slug);
    const article = topic && shownIn(topic, locale, context.sourceLocale);
    if (!article) throw new Error(`There is no article ${slug} in ${locale}.`);
    return linesOf(pageOf(topic, article, locale, context));
  });
}

/** A rendered page as its pack holds it. */
export function linesOf({ page, original, ...rest }: RenderedPage): RenderedLines {
  const values = original === undefined ? [page] : [page, original];
  const lines = Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  return { ...rest, lines, original: original !== undefined, digest: digestOf(page, original) };
}

function open({ configuration, topics: bytes }: SharedLibrary): NonNullable<typeof library> {
  const topics = JSON.parse(Buffer.from(bytes).toString('utf8')) as Topic[];
  return {
    topics: new Map(topics.map((topic) => [topic.slug, topic])),
    context: contextOf(topics, settingsOf(configuration)),
  };
}
