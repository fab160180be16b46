/** What scripts say on a page, in its language; see `pageWords` in `site/words.ts`. */
import type { PageWords } from '../../site/words.ts';

const given = document.body.dataset['words'];

/** Undefined on pages that belong to no locale. */
export const words = given === undefined ? undefined : (JSON.parse(given) as PageWords);

/** @example fill('Link to step {{number}}', { number: 4 }) // 'Link to step 4' */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => String(values[name] ?? ''));
}
