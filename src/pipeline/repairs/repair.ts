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

/** Before and after, as Markdown of a whole article; `source` makes the text one bilingual segment. */
export interface RepairExample {
  readonly before: string;
  readonly after: string;
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
  readonly find: (context: RepairContext) => Edit[];
  /** These are the rule's tests too. One whose `after` equals its `before` shows what must stay. */
  readonly examples: readonly RepairExample[];
}
