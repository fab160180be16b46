const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in HTML, in content and in double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

// Without the tabulator and the line ends, which HTML takes for blanks; it takes the form feed for one too.
const unprintable = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]|\p{Noncharacter_Code_Point}/gu;

/** Text with U+FFFD in the place of every character that may not stand in HTML: what is published has no controls. */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll('\f', ' ').replace(unprintable, '\uFFFD');
}

/** The same for a file of plain text, which has one kind of line end. */
export function printableText(text: string): string {
  return printable(text.replace(/\r\n?/g, '\n'));
}
