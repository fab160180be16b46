/** The static JSON API, `/api/v1/`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagePath } from '../pipeline/link/resolve.ts';
import type { State, Topic, Translation } from '../pipeline/types.ts';

/** One topic in `/api/v1/index.json`. */
export interface ApiTopic {
  readonly slug: string;
  /** Title by locale tag. */
  readonly title: Readonly<Record<string, string>>;
  /** All ids that any edition states, sorted. */
  readonly ids: readonly string[];
  /** Editions by locale tag; fallback pages are not among them. */
  readonly locales: Readonly<Record<string, ApiEdition>>;
}

export interface ApiEdition {
  /** Path of the page, with the base. */
  readonly url: string;
  /** Input file, relative to its content directory. */
  readonly file: string;
  readonly translation: Translation;
  readonly state: State;
}

export function writeApi(topics: readonly Topic[], locales: readonly string[], base: string, site: string): void {
  const folder = join(site, 'api', 'v1');
  mkdirSync(folder, { recursive: true });
  const published = new Set(locales);
  const listed = topics
    .map((topic) => apiTopic(topic, published, base))
    .filter((topic) => Object.keys(topic.locales).length > 0);
  // One topic a line: small enough to load, and a change shows as one line.
  writeFileSync(
    join(folder, 'index.json'),
    `{"topics":[\n${listed.map((topic) => JSON.stringify(topic)).join(',\n')}\n]}\n`,
  );
}

function apiTopic({ slug, articles, states }: Topic, published: ReadonlySet<string>, base: string): ApiTopic {
  const editions = Object.values(articles).filter(({ locale }) => published.has(locale));
  return {
    slug,
    title: Object.fromEntries(editions.map(({ locale, title }) => [locale, title])),
    ids: [...new Set(editions.flatMap(({ metadata }) => metadata.ids))].sort(),
    locales: Object.fromEntries(
      editions.map((article): [string, ApiEdition] => [
        article.locale,
        {
          url: pagePath(base, article.locale, slug),
          file: article.file.path,
          translation: article.metadata.translation,
          state: states[article.locale] ?? 'current',
        },
      ]),
    ),
  };
}
