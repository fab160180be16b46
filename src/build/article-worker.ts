/** Reads and renders articles in a thread of its own. */
import { Tinypool } from 'tinypool';
import { fillOrder, type PageOrder } from '../pipeline/page-order.ts';
import { digestOf, type PageContext, type RenderedPage } from '../pipeline/pages.ts';
import { contextOf, readArticle } from '../pipeline/prepare.ts';
import type { FileReference } from '../pipeline/types.ts';
import { recordOf } from '../search/record.ts';
import type { Configuration } from './configuration.ts';
import { onReadFor, settingsOf } from './library.ts';

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

export interface ReadTask {
  readonly files: readonly FileReference[];
  /** Whether to make reports too. */
  readonly reports: boolean;
}

/** Pages of one locale. */
export interface RenderTask {
  /** Tag of the pages' locale. */
  readonly locale: string;
  /** Published locales, sorted by tag. */
  readonly locales: readonly string[];
  readonly orders: readonly PageOrder[];
}

/** A page as its pack holds it. */
export interface RenderedLines extends Omit<RenderedPage, 'page' | 'original'> {
  /** JSON of the page, its original and its record for the search in UTF-8, each with its line end. */
  readonly lines: Uint8Array;
  readonly original: boolean;
  readonly digest: string;
}

const configuration = Tinypool.workerData as Configuration;
let context: PageContext | undefined;

/** Facts of files, in their order. */
export function read({ files, reports }: ReadTask): ReadFile[] {
  return files.map((file) => {
    let report: KeptValue | undefined;
    let key: string | undefined;
    const onRead = onReadFor(configuration, {
      recall(reportKey, make) {
        const made = make();
        report = { key: reportKey, value: bytesOf(made) };
        return made;
      },
    });
    const facts = readArticle(file, {
      ...settingsOf(configuration),
      recall(factsKey, make) {
        key = factsKey;
        return make();
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
export function render({ locale, locales, orders }: RenderTask): (RenderedLines | undefined)[] {
  const opened = (context ??= contextOf([], { ...settingsOf(configuration), locales }));
  return orders.map((order) => {
    const rendered = fillOrder(order, locale, opened);
    return rendered && linesOf(rendered);
  });
}

/** A rendered page as its pack holds it. */
export function linesOf({ page, original, ...rest }: RenderedPage): RenderedLines {
  const ofPage = JSON.stringify(page);
  const ofOriginal = original && JSON.stringify(original);
  const record = page.bodyLocale === page.locale ? JSON.stringify(recordOf(page)) : undefined;
  const values = [ofPage, ofOriginal, record].filter((value) => value !== undefined);
  const lines = Buffer.from(values.map((value) => `${value}\n`).join(''));
  return { ...rest, lines, original: ofOriginal !== undefined, digest: digestOf(ofPage, ofOriginal) };
}

function bytesOf(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
