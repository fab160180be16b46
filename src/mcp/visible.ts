/**
 * Texts of articles on their way to an assistant. A model reads characters that nobody sees on the page: tag characters repeat all of
 * ASCII, rows of variation selectors hold any bytes, rows of other invisible characters any bits. They can hide a message to a model in
 * a harmless text, and no help article needs them. The flags of England, Scotland and Wales do need tags, ideographs one selector, and
 * a joiner may stand beside a mark of direction.
 */
const hidden = new RegExp(
  [
    String.raw`(?<flag>\u{1F3F4}\u{E0067}\u{E0062}[\u{E0061}-\u{E007A}]{3}\u{E007F})`,
    String.raw`[\u{E0000}-\u{E007F}]+`,
    String.raw`(?<=\p{Variation_Selector})\p{Variation_Selector}+`,
    // Operators of formulas that are not written, and controls of old: words have neither.
    String.raw`[\u2061-\u2064\u206A-\u206F]+`,
    String.raw`(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}{4,}`,
  ].join('|'),
  'gu',
);

/** A text with U+FFFD in the place of hidden messages. */
export function visibleText(text: string): string {
  return text.replace(hidden, (found, flag?: string) => (flag === undefined ? '\uFFFD' : found));
}

/** The same for all texts in a value. */
export function visible<Value>(value: Value): Value;
export function visible(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return value.map((item) => visible<unknown>(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, visible<unknown>(item)]));
}
