/**
 * Text of articles, file names and other programs on its way to a person: into a terminal, a log, or a file that people open.
 *
 * What would act instead of being read becomes an escape that is read, as JavaScript writes it: `\x1b`, `\u202e`, `\u{e0041}`. The
 * pictures that Unicode has for controls (␛) stand for some of them only, and look like text that an article may have. A backslash
 * stays as it is: this is for people, and no program reads it back. JSON has `jsonText`, which loses nothing.
 */

/** Scripts whose letters need joiners, or which write no blanks between words and may have invisible ones there. */
const joining = [
  ...['Arab', 'Syrc', 'Mong', 'Nkoo', 'Mand', 'Rohg', 'Adlm', 'Phag', 'Tfng'],
  ...['Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh'],
  ...['Khmr', 'Mymr', 'Thai', 'Laoo', 'Tibt', 'Java', 'Bali', 'Sund', 'Lana', 'Cham'],
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('');

const never = [
  // Controls, those of eight bits too, and everything that some program takes for the end of a line.
  String.raw`\p{Cc}\p{Zl}\p{Zp}`,
  // Halves of characters, and what is no character.
  String.raw`\p{Cs}\p{Noncharacter_Code_Point}`,
  // What changes the order of the text around it, and annotations.
  String.raw`\p{Bidi_Control}\uFFF9-\uFFFB`,
  // What nobody sees. Joiners depend on their place, and so do selectors of variants.
  String.raw`[\p{Default_Ignorable_Code_Point}--[\p{Variation_Selector}\u200B-\u200D\u180E]]`,
].join('');

const misplaced = [
  // An emoji of several parts, such as a family, is held together by joiners.
  String.raw`(?<![${joining}])(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D\p{Extended_Pictographic})\u200D(?![${joining}])`,
  String.raw`(?<![${joining}])[\u200B\u200C\u180E](?![${joining}])`,
  // A row of selectors shows nothing and can hold any message.
  String.raw`(?<=\p{Variation_Selector})\p{Variation_Selector}`,
].join('|');

const acting = new RegExp(`[${never}]|${misplaced}`, 'gv');

/**
 * Where build servers read a command, wherever it stands in a line: `##[` in GitHub Actions and Azure Pipelines, `##vso[` in the
 * latter, `##teamcity[` in TeamCity. Those at the beginning of a line are the business of `report/output.ts`.
 */
const commands = /##(?=\[|vso\[|teamcity\[)/gi;

/** Text without commands to a build server. `escapeControls` does it too; here for parts that make one only where they meet. */
export function escapeCommands(text: string): string {
  return text.replace(commands, String.raw`#\x23`);
}

/** Text that does nothing but being read, on one line. What is escaped already stays as it is. */
export function escapeControls(text: string): string {
  return escapeCommands(text.replace(acting, escapeOf));
}

/** The same for a line of a file's own text, such as a line of a diff, whose tabs stay. */
export function escapeLine(line: string): string {
  return line.split('\t').map(escapeControls).join('\t');
}

function escapeOf(character: string): string {
  if (character === '\n') return String.raw`\n`;
  if (character === '\r') return String.raw`\r`;
  if (character === '\t') return String.raw`\t`;
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`;
}

/** A value as JSON that does nothing to a terminal or a log, and means the same: the characters above stand in it as `\u001b`. */
export function jsonText(value: unknown, indent?: number): string {
  return escapeJson(JSON.stringify(value, undefined, indent));
}

/** The same for JSON that others have written, with the line ends that stand between its values. */
export function escapeJson(json: string): string {
  // Line ends outside of strings are the only characters here that JSON itself has written.
  return json
    .replace(acting, (character) => (character === '\n' ? character : unitsOf(character)))
    .replace(commands, String.raw`#\u0023`);
}

/**
 * A value as JSON for a file of the site: no controls, which JSON leaves as they are from DEL on. What else acts in a terminal belongs
 * to the languages that it is published in.
 */
export function publishedJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(/[\u007F-\u009F]/g, unitsOf);
}

function unitsOf(character: string): string {
  return Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}
