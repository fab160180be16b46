import { stripVTControlCharacters } from 'node:util';
import { lineOf } from '../../src/cli/output.ts';
import type { Text } from '../../src/cli/styled.ts';

/** A line as it is written, without colours. */
export function uncoloured(text: Text): string {
  return stripVTControlCharacters(lineOf(text));
}
