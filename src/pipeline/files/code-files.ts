/** Files of code that articles show, `[!code[text](path)]` and `:::code source="path":::`. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** Bytes of a file of code beyond which nobody reads it on a page. */
export const longestCode = 1_000_000;

/** Its text; undefined if it is too long, is not text, or cannot be read. */
export function codeIn(file: string): string | undefined {
  try {
    if (statSync(file).size > longestCode) return undefined;
    const text = readFileSync(file, 'utf8');
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** SHA-256 of the text of such a file, in hexadecimal. */
export function digestOfCode(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
