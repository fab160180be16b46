/**
 * Texts of articles on their way to an assistant. Some characters are seen by nobody who reads the page and are still read by a model:
 * tag characters repeat all of ASCII, and rows of variation selectors hold any bytes. They are how one hides a message to a model in a
 * harmless text, and no help article needs them. The flags of England, Scotland and Wales do, and ideographs need one selector.
 */
const hidden =
  /(?<flag>\u{1F3F4}\u{E0067}\u{E0062}[\u{E0061}-\u{E007A}]{3}\u{E007F})|[\u{E0000}-\u{E007F}]+|(?<=[\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+/gu;

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
