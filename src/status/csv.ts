/** Tables for spreadsheets (RFC 4180). */
import type { Board, EditionStatus } from './board.ts';

/** Numbers of all locales, a row each, below the names of the columns. */
export function summaryRows({ locales }: Pick<Board, 'locales'>): (string | number)[][] {
  return [
    ['locale', 'published', 'current', 'same-shape', 'behind', 'missing', 'machine', 'human', 'errors', 'warnings'],
    ...locales.map(({ locale, published, states, machine, human, errors, warnings }) => [
      locale,
      published,
      states.current,
      states['same-shape'],
      states.behind,
      states.missing,
      machine,
      human,
      errors,
      warnings,
    ]),
  ];
}

export function summaryCsv(board: Pick<Board, 'locales'>): string {
  return csv(summaryRows(board));
}

export function editionsCsv(editions: readonly EditionStatus[]): string {
  return csv([
    ['slug', 'title', 'state', 'translation', 'updated', 'errors', 'warnings', 'file'],
    ...editions.map(({ slug, title, state, translation = '', updated = '', errors, warnings, file = '' }) => [
      slug,
      title,
      state,
      translation,
      updated,
      errors,
      warnings,
      file,
    ]),
  ]);
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  // A spreadsheet would run what begins like a formula.
  const text = typeof value === 'string' && /^[=+@\t\r-]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
