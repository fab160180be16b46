/** Renders pages in a thread of its own. */
import { Tinypool } from 'tinypool';
import { fillOrder, type PageOrder } from '../pipeline/page-order.ts';
import { digestOf, type PageContext, type RenderedPage } from '../pipeline/pages.ts';
import { contextOf } from '../pipeline/prepare.ts';
import { recordOf } from '../search/record.ts';
import type { Configuration } from './configuration.ts';
import { settingsOf } from './library.ts';

/** What all threads share. */
export interface Workshop {
  readonly configuration: Configuration;
  /** Published locales, sorted by tag. */
  readonly locales: readonly string[];
}

/** Pages of one locale. */
export interface RenderTask {
  /** Tag of the pages' locale. */
  readonly locale: string;
  readonly orders: readonly PageOrder[];
}

/** A page as its pack holds it. */
export interface RenderedLines extends Omit<RenderedPage, 'page' | 'original'> {
  /** JSON of the page, its original and its record for the search in UTF-8, each with its line end. */
  readonly lines: Uint8Array;
  readonly original: boolean;
  readonly digest: string;
}

let context: PageContext | undefined;

/** Undefined for pages that can only be rendered where all articles are known. */
export default function renderTask({ locale, orders }: RenderTask): (RenderedLines | undefined)[] {
  const opened = (context ??= open(Tinypool.workerData as Workshop));
  return orders.map((order) => {
    const rendered = fillOrder(order, locale, opened);
    return rendered && linesOf(rendered);
  });
}

/** A rendered page as its pack holds it. */
export function linesOf({ page, original, ...rest }: RenderedPage): RenderedLines {
  const record = page.bodyLocale === page.locale ? recordOf(page) : undefined;
  const values = [page, original, record].filter((value) => value !== undefined);
  const lines = Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  return { ...rest, lines, original: original !== undefined, digest: digestOf(page, original) };
}

function open({ configuration, locales }: Workshop): PageContext {
  return contextOf([], { ...settingsOf(configuration), locales });
}
