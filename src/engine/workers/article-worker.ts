/** Reads and renders articles in a process of its own. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from '../../pipeline/page.ts';
import type { RenderInput } from '../../pipeline/render-input.ts';
import { messageOf } from '../../core/errors.ts';
import { readArticle } from '../../pipeline/facts.ts';
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

export interface RenderTask extends Task {
  readonly inputs: readonly RenderInput[];
}

/** A page that is not to be rendered like others, and why. */
export interface Unrendered {
  readonly failure: string;
}

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

/** The pages of inputs, in their order. */
export function render({ configuration, inputs, ...limit }: RenderTask): (RenderedLines | Unrendered)[] {
  const resources = settingsOf(configuration);
  const sizeOfText = ({ text: { file } }: RenderInput): number =>
    sizeOf({ root: resources.roots[file.root] ?? '', path: file.path });
  return watched(inputs, limit, sizeOfText, (input) => {
    try {
      return linesOf(pageOf(input, resources));
    } catch (error) {
      return { failure: messageOf(error) };
    }
  });
}

function sizeOf({ root, path }: FileReference): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0;
}

function bytesOf(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
