/** What the search says; a file of each locale, `search/strings.json`. */
export interface SearchStrings {
  /** By plural category, with `{{count}}` and `{{query}}`. */
  readonly results: Readonly<Record<string, string>>;
  /** With `{{query}}`. */
  readonly none: string;
  readonly hint: string;
  readonly failed: string;
  readonly more: string;
  readonly machine: string;
  readonly inSource: string;
}

/** Puts values in the place of `{{name}}`. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** The sentence that tells how many results there are. */
export function countText(strings: SearchStrings, count: number, query: string, tag: string): string {
  if (count === 0) return fill(strings.none, { query });
  const form = strings.results[new Intl.PluralRules(tag).select(count)] ?? strings.results['other'] ?? '';
  const number = new Intl.NumberFormat(new Intl.Locale(tag, { numberingSystem: 'latn' })).format(count);
  return fill(form, { count: number, query });
}
