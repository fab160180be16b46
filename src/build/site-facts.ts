/** What all pages of a site share, from its configuration. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { canonicalTag, localeOf } from '../locales.ts';
import { readHeader } from '../pipeline/parse/header.ts';
import { readPublication, reasonToWithhold } from '../pipeline/parse/publication.ts';
import { listHomes } from '../pipeline/read.ts';
import type { SiteFacts, SiteLocale } from '../site/packs.ts';
import type { Configuration } from './configuration.ts';

/**
 * @param locales tags of all published locales, sorted
 * @param built those whose pages this build makes
 * @param counts numbers of articles that are really in a locale, by its tag
 */
export function siteFacts(
  locales: readonly string[],
  built: readonly string[],
  counts: ReadonlyMap<string, number>,
  configuration: Configuration,
): SiteFacts {
  const { options, base, origin } = configuration;
  return {
    title: options.title,
    base,
    ...(origin === undefined ? {} : { origin }),
    sourceLocale: options.sourceLocale,
    locales: siteLocales(locales, counts, configuration),
    built,
    status: options.status,
    ...(options.support === undefined ? {} : { support: options.support }),
    ...(options.report === undefined ? {} : { report: options.report }),
  };
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
export function trustedHomes({
  roots,
  options,
  project,
  time = Date.now(),
}: Configuration): [tag: string, file: string][] {
  const trusted = new Set(options.content.map((folder) => resolve(project, folder)));
  return listHomes(roots.filter((root) => trusted.has(root))).flatMap(({ folder, file }): [string, string][] => {
    const tag = canonicalTag(folder);
    return tag === undefined || !isPublished(file, time) ? [] : [[tag, file]];
  });
}

/** Whether the header of a home page lets it be published. One that cannot be read is looked at when it is compiled. */
function isPublished(file: string, time: number): boolean {
  try {
    const { publication } = readPublication(readHeader(readFileSync(file, 'utf8')).fields);
    return reasonToWithhold(publication, time) === undefined;
  } catch {
    return true;
  }
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
