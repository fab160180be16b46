/** What is said where the content directories hold nothing that can be published: why, and what would work. */
import { formatDiagnostics, formatLeftOut } from '../report/build-report.ts';
import { plainLine } from '../report/output.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { endingsOf } from '../pipeline/files/file-kinds.ts';
import type { LeftOut } from '../pipeline/files/left-out.ts';
import { endingsBelow, endingsText } from '../pipeline/files/other-files.ts';
import { listFiles } from '../pipeline/read.ts';

/**
 * A message of several lines.
 *
 * @param consequence ends the first sentence: `nothing was built`
 */
export function noArticles(
  roots: readonly string[],
  diagnostics: readonly Diagnostic[],
  consequence: string,
  leftOut: readonly LeftOut[] = [],
): string {
  return [
    `There are no articles in ${roots.join(', ')}; ${consequence}.`,
    ...formatDiagnostics(diagnostics).map(plainLine),
    ...filesThere(roots),
    ...layouts(roots[0] ?? 'content'),
    // Names of files are in there, and a message is divided at its line ends.
    ...formatLeftOut(leftOut).map(plainLine),
  ].join('\n');
}

/** Which layouts work, for where nothing could be published. */
export function layouts(root: string): string[] {
  return [
    'A file is an article where it says its locale, in one of these ways; `fr-FR` may be any tag of language and country:',
    `  ${root}/fr-FR/pay-invoice.md`,
    `  ${root}/fr/pay-invoice.md`,
    `  ${root}/pay-invoice.fr-FR.md`,
    `  ${root}/pay-invoice.md with \`ms.contentlocale: fr-FR\` in its front matter`,
    `  docs.fr-fr/pay-invoice.md, with \`--content docs.fr-fr\` for each repository`,
  ];
}

/** Which files there are, as far as none of them is read as an article. */
function filesThere(roots: readonly string[]): string[] {
  if (listFiles(roots).length > 0) return [];
  const counts = endingsBelow(roots);
  const found = counts.size === 0 ? 'nothing else that may hold text' : endingsText(counts);
  return [`Articles are files that end in ${endingsOf('article')}; there are none. Found: ${found}.`];
}
