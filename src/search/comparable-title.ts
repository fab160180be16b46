/** Titles as questions are compared with them. */
import { fold } from './words.ts';

/**
 * What is compared of a title, so that nothing else has to be loaded: its words without capitals, accents and signs.
 *
 * @example comparableTitle('“Éléments”: A–B') // 'elements a b'
 */
export function comparableTitle(title: string): string {
  return fold(title)
    .replace(/[^\p{L}\p{N}\p{M}_.@-]+/gu, ' ')
    .trim();
}
