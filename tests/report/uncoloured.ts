import { stripVTControlCharacters } from 'node:util';
import { lineOf } from '../../src/report/output.ts';
import type { Text } from '../../src/report/styled.ts';

/** A line as it is written, without colours. */
export function uncoloured(text: Text): string {
  return stripVTControlCharacters(lineOf(text));
}
