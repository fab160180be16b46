/** Link texts that turn the direction of writing, so that readers see another address or name than the one that is there. */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Finding } from '../../core/diagnostics.ts';
import type { Draft } from '../draft.ts';
import { spanOf } from '../markdown.ts';
import { nodesOfType } from '../nodes.ts';

/** Overrides and embeddings. Marks and isolates only help to show names of two scripts, and stand in many good texts. */
const turning = /[\u202A-\u202E]/u;

export function turnedLinks(tree: Root, draft: Draft): Finding[] {
  const findings: Finding[] = [];
  for (const link of nodesOfType(tree, 'link')) {
    if (turning.test(toString(link))) {
      const { start, end } = spanOf(link);
      findings.push({
        rule: 'turned-link',
        severity: 'warning',
        start: draft.origin(start),
        end: draft.origin(end),
        message:
          'The text of this link has characters that turn the direction of writing; readers may see another text.',
        hint: 'Remove U+202A to U+202E from the text of the link.',
      });
    }
  }
  return findings;
}
