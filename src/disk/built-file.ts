/** Files of a finished site, which lie in folders that people name: what is there may be anything. */
import { readFileSync } from 'node:fs';
import { LineIndex } from '../core/diagnostics.ts';
import { isListOf, isRecord, isText } from '../core/stored.ts';
import { CommandError } from '../core/errors.ts';

/**
 * The value in a JSON file of a finished site.
 *
 * @throws CommandError that names the file, where it is missing, damaged or of another kind
 */
export function readBuilt<Value>(file: string, isValue: (value: unknown) => value is Value): Value {
  const next = 'Build the site again with `npm run build`.';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read. ${next}`, { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${file}:${lineOfError(text, error)}: this is not valid JSON. ${next}`, { cause: error });
  }
  if (isValue(value)) return value;
  throw new CommandError(`${file}:1: this is not what a build writes. ${next}`);
}

/** The line, from 1, at which a text ceases to be JSON; the last one where it only ends too early. */
export function lineOfError(text: string, error: unknown): number {
  // The engine says the position in words only.
  const position = error instanceof Error ? /\bposition (\d+)/.exec(error.message)?.[1] : undefined;
  return new LineIndex(text).position(position === undefined ? text.trimEnd().length : Number(position)).line;
}

/** What programs here need of one page of `api/v1/index.json`. */
export interface BuiltIndex {
  readonly topics: readonly BuiltTopic[];
  readonly next?: string;
}

export interface BuiltTopic {
  readonly title: Readonly<Record<string, string>>;
  readonly slug: string;
  readonly locales: Readonly<
    Record<string, { readonly url: string; readonly file: string; readonly translation: string }>
  >;
}

export function isBuiltIndex(value: unknown): value is BuiltIndex {
  return (
    isRecord(value) && isListOf(value['topics'], isTopic) && (value['next'] === undefined || isText(value['next']))
  );
}

function isTopic(value: unknown): value is BuiltTopic {
  return (
    isRecord(value) &&
    isText(value['slug']) &&
    isRecord(value['title']) &&
    Object.values(value['title']).every(isText) &&
    isRecord(value['locales']) &&
    Object.values(value['locales']).every(
      (edition) => isRecord(edition) && ['url', 'file', 'translation'].every((name) => isText(edition[name])),
    )
  );
}
