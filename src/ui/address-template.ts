/** Addresses that a site's configuration gives with placeholders, as of a form to report something with; in builds and in the browser. */

/** What the address at which readers report a bad translation may ask for. */
export const reportPlaceholders = ['article', 'locale', 'sentence', 'title', 'url'] as const;
/** What the address at which people help may ask for: the reader's locale, and the question that the search could not answer. */
export const supportPlaceholders = ['locale', 'query'] as const;

export type Placeholder = (typeof reportPlaceholders | typeof supportPlaceholders)[number];

/** Names in braces, in their order. */
export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name);
}

/**
 * A template with its placeholders filled in; one without a value becomes nothing.
 *
 * @example fillAddress('mailto:a@b.example?subject={article}', { article: 'pay & go' }) // 'mailto:a@b.example?subject=pay%20%26%20go'
 */
export function fillAddress(template: string, values: Readonly<Partial<Record<Placeholder, string>>>): string {
  const known = new Map(Object.entries(values));
  return template.replace(/\{(\w*)\}/g, (_, name: string) => encodeURIComponent(known.get(name) ?? ''));
}
