/** Which article an assistant means. */
import { lookupIn } from '../exports/question.ts';
import { localeOf } from '../core/locales.ts';
import type { BuiltSite } from './built-site.ts';
import type { Problem } from './problem.ts';

/** An article of the site. */
export interface FoundArticle {
  readonly slug: string;
  /** Tag of the locale that the address was in, where it was an address in one of the site's. */
  readonly locale?: string;
}

/** Articles that are offered instead of one that is not there. */
const mostOffered = 5;

/**
 * The article with a slug, a slug from before, an id, or an address. Everything is looked for among what the site has.
 *
 * @example findArticle('https://help.example/fr-fr/pay-invoice/#step-4', site) // { slug: 'pay-invoice', locale: 'fr-FR' }
 */
export function findArticle(text: string, site: BuiltSite): FoundArticle | Problem {
  const name = text.trim();
  const locale = localeIn(name, site);
  const candidates = [name, name.toLowerCase(), ...(lookupIn(name, site.base)?.candidates ?? [])];
  for (const candidate of candidates) {
    if (site.slugs.has(candidate)) return { slug: candidate, ...locale };
    const [only, ...others] = site.articlesOfId(candidate).filter(({ slug }) => site.slugs.has(slug));
    if (only && others.length === 0) return { slug: only.slug, ...locale };
    if (only) return severalArticles(candidate, [only.slug, ...others.map(({ slug }) => slug)]);
  }
  return { problem: `No article has the slug, id or address ${JSON.stringify(name)}. ${nextStep(name, site)}` };
}

function severalArticles(id: string, slugs: readonly string[]): Problem {
  const offered = slugs.slice(0, mostOffered).join(', ');
  return {
    problem: `${slugs.length} articles have the id ${JSON.stringify(id)}. Call again with one of their slugs: ${offered}.`,
  };
}

/** The locale that an address is in. */
function localeIn(address: string, { tags }: BuiltSite): { locale?: string } {
  if (!address.includes('/')) return {};
  const parts = new Set(address.toLowerCase().split(/[/?#]/));
  const locale = tags.find((tag) => parts.has(localeOf(tag).path));
  return locale === undefined ? {} : { locale };
}

function nextStep(name: string, site: BuiltSite): string {
  const similar = similarSlugs(name, site.slugs);
  const offer = similar.length === 0 ? '' : `Slugs like it: ${similar.join(', ')}. `;
  return `${offer}The tool \`search\` finds articles by words.`;
}

/** Slugs that share words with a text, those that share most first. */
function similarSlugs(text: string, slugs: Iterable<string>): string[] {
  const words = wordsOf(text.slice(-200));
  return [...slugs]
    .map((slug) => ({ slug, shared: words.intersection(wordsOf(slug)).size }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, mostOffered)
    .map(({ slug }) => slug);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}
