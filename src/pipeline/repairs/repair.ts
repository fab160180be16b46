import type { Root } from 'mdast';
import type { Locale } from '../../locales.ts';
import type { Draft, Edit } from '../draft.ts';
import type { Passage } from '../markdown.ts';

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
