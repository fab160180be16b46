/** All that agents and other programs are told about a site, before it is written. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Library } from '../pipeline/prepare.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { type KnownId, knownIds } from './ids.ts';
import { type Conflict, type Redirect, redirectsOf } from './redirects.ts';
import { formerSlugsOf, nextHistory, type SlugHistory } from './slug-history.ts';

/** What is known of a site's articles once all of them are. */
export interface AgentFacts {
  readonly catalogue: Catalogue;
  readonly ids: readonly KnownId[];
  readonly redirects: readonly Redirect[];
  readonly diagnostics: readonly Diagnostic[];
  /** To be kept when the site is published. */
  readonly history: SlugHistory;
}

/** @param documentationSite the site that the articles were written for */
export function agentFacts(library: Library, history: SlugHistory, documentationSite?: string): AgentFacts {
  const next = nextHistory(history, library.topics);
  const catalogue = catalogueOf(library, formerSlugsOf(next, library.topics));
  const { redirects, conflicts } = redirectsOf(catalogue, documentationSite);
  return {
    catalogue,
    ids: knownIds(catalogue),
    redirects,
    diagnostics: conflicts.map(conflictFound),
    history: next,
  };
}

function conflictFound({ from, file, holder }: Conflict): Diagnostic {
  return {
    rule: 'redirect-conflict',
    severity: 'warning',
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    message: `\`redirect_from\` names ${from}, which ${holder === undefined ? 'belongs to a page of the site' : `leads to the article \`${holder}\``}.`,
    hint: 'Remove the path from one of the two.',
  };
}
