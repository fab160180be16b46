import { directionOf, isolate } from './isolate.ts';

/**
 * Puts values in the place of `{{name}}` in a text of the interface. Values in letters of the other direction are isolated.
 *
 * @example fill('Link to step {{number}}', { number: 4 }) // 'Link to step 4'
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  const direction = directionOf(text);
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : placeholder;
    return typeof value === 'string' ? isolate(value, direction) : String(value);
  });
}
