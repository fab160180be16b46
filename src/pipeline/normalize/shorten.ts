import { printable } from '../../core/html.ts';
import { trimmedEnd } from '../../core/trim.ts';

/** A text on one line, of at most `length` characters, cut between sentences or words where the script has them. */
export function shorten(text: string, length: number): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  // Half a surrogate pair is no character.
  const cut = line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const at = cut.lastIndexOf(' ');
  return `${trimmedEnd(at > length / 2 ? cut.slice(0, at) : cut, /[\s,;:.]/)}…`;
}
