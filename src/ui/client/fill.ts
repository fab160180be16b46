/**
 * Puts values in the place of `{{name}}` in a text of the interface.
 *
 * @example fill('Link to step {{number}}', { number: 4 }) // 'Link to step 4'
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
