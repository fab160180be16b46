import { resolve } from 'node:path';
import { canonicalTag, localeOf } from '../locales.ts';
import { collect, type Library, pagesIn, type Progress } from '../pipeline/prepare.ts';
import { listHomes } from '../pipeline/read.ts';
import { PackWriter, type SiteLocale, writeFacts } from '../site/packs.ts';
import { type StringKey, stringsFor } from '../ui/strings.ts';
import { type Configuration, displayPath } from './configuration.ts';

/** All articles of the configuration, grouped and checked. */
export function readLibrary(configuration: Configuration, progress: Progress): Library {
  const { roots, options, base, locales } = configuration;
  return collect(
    {
      roots,
      base,
      sourceLocale: options.sourceLocale,
      documentationHosts: options.documentationHosts,
      documentationSite: options.documentationSite,
      locales,
      displayPath,
      strings: (tag) => {
        const strings = stringsFor(tag);
        // The renderer names its few strings itself; a wrong name throws like any missing string.
        return (key, values) => strings.t(key as StringKey, values);
      },
    },
    progress,
  );
}

/** Renders all pages into packs, one locale after the other. */
export function writePacks(library: Library, configuration: Configuration, folder: string, progress: Progress): void {
  const { locales } = library.pages;
  const total = locales.length * library.topics.length;
  let done = 0;
  const counts = new Map<string, number>();
  for (const locale of locales) {
    const writer = new PackWriter(folder, locale);
    const pages = pagesIn(locale, library);
    let step = pages.next();
    for (; step.done !== true; step = pages.next()) {
      const { page, digest } = step.value;
      writer.add(page, digest);
      if (page.bodyLocale === locale) counts.set(locale, (counts.get(locale) ?? 0) + 1);
      progress('Rendering articles', ++done, total);
    }
    writer.close(step.value);
  }
  progress('Rendering articles', done, done);
  writeFacts(folder, {
    title: configuration.options.title,
    base: configuration.base,
    ...(configuration.origin === undefined ? {} : { origin: configuration.origin }),
    sourceLocale: configuration.options.sourceLocale,
    locales: siteLocales(locales, counts, configuration),
    ...(configuration.options.support === undefined ? {} : { support: configuration.options.support }),
  });
}

function siteLocales(
  tags: readonly string[],
  counts: ReadonlyMap<string, number>,
  configuration: Configuration,
): SiteLocale[] {
  const homes = new Map(trustedHomes(configuration));
  return tags.map((tag) => {
    const { path, direction } = localeOf(tag);
    const home = homes.get(tag);
    return {
      tag,
      path,
      name: shortName(tag, tags),
      direction,
      articles: counts.get(tag) ?? 0,
      ...(home === undefined ? {} : { home }),
    };
  });
}

/** A home page in MDX is code, so it is taken only from directories that astro.config.mjs names, never from the command line. */
function trustedHomes({ roots, options, project }: Configuration): [tag: string, file: string][] {
  const trusted = new Set(options.content.map((folder) => resolve(project, folder)));
  return listHomes(roots.filter((root) => trusted.has(root))).flatMap(({ folder, file }): [string, string][] => {
    const tag = canonicalTag(folder);
    return tag === undefined ? [] : [[tag, file]];
  });
}

/**
 * A locale's own name for its language: with the script where that is not the usual one (`繁體中文`), with the region only where
 * another locale of the site shares the language.
 */
function shortName(tag: string, all: readonly string[]): string {
  const { language } = new Intl.Locale(tag);
  if (all.filter((other) => new Intl.Locale(other).language === language).length > 1) return localeOf(tag).name;
  const { script } = localeOf(tag);
  const subtag = script === localeOf(language).script ? language : `${language}-${script}`;
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(subtag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
