/** Reads and renders articles in a process of its own. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fillOrder, type PageOrder } from '../../pipeline/page-order.ts';
import type { PageContext } from '../../pipeline/page.ts';
import { readArticle } from '../../pipeline/facts.ts';
import { contextOf } from '../../pipeline/pipeline.ts';
import { shownIn } from '../../pipeline/group/article-for-locale.ts';
import type { FileReference } from '../../core/file-reference.ts';
import type { Configuration } from '../../config/configuration.ts';
import { onReadFor, settingsOf } from '../library.ts';
import { linesOf, type RenderedLines } from './rendered-lines.ts';
import { type Patience, watched } from '../../pool/time-limit.ts';

/** A value that a memory is to keep: JSON in UTF-8. */
export interface KeptValue {
  readonly key: string;
  readonly value: Uint8Array;
}

/** What was found out about one file. */
export interface ReadFile {
  /** JSON of its facts in UTF-8. */
  readonly facts: Uint8Array;
  /** Key under which a memory keeps them; undefined where the file could not be read. */
  readonly key?: string;
  /** The file's report, where reports are asked for. */
  readonly report?: KeptValue;
}

/** What every task begins with: a process serves one build only. */
interface Task {
  readonly configuration: Configuration;
  /** File in which the process notes which article it is at. */
  readonly note: string;
  readonly patience: Patience;
}

export interface ReadTask extends Task {
  readonly files: readonly FileReference[];
  /** Whether to make reports too. */
  readonly reports: boolean;
}

/** Pages of one locale. */
export interface RenderTask extends Task {
  /** Tag of the pages' locale. */
  readonly locale: string;
  /** Published locales, sorted by tag. */
  readonly locales: readonly string[];
  /** Undefined for pages that this process is not to render. */
  readonly orders: readonly (PageOrder | undefined)[];
}

/** A page that is not to be rendered like others, and why. */
export interface Unrendered {
  readonly failure: string;
}

let context: PageContext | undefined;

/** Facts of files, in their order. */
export function read({ configuration, files, reports, ...limit }: ReadTask): ReadFile[] {
  return watched(files, limit, sizeOf, (file) => {
    let report: KeptValue | undefined;
    let key: string | undefined;
    const onRead = onReadFor(configuration, {
      find: () => undefined,
      keep(reportKey, value) {
        report = { key: reportKey, value };
      },
    });
    const facts = readArticle(file, {
      ...settingsOf(configuration),
      recall(factsKey, make) {
        const made = make();
        key = factsKey;
        return made;
      },
      ...(reports ? { onRead } : {}),
    });
    return {
      facts: bytesOf(facts),
      ...(key === undefined ? {} : { key }),
      ...(report === undefined ? {} : { report }),
    };
  });
}

/** Undefined for pages that can only be rendered where all articles are known. */
export function render({
  configuration,
  locale,
  locales,
  orders,
  ...limit
}: RenderTask): (RenderedLines | Unrendered | undefined)[] {
  const opened = (context ??= contextOf([], { ...settingsOf(configuration), locales }));
  const sizeOfOrder = (order: PageOrder | undefined): number => {
    const article = order && shownIn(order.topic, locale, configuration.options.sourceLocale);
    return article ? sizeOf(article.file) : 0;
  };
  return watched(orders, limit, sizeOfOrder, (order) => {
    try {
      const rendered = order && fillOrder(order, locale, opened);
      return rendered && linesOf(rendered);
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  });
}

function sizeOf({ root, path }: FileReference): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0;
}

function bytesOf(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
