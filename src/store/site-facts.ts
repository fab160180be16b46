/** What all pages of a site share: one plain value, whose digest is part of the key of every page. */
import type { SiteOptions } from '../config/site-options.ts';

/** A locale as the site shows it. */
export interface SiteLocale {
  /** BCP 47 tag, `fr-FR`. */
  readonly tag: string;
  /** First part of its URLs, `fr-fr`. */
  readonly path: string;
  /** Its own name for itself; the region only where two locales share the language. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Number of articles really in this language. */
  readonly articles: number;
  /** File of a hand-written home page in MDX, absolute. */
  readonly home?: string;
}

export interface SiteFacts extends SiteOptions {
  /** Path below which the site is served; begins and ends with `/`. */
  readonly base: string;
  /** Origin of the published site without a slash at its end, `https://help.example.com`; undefined while unknown. */
  readonly origin?: string;
  /** Sorted by tag. */
  readonly locales: readonly SiteLocale[];
  /** Tags of the locales that this build makes pages for, sorted; another build makes those of the others. */
  readonly built: readonly string[];
}

/** The locales that this build makes pages for. */
export function builtLocales({ locales, built }: Pick<SiteFacts, 'locales' | 'built'>): SiteLocale[] {
  return locales.filter(({ tag }) => built.includes(tag));
}

/** The locale with a tag, or with a path. */
export function localeIn({ locales }: Pick<SiteFacts, 'locales'>, name: string): SiteLocale {
  const found = locales.find(({ tag, path }) => tag === name || path === name);
  if (!found) throw new Error(`The site has no locale ${name}.`);
  return found;
}
