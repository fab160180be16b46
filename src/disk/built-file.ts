/** Reads files of a finished site. Users name the folder, so its files may hold anything. */
import { readFileSync } from 'node:fs';
import { LineIndex } from '../core/diagnostics.ts';
import { isListOf, isRecord, isText } from '../core/stored.ts';
import { CommandError } from '../core/errors.ts';

/**
 * The value of a JSON file of a finished site.
 *
 * @throws CommandError that names the file if it is missing, damaged or of another kind
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

/** The line, from 1, of a syntax error in JSON; the last line if the text ends too early. */
export function lineOfError(text: string, error: unknown): number {
  // V8 gives the position only in the message.
  const position = error instanceof Error ? /\bposition (\d+)/.exec(error.message)?.[1] : undefined;
  return new LineIndex(text).position(position === undefined ? text.trimEnd().length : Number(position)).line;
}

/** The parts of a page of `api/v1/index.json` that commands need. */
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
