/** What is said to those who did not get the slug that they asked for. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { Article } from '../types.ts';
import { type Cluster, namedPath } from './cluster.ts';
import type { SlugChoice } from './slugs.ts';
import { asFile, slugify } from './slugify.ts';

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
    const members = clusters[at] ?? [];
    const main = members.find(({ metadata }) => metadata.translation === 'source') ?? members[0];
    return main ? nameOf(main) : '';
  };
  return clusters.flatMap((members, at) => {
    const choice = choices[at];
    if (!choice) return [];
    return members.flatMap((article): Diagnostic[] => {
      const asked = askedBy(article, choice);
      if (asked === undefined) return [];
      return [
        {
          rule: 'slug-taken',
          severity: 'warning',
          file: nameOf(article),
          ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
          message: `The slug \`${asked}\` ${reasonFor(asked, choice, named, at)}; this article is at \`${choice.slug}\`.`,
          hint: 'Choose another `slug:`. Where the slug was given up, take it out of the file that `slugHistory` names.',
        },
      ];
    });
  });
}

/** The slug that a file asks for and its article does not have. */
function askedBy(article: Article, { slug, wanted, wish }: SlugChoice): string | undefined {
  const explicit = slugify(article.metadata.slug ?? '');
  if (explicit !== '' && explicit !== slug) return explicit;
  if (explicit !== '' || wish !== 'path' || slug === wanted) return undefined;
  return asFile(slugify(namedPath(article) ?? '')) === asFile(wanted) ? wanted : undefined;
}

function reasonFor(asked: string, { wanted, holder, rivals }: SlugChoice, named: (at: number) => string, at: number) {
  if (asFile(asked) !== asFile(wanted)) return `is not that of the article's source, ${named(at)}`;
  if (holder === 'site') return 'belongs to a page of the site itself';
  if (holder !== undefined) return `belongs to the article of ${named(holder)}, which has had it`;
  return `is asked for by ${rivals.map(named).slice(0, 3).join(', ')} too, and nothing tells whose it is`;
}
