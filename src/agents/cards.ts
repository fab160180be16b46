/**
 * What the desk shows of an article in a locale before it is opened, in small files: the desk loads those of the articles that it
 * shows, never a list of all.
 */
import type { State, Translation } from '../pipeline/types.ts';
import { localeOf } from '../locales.ts';
import { type Catalogue, mainEdition } from './catalogue.ts';
import { shardCount, shardOf } from './shard.ts';

export interface Card {
  /** Title in the locale; absent where the article has no translation there. */
  readonly title?: string;
  readonly translation?: Translation;
  readonly state?: State;
  readonly errors?: number;
  readonly warnings?: number;
  /** Title of the source, where this is not the source. */
  readonly source?: string;
  /** Locale of that title. */
  readonly sourceLocale?: string;
}

/** Cards by slug, in one file of a locale. */
export type Cards = Readonly<Record<string, Card>>;

/** The files of cards: path below the site's folder, and what is in it. */
export function* cardFiles({ entries, locales, sourceLocale }: Catalogue): Generator<{ path: string; cards: Cards }> {
  const count = shardCount(entries.length);
  for (const locale of locales) {
    const files = Array.from({ length: count }, (): Record<string, Card> => ({}));
    for (const entry of entries) {
      const edition = entry.editions.find((each) => each.locale === locale);
      const main = mainEdition(entry, sourceLocale);
      const file = files[shardOf(entry.slug, count)];
      if (!file) continue;
      file[entry.slug] = {
        ...(edition === undefined
          ? {}
          : {
              title: edition.title,
              translation: edition.translation,
              state: edition.state,
              errors: edition.findings.error,
              warnings: edition.findings.warning,
            }),
        ...(main === undefined || main === edition ? {} : { source: main.title, sourceLocale: main.locale }),
      };
    }
    for (const [shard, cards] of files.entries()) yield { path: cardPath(localeOf(locale).path, shard), cards };
  }
}

/** Path below the site's root of the file that holds an article's card. */
export function cardPath(localePath: string, shard: number): string {
  return `desk/cards/${localePath}/${shard}.json`;
}
