/** Tables for the terminal. */
import { color, styled, type Styled, widthOf, written } from './styled.ts';

/** Rows of cells as lines, the first row as a heading, and an empty line: columns of equal width, numbers and locales to the right. */
export function* tableLines(cells: readonly (readonly string[])[]): Generator<Styled> {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  for (const [index, row] of cells.entries()) {
    const padded = row.map((cell, column) => {
      const blanks = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
      return column > 0 && /^\d*$|^[A-Za-z]{2,3}-/.test(cell) ? blanks + written(cell) : written(cell) + blanks;
    });
    const line = padded.join('  ').trimEnd();
    yield index === 0 ? color.dim(line) : styled`${line}`;
  }
  yield styled``;
}
