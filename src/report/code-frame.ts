/** Code frames: the line of a finding with its span marked, as good compilers show it. */
import stringWidth from 'string-width';
import type { Diagnostic } from '../core/diagnostics.ts';
import { escapeControls } from '../core/escape-controls.ts';
import { color, styled, type Styled } from './styled.ts';

/** Columns of the terminal that a line of text may take. Bilingual lines are longer than any screen. */
const width = 100;

/** Text before the span that is always shown, in columns. */
const before = 40;

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

type Place = Pick<Diagnostic, 'line' | 'column' | 'endLine' | 'endColumn'>;

/**
 * The line of a finding and a line that marks its span. Columns are those of the terminal: a wide character takes two, a combining
 * one none. Right-to-left text is shown in an order of its own, in which nothing below a line points anywhere, so the span is put
 * into brackets inside of the line there.
 */
export function codeFrame(text: string, place: Place, tint: (text: string) => Styled = color.red): Styled[] {
  const line = text.replaceAll('\t', ' ');
  const start = Math.min(place.column - 1, line.length);
  const end = place.endLine > place.line ? line.length : Math.min(Math.max(place.endColumn - 1, start), line.length);
  const shown = excerpt(line, start, end);
  const gutter = color.dim(`${place.line} │ `);
  const empty = color.dim(`${' '.repeat(String(place.line).length)} │ `);
  if (rightToLeft.test(shown.before + shown.marked + shown.after)) {
    return [styled`${gutter}${shown.before}${tint(`⟦${shown.marked}⟧`)}${shown.after}`];
  }
  const marks = Math.max(1, stringWidth(shown.marked));
  return [
    styled`${gutter}${shown.before}${shown.marked}${shown.after}`,
    styled`${empty}${' '.repeat(stringWidth(shown.before))}${tint('^'.repeat(marks))}`,
  ];
}

/** The part of a line around a span that fits on a screen, escaped, cut between characters as readers see them. */
function excerpt(line: string, start: number, end: number): { before: string; marked: string; after: string } {
  const lead = takeLast(line.slice(0, start), before);
  const marked = takeFirst(line.slice(start, end), width - before);
  const room = width - stringWidth(lead) - stringWidth(marked);
  return { before: lead, marked, after: marked.endsWith('…') ? '' : takeFirst(line.slice(end), Math.max(room, 0)) };
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

function takeFirst(text: string, columns: number): string {
  let taken = '';
  let used = 0;
  const near = escapeControls(text.slice(0, columns * 4));
  for (const { segment } of characters.segment(near)) {
    used += stringWidth(segment);
    if (used > columns) return `${taken}…`;
    taken += segment;
  }
  return text.length > columns * 4 ? `${taken}…` : taken;
}

function takeLast(text: string, columns: number): string {
  const near = [...characters.segment(escapeControls(text.slice(-columns * 4)))].map(({ segment }) => segment);
  let taken = '';
  let used = 0;
  for (const segment of near.reverse()) {
    used += stringWidth(segment);
    if (used > columns) return `…${taken}`;
    taken = segment + taken;
  }
  return text.length > columns * 4 ? `…${taken}` : taken;
}
