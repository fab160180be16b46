import type { Root } from 'mdast';
import type { Locale } from '../../locales.ts';
import type { Draft, Edit } from '../draft.ts';
import type { Passage } from '../markdown.ts';
import type { Span } from '../types.ts';

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
  /** These are the rule's tests too. One whose `after` equals its `before` shows what must stay. */
  readonly examples: readonly RepairExample[];
}

/** The edits that a repair wants. None is certain inside of a tag that another generator would run. */
export function editsOfRepair({ find }: Pick<Repair, 'find'>, context: RepairContext): RepairEdit[] {
  const edits = find(context);
  if (edits.length === 0) return edits;
  const tags = templateTags(context.draft.text);
  return edits.map((edit) => (touchesAny(tags, edit) ? { ...edit, certain: false } : edit));
}

/** `{{< … >}}`, `{{ … }}` and `{% … %}`: pages show them as text, and what looks like damage there is an argument of their author's. */
function templateTags(text: string): Span[] {
  return [...text.matchAll(/\{\{[^{}]+\}\}|\{%[^{}%]+%\}/g)].map(({ 0: tag, index }) => ({
    start: index,
    end: index + tag.length,
  }));
}

/** @param spans in order, without overlaps */
function touchesAny(spans: readonly Span[], { start, end }: Span): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) < end) low = middle + 1;
    else high = middle;
  }
  return start < (spans[low - 1]?.end ?? -1);
}
