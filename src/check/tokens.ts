import type { Span } from '../core/span.ts';
/** What a translation has to take over as it is: numbers, addresses, commands and names of things. */

export type TokenKind =
  'url' | 'email' | 'id' | 'path' | 'cmdlet' | 'parameter' | 'placeholder' | 'version' | 'date' | 'number';

export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}

const verbs =
  'Add|Approve|Backup|Clear|Complete|Confirm|Connect|Convert(?:From|To)?|Copy|Deny|Disable|Disconnect|Enable|Export|Find|Get|Grant|' +
  'Import|Install|Invoke|Mount|Move|New|Protect|Publish|Register|Remove|Rename|Repair|Reset|Resize|Restart|Restore|Resume|Revoke|' +
  'Rotate|Save|Search|Select|Send|Set|Start|Stop|Suspend|Sync|Test|Trace|Uninstall|Unregister|Update|Upgrade|Validate|Wait|Write';

/**
 * What divides thousands in the languages of CLDR: full stop, comma, apostrophes, blanks of any width, and the Arabic sign; that of
 * full width too. In India only the last group has three digits.
 */
const separator = "[.,'\u2019\u066C\uFF0C \u00A0\u2009\u202F]";
const thousands = String.raw`[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.]*\d)`;
const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;

/** A text without what divides the thousands of its numbers. */
export function withoutSeparators(text: string): string {
  return text.replace(dividing, '');
}

const dividing = new RegExp(
  String.raw`(?<=\d)${separator}(?=\d{3}(?!\d))|(?<=\d),(?=\d{2},(?:\d{2},)*\d{3}(?!\d))`,
  'g',
);

/** In the order in which they are tried at a place: what is longest first, so that the digits of an id are no numbers. */
const patterns: readonly (readonly [TokenKind, string])[] = [
  ['url', String.raw`\bhttps?:\/\/[!-'*-;=?-Z\\^-z|~_]+[\w/#=-]`],
  ['email', String.raw`[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,9}\.[A-Za-z]{2,}`],
  [
    'id',
    String.raw`\b[\dA-Fa-f]{8}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{12}\b|\b0x[\dA-Fa-f]{4,}\b|\b[A-Z]{2,}\d{4,}\b`,
  ],
  [
    'path',
    String.raw`(?:\b[A-Za-z]:|%\w+%|\bHKEY_[A-Z_]+|\bHK(?:LM|CU|CR|U)|\\\\[\w.-]+)\\+[\w.%$~{}()-]+(?:(?: [\w.()-]+(?=\\))*\\+[\w.%$~{}()-]+)*`,
  ],
  ['cmdlet', String.raw`(?<![\w-])(?:${verbs})-(?!Ins?\b|Ons?\b)[A-Z][A-Za-z]*[a-z]\w*`],
  ['parameter', String.raw`(?<![\w\p{L}-])-(?!The\b|And\b|For\b|You\b|This\b|How\b|Not\b)[A-Z][A-Za-z]{2,}\b(?!-)`],
  ['placeholder', String.raw`(?:<|&lt;)[A-Za-z][\w .@-]{1,30}(?:>|&gt;)|\{\{[\w.]+\}\}|\{\d+\}|%[sd](?!\w)`],
  // Not the thousands of a number. Four groups up to 255 are an address of the network, whatever they look like.
  ['version', String.raw`(?<![\d.])(?:${octet}(?:\.${octet}){3}|(?!${thousands})\d+(?:\.\d+){2,})(?![\d.]*\d)`],
  ['date', String.raw`(?<!\d)\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?!\d)`],
  [
    'number',
    String.raw`\p{Nd}{1,3}(?:${separator}\p{Nd}{3})+(?!\p{Nd})(?:[.,\u066B]\p{Nd}+)?|\p{Nd}{1,3}(?:,\p{Nd}{2})+,\p{Nd}{3}(?!\p{Nd})|\p{Nd}+(?:[.,\u066B]\p{Nd}{1,3}(?!\p{Nd}))?`,
  ],
];

// The date's back reference counts all groups of the pattern, of which every kind is one.
const scanner = new RegExp(
  patterns.map(([kind, source]) => `(?<${kind}>${source.replace('\\1', '\\10')})`).join('|'),
  'gu',
);

const suspect = /\p{Nd}|@|:\/\/|\\|-[A-Z]|[<&{%]/u;

/** Tokens of a sentence whose markup and code are blanked out (`Inline.prose`). */
export function tokensIn(prose: string): Token[] {
  if (!suspect.test(prose)) return [];
  const tokens: Token[] = [];
  for (const match of prose.matchAll(scanner)) {
    const [kind, text] =
      Object.entries<string | undefined>(match.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || text === undefined) continue;
    tokens.push({ kind: kind as TokenKind, text, start: match.index, end: match.index + text.length });
  }
  return tokens;
}

/** Digits of any script as ASCII. */
export function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Unicode gives a script its ten digits in a row. Rows may touch, as those of mathematics do, so that the first row's zero counts.
    let first = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
    return String((code - first) % 10);
  });
}
