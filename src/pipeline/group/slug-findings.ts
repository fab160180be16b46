/** What is said to those who did not get the slug that they asked for. */
import { type Diagnostic, wholeFile } from '../../core/diagnostics.ts';
import type { Article } from '../types.ts';
import { type Cluster, namedPath } from './cluster.ts';
import type { SlugChoice } from './slugs.ts';
import { asFile, slugify } from './slugify.ts';
import { itemAt } from '../../core/lists.ts';

/**
 * A warning for every file that asks for a slug, by `slug:` or by its name, which its article does not have. Headings ask for nothing.
 *
 * @param nameOf how a file is called in messages
 */
export function slugFindings(
  clusters: readonly Cluster[],
  choices: readonly SlugChoice[],
  nameOf: (article: Article) => string,
): Diagnostic[] {
  const named = (at: number): string => {
    const members = itemAt(clusters, at);
    return nameOf(members.find(({ metadata }) => metadata.translation === 'source') ?? itemAt(members, 0));
  };
  const taken = new Set(choices.map(({ slug }) => asFile(slug)));
  return clusters.flatMap((members, at) => {
    const choice = itemAt(choices, at);
    return members.flatMap((article): Diagnostic[] => {
      const asked = askedBy(article, choice, taken);
      if (asked === undefined) return [];
      return [
        {
          rule: 'slug-taken',
          severity: 'warning',
          file: nameOf(article),
          ...wholeFile,
          message: `The slug \`${asked}\` ${reasonFor(asked, choice, named, at)}; this article is at \`${choice.slug}\`.`,
          hint: 'Choose another `slug:`. Where the slug was given up, take it out of the file that `slugHistory` names.',
        },
      ];
    });
  });
}

/**
 * The slug that a file asks for and its article does not have.
 *
 * @param taken slugs of all articles: a translation may call itself what it likes, as long as that is no other article's
 */
function askedBy(article: Article, { slug, wanted, wish }: SlugChoice, taken: ReadonlySet<string>): string | undefined {
  const explicit = slugify(article.metadata.slug ?? '');
  if (explicit !== '') {
    const isOther =
      asFile(explicit) !== asFile(slug) && (asFile(explicit) === asFile(wanted) || taken.has(asFile(explicit)));
    return isOther ? explicit : undefined;
  }
  if (wish !== 'path' || slug === wanted) return undefined;
  return asFile(slugify(namedPath(article) ?? '')) === asFile(wanted) ? wanted : undefined;
}

function reasonFor(asked: string, { wanted, holder, rivals }: SlugChoice, named: (at: number) => string, at: number) {
  if (asFile(asked) !== asFile(wanted))
    return `is another article's, and the source of this one, ${named(at)}, does not ask for it`;
  if (holder === 'site') return 'belongs to a page of the site itself';
  if (holder !== undefined) return `belongs to the article of ${named(holder)}, which has had it`;
  return `is asked for by ${rivals.map(named).slice(0, 3).join(', ')} too, and nothing tells whose it is`;
}
