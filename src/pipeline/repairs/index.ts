/**
 * The safe repairs: text edits that undo damage of machine translation and change nothing that is said. They run before the
 * article is parsed for good, so that any parser sees good Markdown and the same edits can be written back to the file.
 */
import type { Root } from 'mdast';
import type { Locale } from '../../core/locales.ts';
import type { Draft } from '../draft.ts';
import { parseMarkdown, type Passage, passagesOf } from '../markdown.ts';
import { alertKeyword } from './alert-keyword.ts';
import { blankBeforePunctuation } from './blank-before-punctuation.ts';
import { emptyLink } from './empty-link.ts';
import { entityQuotes } from './entity-quotes.ts';
import { gluedWord } from './glued-word.ts';
import { linkLeftovers } from './link-leftovers.ts';
import { literalEmphasis } from './literal-emphasis.ts';
import { localDigits } from './local-digits.ts';
import { markupInText } from './markup-in-text.ts';
import { overlongAutolink } from './overlong-autolink.ts';
import { editsOfRepair, type Repair, type RepairEdit } from './repair.ts';
import { splitCell } from './split-cell.ts';
import { splitLink } from './split-link.ts';
import { swallowedFullStop } from './swallowed-full-stop.ts';
import { tableBorder } from './table-border.ts';

/** In the order in which they run: what decides how the text is parsed comes first. */
export const repairs: readonly Repair[] = [
  entityQuotes,
  alertKeyword,
  markupInText,
  tableBorder,
  splitCell,
  splitLink,
  linkLeftovers,
  overlongAutolink,
  literalEmphasis,
  emptyLink,
  localDigits,
  swallowedFullStop,
  blankBeforePunctuation,
  gluedWord,
];

/** What goes wrong in originals too, without any translation. */
export const repairsOfSources: readonly Repair[] = [markupInText, tableBorder, splitCell];

/** What one repair did to one place of the file. */
export interface Repaired {
  readonly rule: string;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** What stands in the place of this span now. */
  readonly text: string;
  /** What was there before. */
  readonly before: string;
  /** Number of the unit that it is in, where it is in one. */
  readonly unit?: string;
  /** False where an author may have meant what is written, so that only the page is repaired. */
  readonly certain: boolean;
  /** False where the edit reaches out of the translation of a bilingual file, into text that both languages share. */
  readonly writable: boolean;
}

/**
 * Runs the repairs over an article; each sees the result of those before it.
 *
 * @returns with what the repaired text parses to, where that is known already
 */
export function repair(
  draft: Draft,
  locale: Locale,
  wanted: readonly Repair[] = repairs,
): { draft: Draft; tree?: Root; repaired: Repaired[] } {
  const repaired: Repaired[] = [];
  let current = draft;
  let parsed: { tree: Root; passages: Passage[] } | undefined;
  for (const each of wanted) {
    const { name, suspect } = each;
    if (!suspect.test(current.text)) continue;
    parsed ??= parse(current.text);
    const edits = editsOfRepair(each, { draft: current, ...parsed, locale });
    if (edits.length === 0) continue;
    for (const edit of edits) repaired.push(describe(current, name, edit));
    current = current.apply(edits);
    parsed = undefined;
  }
  return { draft: current, ...(parsed && { tree: parsed.tree }), repaired };
}

function parse(text: string): { tree: Root; passages: Passage[] } {
  const tree = parseMarkdown(text);
  return { tree, passages: passagesOf(tree) };
}

function describe(draft: Draft, rule: string, { start, end, text, certain = true }: RepairEdit): Repaired {
  const segment = draft.segmentAt({ start, end });
  const from = draft.origin(start);
  return {
    rule,
    start: from,
    end: end > start ? Math.max(from, draft.origin(end - 1) + 1) : from,
    text,
    before: draft.text.slice(start, end),
    ...(segment?.units[0] === undefined ? {} : { unit: segment.units[0] }),
    certain,
    writable: draft.segments.length === 0 || segment !== undefined,
  };
}
