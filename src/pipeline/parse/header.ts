import type { Finding } from '../../core/diagnostics.ts';
import { behindComments, blockAt, type HeaderBlock, upToBlankLine } from './header-blocks.ts';
import { type Fields, fieldsIn, HeaderError, isHeaderLanguage } from './header-languages.ts';
import { isKnownKey, publicationLines, scanLenient } from './lenient-header.ts';
import { findPairs } from './pairs.ts';
import { project } from './project.ts';
import { isPublicationKey, statesPublication } from './publication.ts';

/** The front matter of a file, as far as it could be read. */
export interface Header {
  /** Keys as written; every scalar is a string, so that `0123` and `2020-12-17` stay what they are. */
  readonly fields: Fields;
  /** Offset in the file at which the body begins. */
  readonly bodyStart: number;
  readonly findings: readonly Finding[];
}

interface ReadBlock {
  readonly fields: Fields;
  readonly findings: readonly Finding[];
  /** False where only keys could be recognized. */
  readonly isValid: boolean;
}

/** Headers that one file may have behind each other. */
const mostBlocks = 8;

/**
 * Splits a file into header and body. Never fails: a header that is not valid is read leniently, and text between two rules that
 * states nothing known is body. Blank lines and comments may stand before a header, and another header behind it; all of them count.
 */
export function readHeader(text: string): Header {
  const { at, isBehind } = startOf(text);
  const block = blockAt(text, at);
  if (!block) return { ...withoutHeader(text), fields: publicationLines(linesWithoutMarks(text)) };
  if (block.end === undefined) return unclosed(text, block, isBehind);
  const read = readBlock(text, block);
  if (!read || ((isBehind || block.mark === '{') && !isCertain(text, block, read))) return shownAsText(text, block);
  let header: Header = { fields: read.fields, bodyStart: block.end, findings: read.findings };
  for (let count = 1; count < mostBlocks; count++) {
    const next = nextHeader(text, header.bodyStart);
    if (!next) break;
    header = {
      fields: withFields(header.fields, next.fields),
      bodyStart: next.bodyStart,
      findings: [...header.findings, ...next.findings],
    };
  }
  return header;
}

/** Where the header would begin, and whether anything stands before it that a header has not otherwise. */
function startOf(text: string): { at: number; isBehind: boolean } {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  // Some hand-backs carry a stray anchor line before the opening rule.
  const stray = /^\uFEFF?<a name=[^\n]*\n(?:[^\n]*\n)?(?=---)/.exec(text);
  if (stray) return { at: stray[0].length, isBehind: false };
  const at = behindComments(text, from);
  return { at, isBehind: at > from };
}

/** A header that may as well be text, such as one behind a comment, is one where it has a known key and reads like one. */
function isCertain(text: string, { content }: HeaderBlock, { fields, isValid }: ReadBlock): boolean {
  const inside = text.slice(content.start, content.end);
  // Behind a rule in a text stands a blank line.
  const readsLikeOne = isValid ? !/^[ \t]*\n/.test(inside) : !/\n[ \t]*\n/.test(inside);
  return readsLikeOne && hasKnownKey(fields);
}

/** A header behind another one, also where one rule ends the first and begins the second. */
function nextHeader(text: string, from: number): Header | undefined {
  const shared = sharingRule(text, from);
  const block = shared ?? blockAt(text, behindComments(text, from));
  if (!block || block.mark === '{' || block.mark === ';;;') return undefined;
  if (block.end === undefined) {
    const lines = upToBlankLine(text.slice(block.content.start));
    const fields = hasOnlyKeys(lines) ? publicationLines(lines) : {};
    return Object.keys(fields).length === 0 ? undefined : { fields, bodyStart: from, findings: [] };
  }
  const read = readBlock(text, block);
  if (!read || !isCertain(text, block, read)) return undefined;
  if (shared && !Object.keys(read.fields).some(isPublicationKey)) return undefined;
  return { fields: read.fields, bodyStart: block.end, findings: read.findings };
}

/** Lines of keys alone up to a line of `---`. */
function sharingRule(text: string, from: number): HeaderBlock | undefined {
  const lines = upToBlankLine(text.slice(from, from + 20_000));
  const close = /^---[ \t]*$/m.exec(lines);
  if (!close || close.index === 0 || !hasOnlyKeys(lines.slice(0, close.index))) return undefined;
  const content = { start: from, end: from + close.index };
  const end = Math.min(text.length, content.end + close[0].length + 1);
  return { mark: '---', language: 'yaml', start: from, content, end };
}

