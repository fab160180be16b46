/** Translations and findings of a locale in numbers and one by one, for `/api/v1/status`. */
import { localeOf } from '../core/locales.ts';
import type { State, Translation } from '../pipeline/types.ts';
import { type Catalogue, type Edition, mainEdition } from './catalogue.ts';

const kinds = ['machine', 'human', 'source', 'recovered', 'unknown'] as const satisfies readonly Translation[];
const states = ['current', 'same-shape', 'behind'] as const satisfies readonly State[];

/** A locale's numbers, its articles, and those that it lacks. */
export function statusOf(tag: string, { entries, sourceLocale }: Catalogue) {
  const editions = entries.flatMap((entry) => {
    const edition = entry.editions.find(({ locale }) => locale === tag);
    return edition ? [{ slug: entry.slug, edition }] : [];
  });
  const missing = entries
    .filter((entry) => !entry.editions.some(({ locale }) => locale === tag))
    .map((entry) => ({ slug: entry.slug, title: mainEdition(entry, sourceLocale)?.title ?? entry.slug }));
  const findings = { error: 0, warning: 0, info: 0 };
  const rules = new Map<string, number>();
  for (const { edition } of editions) {
    findings.error += edition.findings.error;
    findings.warning += edition.findings.warning;
    findings.info += edition.findings.info;
    for (const [rule, count] of Object.entries(edition.rules)) rules.set(rule, (rules.get(rule) ?? 0) + count);
  }
  const count = <Value extends string>(values: readonly Value[], is: (edition: Edition, value: Value) => boolean) =>
    Object.fromEntries(
      values.map((value): [Value, number] => [value, editions.filter(({ edition }) => is(edition, value)).length]),
    );
  return {
    summary: {
      locale: tag,
      path: localeOf(tag).path,
      articles: editions.length,
      lacking: missing.length,
      translation: count(kinds, ({ translation }, kind) => translation === kind),
      state: count(states, (edition, state) => edition.state === state),
      findings,
      rules: Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    articles: editions.map(({ slug, edition }) => ({
      slug,
      title: edition.title,
      translation: edition.translation,
      state: edition.state,
      ...(edition.updated === undefined ? {} : { updated: edition.updated }),
      findings: edition.findings,
      rules: edition.rules,
    })),
    missing,
  };
}
