/** The cards of all articles in small files: the desk loads those of the articles that it shows, never a list of all. */
import { localeOf } from '../core/locales.ts';
import { type Catalogue, mainEdition } from './catalogue.ts';
import { type Card, cardPath, type Cards, shardCount, shardOf } from './card.ts';

/** The files of cards: path below the site's folder, and what is in it. */
export function* cardFiles({ entries, locales, sourceLocale }: Catalogue): Generator<{ path: string; cards: Cards }> {
  const count = shardCount(entries.length);
  for (const locale of locales) {
    const files = Array.from({ length: count }, (): [slug: string, card: Card][] => []);
    for (const entry of entries) {
      const edition = entry.editions.find((each) => each.locale === locale);
      const main = mainEdition(entry, sourceLocale);
      const card: Card = {
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
        ...(main === undefined || entry.pages.includes(locale) ? {} : { page: main.locale }),
      };
      files[shardOf(entry.slug, count)]?.push([entry.slug, card]);
    }
    for (const [shard, cards] of files.entries())
      yield { path: cardPath(localeOf(locale).path, shard), cards: Object.fromEntries(cards) };
  }
}
