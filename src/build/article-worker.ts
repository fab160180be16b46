/** Reads and renders articles in a process of its own. */
import { fillOrder, type PageOrder } from '../pipeline/page-order.ts';
import type { PageContext } from '../pipeline/pages.ts';
import { contextOf, readArticle } from '../pipeline/prepare.ts';
import type { FileReference } from '../pipeline/types.ts';
import type { Configuration } from './configuration.ts';
import { onReadFor, settingsOf } from './library.ts';
import { linesOf, type RenderedLines } from './rendered-lines.ts';

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

// Nobody waits for it any more when the process that wanted it is gone.
process.once('disconnect', () => process.exit());

let context: PageContext | undefined;

/** Facts of files, in their order. */
export function read({ configuration, files, reports }: ReadTask): ReadFile[] {
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

/** Undefined for pages that can only be rendered where all articles are known, and for those that break: it is told there, too. */
export function render({ configuration, locale, locales, orders }: RenderTask): (RenderedLines | undefined)[] {
  const opened = (context ??= contextOf([], { ...settingsOf(configuration), locales }));
  return orders.map((order) => {
    try {
      const rendered = order && fillOrder(order, locale, opened);
      return rendered && linesOf(rendered);
    } catch {
      return undefined;
    }
  });
}

function bytesOf(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
