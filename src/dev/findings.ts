/** The findings of the article on a page, in all its locales, for the writers' panel. */
import { join } from 'node:path';
import { checkLibrary } from '../engine/check-library.ts';
import type { Reports } from '../engine/library.ts';
import type { Configuration } from '../config/configuration.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { checkReferences } from '../pipeline/link/check-links.ts';
import { pagePath } from '../pipeline/link/resolve.ts';
import { textOf } from '../pipeline/article-text.ts';
import { readIfPossible } from '../pipeline/read.ts';
import type { Article, Topic } from '../pipeline/types.ts';
import type { LiveSite } from './live-site.ts';

/** A finding as the panel shows it. */
export interface PanelFinding extends Diagnostic {
  readonly locale: string;
  /** Page of that locale, with the base. */
  readonly page: string;
  /** Absolute path, for the editor. */
  readonly path: string;
  /** What is marked in the file, where that is in one line. */
  readonly marked: string;
  /** The line up to there: what the page shows may be mended already. */
  readonly before: string;
}

export interface PanelFindings {
  /** Locale of the article on the page. */
  readonly locale?: string;
  readonly findings: readonly PanelFinding[];
  /** Both sides of the sentences on the page, by unit number. */
  readonly units?: Readonly<Record<string, { readonly target: string; readonly source: string }>>;
}

/** Rules that compare articles with all others see only this one here: `npm run check` has the rest. */
export function findingsOf(
  { topic, article }: { topic: Topic; article: Article },
  site: LiveSite,
  configuration: Configuration,
  reports: Reports,
): PanelFindings {
  const { library } = site;
  const editions = Object.values(topic.articles).filter(({ side }) => side === 'target');
  const texts = new Map(
    editions.map(({ file }) => [library.displayPath(file), readIfPossible(file, () => undefined)?.text ?? '']),
  );
  const own = editions.flatMap((edition) => {
    const name = library.displayPath(edition.file);
    return [...edition.diagnostics, ...diagnose(name, texts.get(name) ?? '', checkReferences(edition, library.pages))];
  });
  const files = editions.map(({ file }) => file);
  const { diagnostics } = checkLibrary(
    { ...library, topics: [topic], diagnostics: own },
    configuration,
    reports,
    () => undefined,
    files,
  );
  const byFile = new Map(editions.map((edition) => [library.displayPath(edition.file), edition]));
  const findings = diagnostics.flatMap((diagnostic): PanelFinding[] => {
    const edition = byFile.get(diagnostic.file);
    if (!edition || diagnostic.severity === 'info') return [];
    return [
      {
        ...diagnostic,
        locale: edition.locale,
        page: pagePath(site.facts.base, edition.locale, topic.slug),
        path: join(edition.file.root, edition.file.path),
        ...excerpt(texts.get(diagnostic.file) ?? '', diagnostic),
      },
    ];
  });
  return { locale: article.locale, findings, units: unitsOf(article, topic, site.facts.sourceLocale) };
}

function excerpt(text: string, { line, column, endLine, endColumn }: Diagnostic): { marked: string; before: string } {
  const whole = text.split('\n')[line - 1] ?? '';
  return { marked: line === endLine ? whole.slice(column - 1, endColumn - 1) : '', before: whole.slice(0, column - 1) };
}

function unitsOf(article: Article, topic: Topic, sourceLocale: string): NonNullable<PanelFindings['units']> {
  const { draft } = textOf(article, topic, sourceLocale);
  return Object.fromEntries(
    draft.segments.flatMap(({ units, target, source }) => units.map((unit) => [unit, { target, source }])),
  );
}
