/** Cells that stand beyond the header of their table. */
import type { Root } from 'mdast';
import type { Finding } from '../../core/diagnostics.ts';
import type { Draft } from '../draft.ts';
import { spanOf } from '../markdown.ts';
import { longRowsOf, tablesOf } from '../tables.ts';

/** One finding for each row that has too many cells. */
export function cellsBeyondHeader(tree: Root, draft: Draft): Finding[] {
  return tablesOf(tree).flatMap((table) => {
    const named = table.children[0]?.children.length ?? 0;
    return longRowsOf(table).map((row): Finding => {
      const first = row.children[named] ?? row;
      const count = row.children.length;
      return {
        rule: 'extra-cells',
        severity: 'warning',
        start: draft.origin(spanOf(first).start),
        end: draft.origin(Math.max(spanOf(first).start, spanOf(row).end - 1)) + 1,
        message: `The row has ${cells(count)}, the header of its table ${cells(named)}; what is too much is shown in columns without a name.`,
        hint: 'Write `\\|` for a `|` that is meant to be read, or give the header a cell for each column.',
      };
    });
  });
}

function cells(count: number): string {
  return `${count} ${count === 1 ? 'cell' : 'cells'}`;
}
