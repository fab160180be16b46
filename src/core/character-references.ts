import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** What stands behind the `&` of a reference to a character, as the source of a regular expression without regard to case. */
export const reference = String.raw`#\d{1,7};|#x[\da-f]{1,6};|[\da-z]{1,31};`;

const parts = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\da-z]{1,31}));$/i;

/** The character that a reference such as `&amp;` or `&#233;` names; the reference itself where it names none. */
export function characterOf(written: string): string {
  const [, decimal, hexadecimal, name] = parts.exec(written) ?? [];
  if (name !== undefined) return decodeNamedCharacterReference(name) || written;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  if (Number.isNaN(code)) return written;
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

const references = new RegExp(`&(?:${reference})`, 'gi');

/** A text with the characters in the place of the references to them, as a browser reads it. */
export function withoutReferences(text: string): string {
  return text.replace(references, characterOf);
}
