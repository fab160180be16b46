import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Finding } from '../../diagnostics.ts';
import { findPairs } from './pairs.ts';
import { isKnownKey, publicationLines, scanLenient } from './lenient-header.ts';
import { project } from './project.ts';

/** The front matter of a file, as far as it could be read. */
export interface Header {
  /** Keys as written; every scalar is a string, so that `0123` and `2020-12-17` stay what they are. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Offset in the file at which the body begins. */
  readonly bodyStart: number;
  readonly findings: readonly Finding[];
}

// A line of more dashes is a rule, and opens nothing.
const opening = /^\uFEFF?(?:[^\n]*\n){0,2}?---(?!-)[^\n]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gm;

/**
 * Splits a file into header and body. Never fails: a header that is no YAML is read leniently, and text between two rules that
 * states nothing known is body.
 */
export function readHeader(text: string): Header {
  const open = opening.exec(text);
  if (!open || !opensHeader(open[0])) return { ...withoutHeader(text), fields: publicationLines(foreignHeader(text)) };
  const start = open[0].lastIndexOf('---');
  closing.lastIndex = open[0].length;
  const close = closing.exec(text);
  if (!close) {
    const unread = withoutHeader(text, {
      rule: 'front-matter-unclosed',
      severity: 'error',
      start,
      end: open[0].length,
      message: 'The front matter has no closing `---`, so all of the file is shown as text.',
      hint: 'Add a line `---` after the last key.',
    });
    return { ...unread, fields: publicationLines(upToBlankLine(text.slice(open[0].length))) };
  }
  const lineEnd = text.indexOf('\n', close.index);
  const bodyStart = lineEnd === -1 ? text.length : lineEnd + 1;
  const block = text.slice(start, close.index);
  const read = readBlock(block, start, bodyStart);
  if (read) return read;
  const language = foreignLanguage(block, start);
  return { ...withoutHeader(text, language), fields: language ? publicationLines(block) : {} };
}

/**
 * The lines of a header in another language than YAML: TOML between `+++`, JSON in braces. They are shown as text; but whether a file is
 * to be published is read from them too, or drafts would be published.
 */
