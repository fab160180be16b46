/**
 * What this program has kept on disk for itself: never needed, and never trusted. Disks lose what was written, people edit what they
 * find, and other versions write other things; so a file that is not there, cannot be read, or is not what it should be is taken for
 * none, and made again.
 */
import { readFileSync } from 'node:fs';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** Whether a value is a list of such items. */
export function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}

/** JSON of a value that such a test accepts; undefined for any other text. */
export function parseStored<Value>(text: string, isValue: (value: unknown) => value is Value): Value | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isValue(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The value in a JSON file of ours; undefined where there is none that the test accepts. */
export function readStored<Value>(file: string, isValue: (value: unknown) => value is Value): Value | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  return parseStored(text, isValue);
}
