/** Tables for the terminal. */
import color from 'picocolors';
import stringWidth from 'string-width';

/** Rows of cells as lines, the first row as a heading, and an empty line: columns of equal width, numbers and locales to the right. */
export function* tableLines(cells: readonly (readonly string[])[]): Generator<string> {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? ''))));
  for (const [index, row] of cells.entries()) {
    const padded = row.map((cell, column) => {
      const blanks = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
      return column > 0 && /^\d*$|^[A-Za-z]{2,3}-/.test(cell) ? blanks + cell : cell + blanks;
    });
    const line = padded.join('  ').trimEnd();
    yield index === 0 ? color.dim(line) : line;
  }
  yield '';
}
