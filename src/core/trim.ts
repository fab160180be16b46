/**
 * Ends of texts taken off character by character. A regular expression that ends in `+$` begins again at each character that it could
 * take, wherever that stands: time that grows with the square of a run of them.
 */

/**
 * A text without the characters at its end that a class matches.
 *
 * @param taken matches one character of the basic plane; without the `g` flag
 */
export function trimmedEnd(text: string, taken: RegExp): string {
  let end = text.length;
  while (end > 0 && taken.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
