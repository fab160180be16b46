/** What a rule is. A rule says why it is there, and its examples are its tests. */
import type { Severity } from '../core/diagnostics.ts';
import type { Locale } from '../core/locales.ts';
import type { Span } from '../core/span.ts';
import { type Inline, scanInline } from './inline.ts';
import { asciiDigits, type Token, tokensIn, withoutSeparators } from './tokens.ts';

/** How often a rule was right: findings on real articles that were read one by one. */
export interface Precision {
  /** Findings that were read. */
  readonly read: number;
  /** Of them, findings about something that is really wrong. */
  readonly right: number;
  /** What the wrong ones were. */
  readonly note?: string;
}

export interface RuleFacts {
  /** Permanent name, kebab case: what is wrong. */
  readonly name: string;
  /** For translators: what it is about and why readers mind. */
  readonly why: string;
  /** `info` findings are counted, and shown only where somebody asks for the rule. */
  readonly severity: Severity;
  readonly precision?: Precision | undefined;
}

/** One side of a sentence, taken apart when a rule first asks. */
export class Sentence {
  readonly markdown: string;
  #inline: Inline | undefined;
  #tokens: Token[] | undefined;

  constructor(markdown: string) {
    this.markdown = markdown;
  }

  get inline(): Inline {
    return (this.#inline ??= scanInline(this.markdown));
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= tokensIn(this.inline.prose));
  }

  /** All digits, in ASCII, that a reader sees; runs separated by one blank. */
  get digits(): string {
    return withoutSeparators(asciiDigits(this.inline.plain)).replace(/\D+/g, ' ');
  }
}

/** A sentence with its original. */
export interface Unit {
  readonly target: Sentence;
  readonly source: Sentence;
  readonly locale: Locale;
  /** Language of the original, `en`. */
  readonly sourceLanguage: string;
}

/** What a rule found, by offsets in the target. */
export interface Match extends Span {
  readonly message: string;
  readonly hint?: string;
}

/** `found`: the pieces of the target that are marked, in order; an empty list shows what must be left alone. */
export interface UnitExample {
  readonly source: string;
  readonly target: string;
  readonly found: readonly string[];
  /** Default `fr-FR`. */
  readonly locale?: string;
}

/** A rule that looks at one sentence beside its original. */
export interface UnitRule extends RuleFacts {
  readonly examples: readonly UnitExample[];
  readonly find: (unit: Unit) => Match[];
}

/** The whole of a sentence, where nothing in it is to blame more than the rest. */
export function wholeOf({ markdown }: Sentence): Span {
  const text = markdown.trim();
  const start = markdown.indexOf(text);
  return { start, end: start + text.length };
}
