import type { Root } from 'mdast';
import type { Locale } from '../../core/locales.ts';
import type { Edit, Span } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import type { Passage } from '../markdown.ts';
import { mergedSpans, verbatimSpans } from './verbatim.ts';
import type { VerbatimKind } from './verbatim-span.ts';

/** What a repair may look at: one article, never another file. */
export interface RepairContext {
  readonly draft: Draft;
  readonly tree: Root;
  readonly passages: readonly Passage[];
  /** Locale of the text. */
  readonly locale: Locale;
}

/** An edit of the text. */
export interface RepairEdit extends Edit {
  /** False where an author may have meant what is written: the page shows the repaired text, and the file stays as it is. Default true. */
  readonly certain?: boolean;
}

/** Before and after, as Markdown of a whole article; `source` makes the text one bilingual segment. */
export interface RepairExample {
  readonly before: string;
  /** What the page is made from. */
  readonly after: string;
  /** What `fix` writes, where that is something else: edits that are not certain are not written. */
  readonly written?: string;
  /** Default `fr-FR`. */
  readonly locale?: string;
  readonly source?: string;
}

/** One kind of damage that machine translation does, and the edit that undoes it without changing what is said. */
export interface Repair {
  /** Permanent name, kebab case: what is wrong. */
  readonly name: string;
  /** One sentence for the finding: what is wrong at this place. */
  readonly what: string;
  /** For translators: what is wrong and why readers mind. */
  readonly why: string;
  /** Cheap test on the whole text; where it does not match, `find` is not asked. Without the `g` flag. */
  readonly suspect: RegExp;
  readonly find: (context: RepairContext) => RepairEdit[];
  /** The kinds of verbatim text that the repair is about; in all others it changes nothing. Default: none. */
  readonly mends?: readonly VerbatimKind[];
  /** True where readers would not see the text at all without the edit: the page shows it, and the file stays as it is. */
  readonly showsVerbatim?: boolean;
  /** These are the rule's tests too. One whose `after` equals its `before` shows what must stay. */
  readonly examples: readonly RepairExample[];
}

/**
 * The edits that a repair wants, as far as they keep all that is verbatim (`verbatim.ts`) and not what the repair is about. Others are
 * left out, or made on the page only.
 */
export function editsOfRepair(
  { find, mends = [], showsVerbatim = false }: Pick<Repair, 'find' | 'mends' | 'showsVerbatim'>,
  context: RepairContext,
): RepairEdit[] {
  const edits = find(context);
  if (edits.length === 0) return edits;
  const spans = verbatimSpans(context.draft.text, context.tree);
  const untouchable = mergedSpans(spans, mends);
  const unjoinable = mergedSpans(spans, [...mends, 'code', 'address', 'path']);
  return edits.flatMap((edit): RepairEdit[] => {
    if (movesBlanksBeside(unjoinable, edit, context.draft.text)) return [];
    const across = touched(untouchable, edit);
    if (keepsAll(across, edit, context.draft.text)) return [edit];
    return showsVerbatim ? [{ ...edit, certain: false }] : [];
  });
}

/** Whether an edit only puts in or takes out blanks directly beside one of the spans: that may make something else of it. */
function movesBlanksBeside(spans: readonly Span[], { start, end, text }: Edit, whole: string): boolean {
  if (text.trim() !== '' || whole.slice(start, end).trim() !== '') return false;
  return touched(spans, { start: start - 1, end: end + 1 }).length > 0;
}

/** Whether the spans stand in the edited text as they were, in their order. */
function keepsAll(spans: readonly Span[], { start, end, text }: Edit, whole: string): boolean {
  let reached = 0;
  return spans.every((span) => {
    if (span.start < start || span.end > end) return false;
    const found = text.indexOf(whole.slice(span.start, span.end), reached);
    reached = found + span.end - span.start;
    return found !== -1;
  });
}

/**
 * The spans that an edit reaches into.
 *
 * @param spans in order, without overlaps
 */
function touched(spans: readonly Span[], { start, end }: Span): Span[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  const from = low;
  while ((spans[low]?.start ?? Infinity) < end) low++;
  return spans.slice(from, low);
}
