/** Renders pages in a thread of its own. */
import { Tinypool } from 'tinypool';
import { fillOrder, type PageOrder } from '../pipeline/page-order.ts';
import { digestOf, type PageContext, type RenderedPage } from '../pipeline/pages.ts';
import { contextOf } from '../pipeline/prepare.ts';
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

/** A page and its original as their pack holds them. */
export interface RenderedLines extends Omit<RenderedPage, 'page' | 'original'> {
  /** JSON of the page and of its original in UTF-8, each with its line end. */
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
  const ofPage = JSON.stringify(page);
  const ofOriginal = original && JSON.stringify(original);
  const lines = Buffer.from(ofOriginal === undefined ? `${ofPage}\n` : `${ofPage}\n${ofOriginal}\n`);
  return { ...rest, lines, original: ofOriginal !== undefined, digest: digestOf(ofPage, ofOriginal) };
}

function open({ configuration, locales }: Workshop): PageContext {
  return contextOf([], { ...settingsOf(configuration), locales });
}
