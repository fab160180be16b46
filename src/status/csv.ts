/**
 * Tables for spreadsheets (RFC 4180). Text is quoted, numbers are not. Spreadsheets run what begins like a formula, and which of `,`,
 * `;` and the tabulator divides cells depends on the country of the reader: no cell begins so, however the file is divided.
 */
import { escapeControls } from '../core/escape-controls.ts';
import type { Board, EditionStatus } from './board.ts';

type Row = readonly (string | number)[];

/** Numbers of all locales, a row each, below the names of the columns. */
export function summaryRows({ locales }: Pick<Board, 'locales'>): Row[] {
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

/** What is known of each article in one locale, a row each, below the names of the columns. */
export function editionRows(editions: readonly EditionStatus[]): Row[] {
  return [
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
  ];
}

export function editionsCsv(editions: readonly EditionStatus[]): string {
  return csv(editionRows(editions));
}

function csv(rows: readonly Row[]): string {
  return csvLines(rows)
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Rows as lines without their ends. */
export function csvLines(rows: readonly Row[]): string[] {
  return rows.map((row) => row.map(cell).join(','));
}

function cell(value: string | number): string {
  return typeof value === 'number'
    ? String(value)
    : `"${escapeControls(value).replace(formula, "$1'").replaceAll('"', '""')}"`;
}

/**
 * Where a cell begins like a formula, in the signs of OWASP's list or in their wide and small forms, perhaps behind blanks or quotes:
 * at its own beginning, or behind a sign that divides cells elsewhere. A reader that divides at `;` knows nothing of quotes in the
 * middle of what it takes for a cell. A comma divides only where quotes are understood.
 */
const formula = /(^|;)(?=[ "']*[=+\-@|%＝＋－＠｜％﹢﹣﹦﹪﹫])/g;
