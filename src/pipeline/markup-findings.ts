/** Names markup of other tools that stands in pages as text: one finding for each kind, whatever number of places it has. */
import { compareText, type Diagnostic } from '../core/diagnostics.ts';
import { markupKinds } from './normalize/markup-kinds.ts';
import type { Topic, VisibleMarkup } from './types.ts';
import type { FileReference } from '../core/file-reference.ts';

/** Where one kind stands in one article. */
interface Sighting extends VisibleMarkup {
  readonly file: string;
}

/** Findings in the order of `markupKinds`, each at the first place of its kind in the order of files. */
export function markupFindings(topics: readonly Topic[], displayPath: (file: FileReference) => string): Diagnostic[] {
  const seen = topics.flatMap(({ articles }) =>
    Object.values(articles)
      .filter(({ side }) => side === 'target')
      .flatMap(({ file, visibleMarkup }): Sighting[] =>
        visibleMarkup.map((markup) => ({ ...markup, file: displayPath(file) })),
      ),
  );
  const byKind = Map.groupBy(seen, ({ kind }) => kind);
  return markupKinds.flatMap(({ name, example, from }): Diagnostic[] => {
    const [first, ...others] = (byKind.get(name) ?? []).sort((a, b) => compareText(a.file, b.file));
    if (!first) return [];
    const { file, line, column, endLine, endColumn } = first;
    const places = others.reduce((sum, { count }) => sum + count, first.count);
    const [times, articles] = [counted(places, 'time'), counted(others.length + 1, 'article')];
    return [
      {
        rule: 'visible-markup',
        severity: 'warning',
        file,
        line,
        column,
        endLine,
        endColumn,
        message: `Readers see markup such as \`${example}\` (${from}) as text, or without its effect: ${times} in ${articles}. The first is here.`,
        hint: 'Languedocs does not know this markup. Write what you mean in Markdown, or put it into code where it is meant to be read.',
        places,
      },
    ];
  });
}

function counted(number: number, name: string): string {
  return `${number.toLocaleString('en')} ${name}${number === 1 ? '' : 's'}`;
}
