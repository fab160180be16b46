/** What a bundler says of a file that it cannot compile: a hand-written home page, what it imports, or a template. */
import { stripVTControlCharacters } from 'node:util';

/** The files and reasons, one a line and each with its place; undefined for an error that names no file. */
export function templateFailure(error: unknown): string | undefined {
  // The bundler puts what plugins and it itself have found into one error; Astro throws some of its own as they are.
  const found = isRecord(error) && Array.isArray(error['errors']) ? (error['errors'] as unknown[]) : [error];
  const places = found.flatMap((each) => placeOf(each) ?? []);
  return places.length === 0 ? undefined : places.join('\n');
}

function placeOf(error: unknown): string | undefined {
  if (!isRecord(error)) return undefined;
  const loc = isRecord(error['loc']) ? error['loc'] : {};
  const file = [loc['file'], error['id']].find((each) => typeof each === 'string' && each !== '');
  if (typeof file !== 'string') return undefined;
  const numbers = [loc['line'], loc['column']].filter((each) => typeof each === 'number');
  const message = typeof error['message'] === 'string' ? error['message'] : 'It cannot be compiled.';
  const [reason = ''] = stripVTControlCharacters(message).split('\n');
  // Messages may begin with a code of the bundler's, or with the place.
  return `${[file, ...numbers].join(':')}: ${reason.replace(/^\[[A-Z_]+\] |^\d+:\d+(?:-\d+:\d+)?: /, '')}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