function foreignHeader(text: string): string {
  const opened = /^\uFEFF?\s{0,99}(?:(\+\+\+|;;;)[ \t]*\r?\n|(?=\{\s{0,99}"))/.exec(text);
  if (!opened) return '';
  const mark = opened[1];
  const lines = text.slice(0, 20_000).split('\n');
  const first = lines.findIndex((line) => line.includes(mark ?? '{'));
  const last = lines.findIndex((line, at) => at > first && line.trimEnd() === (mark ?? '}'));
  const block = last === -1 ? upToBlankLine(lines.slice(first).join('\n')) : lines.slice(first, last).join('\n');
  return mark === '+++' ? block : membersIn(block);
}

/** Members of an object in JSON as lines: it may have all of them in one. */
function membersIn(json: string): string {
  const members = json.matchAll(/"([\w.-]+)"\s{0,99}:\s{0,99}("[^"\n]*"|[\w.-]+)/g);
  return Array.from(members, ([, key, value]) => `${key}: ${value}`).join('\n');
}

function upToBlankLine(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line.trim() === '');
  return end === -1 ? text : lines.slice(0, end).join('\n');
}

// Some hand-backs carry a stray anchor line before the opening rule; any other text there means that the file has no header.
function opensHeader(prefix: string): boolean {
  const before = prefix.replace(/^\uFEFF/, '').slice(0, prefix.replace(/^\uFEFF/, '').lastIndexOf('---'));
  return before.trim() === '' || before.startsWith('<a name=');
}

function withoutHeader(text: string, finding?: Finding): Header {
  const bodyStart = text.startsWith('\uFEFF') ? 1 : 0;
  return { fields: {}, bodyStart, findings: finding ? [finding] : [] };
}

function readBlock(block: string, start: number, bodyStart: number): Header | undefined {
  const pairs = findPairs(block, 0).pairs;
  if (pairs.length > 0) {
    const finding: Finding = {
      rule: 'front-matter-translated',
      severity: 'warning',
      start,
      end: start + block.length,
      message: 'The front matter was translated as if it were text; its keys are read from the English side.',
      hint: 'Mend the YAML of the source article and have it handed back again.',
    };
    const english = project(block, block.indexOf('\n') + 1, pairs, 'source').text;
    return { fields: scanLenient(english) ?? {}, bodyStart, findings: [finding] };
  }
  try {
    const language = languageOf(block);
    if (!/^(?:ya?ml)?$/i.test(language)) throw new HeaderLanguageError(language);
    const fields = fieldsOf(block);
    return { fields, bodyStart, findings: statesNothing(fields) ? [unknownKeys(start, block)] : [] };
  } catch (error) {
    const fields = scanLenient(block.replace(/^---.*\n/, ''));
    if (!fields) return undefined;
    return { fields, bodyStart, findings: [unreadable(error, block, start)] };
  }
}

/** True where none of a header's keys is one that any article has. */
function statesNothing(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(fields).length > 0 && !Object.keys(fields).some(isKnownKey);
}

function unknownKeys(start: number, block: string): Finding {
  return {
    rule: 'front-matter-unknown',
    severity: 'warning',
    start,
    end: start + block.length,
    message: 'The front matter has no key that is known, such as `title` or `ms.contentlocale`; its text is not shown.',
    hint: 'If this is text, put a blank line before the first `---`.',
  };
}

/**
 * What a header's lines say. gray-matter would execute a header that begins with `---js`, and looks for engines among all that objects
 * inherit, so it never sees a language. From each line end on, also of Unicode's own, it looks over all blanks behind for a comment,
 * time that grows with the square of a run of them, so it is shown long runs as one blank; what is read is the header itself.
 */
function fieldsOf(block: string): Record<string, unknown> {
  const yaml = block.slice(block.indexOf('\n'));
  const shown = yaml.replace(/\s{64,}/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '));
  return matter(`---${shown}---\n`, { language: 'yaml', engines: { yaml: { parse: () => parseYaml(yaml) } } }).data;
}

class HeaderLanguageError extends Error {
  constructor(language: string) {
    super(`front matter in \`${language}\` is not read, expected YAML`);
  }
}

/** What stands behind the opening `---`: the language of the header, or a comment. */
function languageOf(block: string): string {
  const line = block.slice('---'.length, block.indexOf('\n'));
  return line.replace(/(?:^|\s)#.*$/s, '').trim();
}

/** A header in another language whose keys nobody could recognize: its text is shown, and this is said of it. */
function foreignLanguage(block: string, start: number): Finding | undefined {
  const language = languageOf(block);
  // A rule with words behind it is a sentence, and its text is shown like any other.
  if (language === '' || /\s/.test(language)) return undefined;
  return {
    rule: 'front-matter-unreadable',
    severity: 'warning',
    start,
    end: start + '---'.length + language.length,
    message: `The front matter says that it is written in \`${language}\`, expected YAML; it is shown as text.`,
    hint: 'Write it as YAML, one `key: value` a line, between lines of `---` alone.',
  };
}

/** Aliases that a header may have. Lists of aliases of lists grow with each: so few of them make hundreds of values at most. */
const mostAliases = 16;

function parseYaml(yaml: string): object {
  const value = load(yaml, { schema: FAILSAFE_SCHEMA, maxAliases: mostAliases });
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Error('the front matter is no list of keys and values');
  }
  return value;
}

function unreadable(error: unknown, block: string, start: number): Finding {
  let offset = 0;
  let reason = error instanceof Error ? error.message : String(error);
  if (error instanceof YAMLException) {
    reason = error.reason;
    // What was read begins with the end of the opening line.
    offset = Math.min(block.indexOf('\n') + (error.mark?.position ?? 0), block.length);
  }
  return {
    rule: 'front-matter-unreadable',
    severity: 'warning',
    start: start + offset,
    end: start + Math.min(offset + 1, block.length),
    message: `The front matter is not valid YAML (${reason}); the keys that could be recognized are used.`,
    hint: 'Quote values that contain `: ` or a backslash, and keep one key a line.',
  };
}
