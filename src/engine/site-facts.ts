/** What all pages of a site share, from its configuration. */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { canonicalTag, localeOf } from '../core/locales.ts';
import { publicationOf } from '../pipeline/parse/publication-of.ts';
import { reasonToWithhold, turningPoints } from '../pipeline/parse/publication.ts';
import { listHomes } from '../pipeline/read.ts';
import type { Publication } from '../pipeline/types.ts';
import type { SiteFacts, SiteLocale } from '../store/site-facts.ts';
import { siteOptionsOf } from '../config/site-options.ts';
import type { Configuration } from '../config/configuration.ts';

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
    ...siteOptionsOf(options),
    base,
    ...(origin === undefined ? {} : { origin }),
    locales: siteLocales(locales, counts, configuration),
    built,
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
export function trustedHomes(configuration: Configuration): [tag: string, file: string][] {
  const { time = Date.now() } = configuration;
  return homesIn(configuration).filter(([, file]) => reasonToWithhold(publicationOfHome(file), time) === undefined);
}

/** The moments at which home pages come or go. */
export function turningPointsOfHomes(configuration: Configuration): number[] {
  return homesIn(configuration).flatMap(([, file]) => turningPoints(publicationOfHome(file)));
}

function homesIn({ roots, options, project }: Configuration): [tag: string, file: string][] {
  const trusted = new Set(options.content.map((folder) => resolve(project, folder)));
  return listHomes(roots.filter((root) => trusted.has(root))).flatMap(({ folder, file }): [string, string][] => {
    const tag = canonicalTag(folder);
    return tag === undefined ? [] : [[tag, file]];
  });
}

/** What the header of a home page says. One that cannot be read is looked at when it is compiled. */
function publicationOfHome(file: string): Publication {
  try {
    return publicationOf({ path: basename(file), text: readFileSync(file, 'utf8') });
  } catch {
    return {};
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
