/** All that agents and other programs are told about a site, before it is written. */
import { compareDiagnostics, type Diagnostic, wholeFile } from '../core/diagnostics.ts';
import { asFile } from '../pipeline/group/slugify.ts';
import type { Library } from '../pipeline/pipeline.ts';
import type { Article } from '../pipeline/types.ts';
import { type Catalogue, catalogueOf, type Entry } from './catalogue.ts';
import { type IdConflict, type KnownId, knownIds } from './ids.ts';
import { type Conflict, type Redirect, redirectsOf } from './redirects.ts';
import { followSlugs, formerSlugsOf, type SlugHistory } from './slug-history.ts';

/** What is known of a site's articles once all of them are. */
export interface AgentFacts {
  readonly catalogue: Catalogue;
  readonly ids: readonly KnownId[];
  readonly redirects: readonly Redirect[];
  readonly diagnostics: readonly Diagnostic[];
  /** To be kept when the site is published. */
  readonly history: SlugHistory;
}

/**
 * @param history of the builds before
 * @param documentationSite the site that the articles were written for
 * @param files that are copied into the site as they are, by their paths below its folder: no address takes the place of one
 */
export function agentFacts(
  library: Library,
  history: SlugHistory,
  documentationSite?: string,
  files?: Iterable<string>,
): AgentFacts {
  const { history: next, contested } = followSlugs(history, library.topics);
  const catalogue = catalogueOf(library, formerSlugsOf(next, library.topics));
  const { redirects, conflicts } = redirectsOf(catalogue, {
    documentationSite,
    contested,
    ...(files === undefined ? {} : { files }),
  });
  const { ids, conflicts: idConflicts } = knownIds(catalogue, history);
  const topics = new Map(library.topics.map((topic) => [topic.slug, topic]));
  const filesOf: FilesOf = ({ slug }) => Object.values(topics.get(slug)?.articles ?? {});
  const named = (entry: Entry): string => {
    const editions = filesOf(entry);
    const main = editions.find(({ locale }) => locale === catalogue.sourceLocale) ?? editions[0];
    return `\`${entry.slug}\`${main === undefined ? '' : ` (${library.displayPath(main.file)})`}`;
  };
  const stating = ({ id, entry }: IdConflict): string[] =>
    filesOf(entry)
      .filter(({ metadata, side }) => side === 'target' && metadata.ids.some((own) => asFile(own) === asFile(id)))
      .map(({ file }) => library.displayPath(file));
  return {
    catalogue,
    ids,
    redirects,
    diagnostics: [
      ...conflicts.map((conflict) => redirectConflict(conflict, named)),
      ...idConflicts.flatMap((conflict) => stating(conflict).map((file) => idTaken(conflict, file, named))),
    ].sort(compareDiagnostics),
    history: next,
  };
}

type FilesOf = (entry: Entry) => readonly Article[];

function redirectConflict({ from, file, holder }: Conflict, named: (entry: Entry) => string): Diagnostic {
  const reason = holder === undefined ? 'belongs to a page of the site' : `leads to the article ${named(holder)}`;
  return {
    ...warningIn(file, 'redirect-conflict'),
    message: `\`redirect_from\` names ${from}, which ${reason}.`,
    hint: 'Remove the path from one of the two.',
  };
}

function idTaken({ id, holder }: IdConflict, file: string, named: (entry: Entry) => string): Diagnostic {
  return {
    ...warningIn(file, 'id-taken'),
    message: `The permanent link of the id \`${id}\` leads to the article ${named(holder)}, which has had it.`,
    hint: 'Take the id out of one of the two.',
  };
}

function warningIn(file: string, rule: string): Omit<Diagnostic, 'message'> {
  return { rule, severity: 'warning', file, ...wholeFile };
}