function hasOnlyKeys(lines: string): boolean {
  return lines
    .trimEnd()
    .split('\n')
    .every((line) => /^["']?[\w.-]+["']?[ \t]*[:=]/.test(line));
}

/** Of a key that says whether the file is published, all values count. Of any other the first does. */
function withFields(fields: Fields, more: Fields): Fields {
  const both = Object.entries(more).map(([key, value]): [string, unknown] => {
    if (!Object.hasOwn(fields, key)) return [key, value];
    return [key, isPublicationKey(key) ? [fields[key], value].flat() : fields[key]];
  });
  return { ...fields, ...Object.fromEntries(both) };
}

function unclosed(text: string, { mark, start, content }: HeaderBlock, isBehind: boolean): Header {
  const raw = upToBlankLine(text.slice(content.start, content.end));
  const lines = mark === '{' ? membersIn(raw) : raw;
  const fields = publicationLines(lines);
  // Where it may as well be text, one key that is known makes it a header.
  if ((mark !== '---' || isBehind) && scanLenient(colonsFor(lines)) === undefined)
    return { ...withoutHeader(text), fields };
  const closing = mark === '{' ? '}' : mark;
  const unread = withoutHeader(text, {
    rule: 'front-matter-unclosed',
    severity: 'error',
    start,
    end: mark === '{' ? start + 1 : content.start,
    message: `The front matter has no closing \`${closing}\`, so all of the file is shown as text.`,
    hint: mark === '{' ? 'Close the object and its texts.' : `Add a line \`${closing}\` after the last key.`,
  });
  return { ...unread, fields };
}

/** A block that nobody can take for a header. What it says of being published counts where it names another language. */
function shownAsText(text: string, block: HeaderBlock): Header {
  const language = unknownLanguage(block);
  const content = text.slice(block.content.start, block.content.end);
  return { ...withoutHeader(text, language), fields: language ? publicationLines(content) : {} };
}

/** The first lines of a file without marks, where all of them are keys and one is of this dialect: some tools take these for a header. */
function linesWithoutMarks(text: string): string {
  const lines = upToBlankLine(text.replace(/^\uFEFF/, ''));
  if (!hasOnlyKeys(lines) || !lines.trimEnd().includes('\n')) return '';
  const keys = lines.split('\n').map((line) => /^["']?([\w.-]+)/.exec(line)?.[1] ?? '');
  return keys.some((key) => isKnownKey(key) && !isPublicationKey(key)) ? lines : '';
}

/** Members of an object in JSON as lines: it may have all of them in one. */
function membersIn(json: string): string {
  const members = json.matchAll(/"([\w.-]+)"\s{0,99}:\s{0,99}("[^"\n]*"|[\w.-]+)/g);
  return Array.from(members, ([, key, value]) => `${key}: ${value}`).join('\n');
}

/** TOML as YAML would write its lines. */
function colonsFor(toml: string): string {
  return toml.replace(/^[ \t]*["']?([\w.-]+)["']?[ \t]*=/gm, '$1:');
}

function withoutHeader(text: string, finding?: Finding): Header {
  const bodyStart = text.startsWith('\uFEFF') ? 1 : 0;
  return { fields: {}, bodyStart, findings: finding ? [finding] : [] };
}

function readBlock(text: string, block: HeaderBlock): ReadBlock | undefined {
  const { start, content } = block;
  const inside = text.slice(content.start, content.end);
  const pairs = findPairs(inside, 0).pairs;
  if (pairs.length > 0) {
    const finding: Finding = {
      rule: 'front-matter-translated',
      severity: 'warning',
      start,
      end: content.end,
      message: 'The front matter was translated as if it were text; its keys are read from the English side.',
      hint: 'Mend the YAML of the source article and have it handed back again.',
    };
    const english = project(inside, 0, pairs, 'source').text;
    return { fields: scanLenient(english) ?? {}, findings: [finding], isValid: true };
  }
  try {
    const fields = fieldsIn(inside, block.language);
    return { fields, findings: statesNothing(fields) ? [unknownKeys(block)] : [], isValid: true };
  } catch (error) {
    if (!(error instanceof HeaderError)) throw error;
    const lines = block.mark === '{' ? membersIn(inside) : colonsFor(inside);
    const fields = scanLenient(lines);
    return fields && { fields, findings: [unreadable(error, block)], isValid: false };
  }
}

/** True where none of a header's keys is one that any article has. */
function statesNothing(fields: Fields): boolean {
  return Object.keys(fields).length > 0 && !hasKnownKey(fields);
}

/** `{"page": {"draft": true}}` has one, too. */
function hasKnownKey(fields: Fields): boolean {
  return Object.keys(fields).some(isKnownKey) || statesPublication(fields);
}

function unknownKeys({ mark, start, content }: HeaderBlock): Finding {
  return {
    rule: 'front-matter-unknown',
    severity: 'warning',
    start,
    end: content.end,
    message: 'The front matter has no key that is known, such as `title` or `ms.contentlocale`; its text is not shown.',
    hint: `If this is text, put a blank line before the first \`${mark}\`.`,
  };
}

/** A header in another language whose keys nobody could recognize: its text is shown, and this is said of it. */
function unknownLanguage({ mark, language, start }: HeaderBlock): Finding | undefined {
  // A rule with words behind it is a sentence, and its text is shown like any other.
  if (mark !== '---' || language === 'yaml' || /\s/.test(language)) return undefined;
  return {
    rule: 'front-matter-unreadable',
    severity: 'warning',
    start,
    end: start + '---'.length + language.length,
    message: isHeaderLanguage(language)
      ? `The front matter says that it is written in \`${language}\`, and is not; it is shown as text.`
      : `The front matter says that it is written in \`${language}\`, expected YAML; it is shown as text.`,
    hint: 'Write it as YAML, one `key: value` a line, between lines of `---` alone.',
  };
}

const hints: Readonly<Record<string, string>> = {
  TOML: 'Write `key = "value"`, one a line, with texts in quotes and no key twice.',
  JSON: 'Put keys and texts in double quotes, a comma between members, and no key twice.',
};

function unreadable({ message, offset }: HeaderError, { language, content }: HeaderBlock): Finding {
  const name = isHeaderLanguage(language) ? language.toUpperCase() : 'YAML';
  const at = Math.min(content.start + offset, content.end);
  return {
    rule: 'front-matter-unreadable',
    severity: 'warning',
    start: at,
    end: Math.min(at + 1, content.end),
    message: `The front matter is not valid ${name} (${message}); the keys that could be recognized are used.`,
    hint: hints[name] ?? 'Quote values that contain `: ` or a backslash, and keep one key a line.',
  };
}
