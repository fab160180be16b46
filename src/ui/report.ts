/** The address at which readers report a bad translation, made from the site's template; in builds and in the browser. */

/** What a template may ask for. */
export const reportPlaceholders = ['article', 'locale', 'sentence', 'title', 'url'] as const;

export type ReportPlaceholder = (typeof reportPlaceholders)[number];

/** Names in braces, in their order. */
export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name);
}

/**
 * A template with its placeholders filled in; one without a value becomes nothing.
 *
 * @example fillReport('mailto:a@b.example?subject={article}', { article: 'pay & go' }) // 'mailto:a@b.example?subject=pay%20%26%20go'
 */
export function fillReport(template: string, values: Partial<Record<ReportPlaceholder, string>>): string {
  return reportPlaceholders.reduce(
    (address, name) => address.replaceAll(`{${name}}`, () => encodeURIComponent(values[name] ?? '')),
    template,
  );
}
