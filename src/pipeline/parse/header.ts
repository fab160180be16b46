import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { Finding } from '../../diagnostics.ts';
import { findPairs } from './pairs.ts';
import { isKnownKey, scanLenient } from './lenient-header.ts';

/** The front matter of a file, as far as it could be read. */
export interface Header {
  /** Keys as written; every scalar is a string, so that `0123` and `2020-12-17` stay what they are. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Offset in the file at which the body begins. */
  readonly bodyStart: number;
  readonly findings: readonly Finding[];
}

const opening = /^\uFEFF?(?:[^\n]*\n){0,2}?---[^\n]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gm;

/**
 * Splits a file into header and body. Never fails: a header that is no YAML is read leniently, and text between two rules that
 * states nothing known is body.
 */
export function readHeader(text: string): Header {
  const open = opening.exec(text);
  if (!open || !opensHeader(open[0])) return withoutHeader(text);
  const start = open[0].lastIndexOf('---');
  closing.lastIndex = open[0].length;
  const close = closing.exec(text);
  if (!close) {
    return withoutHeader(text, {
      rule: 'front-matter-unclosed',
      severity: 'error',
      start,
      end: open[0].length,
      message: 'The front matter has no closing `---`, so all of the file is shown as text.',
      hint: 'Add a line `---` after the last key.',
    });
  }
  const lineEnd = text.indexOf('\n', close.index);
  const bodyStart = lineEnd === -1 ? text.length : lineEnd + 1;
  const block = text.slice(start, close.index);
  const header = readBlock(block, start, bodyStart);
  return header ?? withoutHeader(text);
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
    const english = block.replace(/^---.*\n/, '').replace(pairPattern, '$1');
    return { fields: scanLenient(english) ?? {}, bodyStart, findings: [finding] };
  }
  try {
    const { data } = matter(`${block.replace(manyBlankLines, '\n')}---\n`, { engines: safeEngines });
    return { fields: data, bodyStart, findings: statesNothing(data) ? [unknownKeys(start, block)] : [] };
  } catch (error) {
    const fields =
      scanLenient(block.replace(/^---.*\n/, '')) ?? (error instanceof HeaderLanguageError ? {} : undefined);
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

const pairPattern =
  /<span data-ttu-id=[^>]*>[\s\S]*?<\/span><span class=[^>]*><span data-stu-id=[^>]*>([\s\S]*?)<\/span><\/span>/g;

// gray-matter looks for comments from each of them on, to the end of all: time that grows with their square.
const manyBlankLines = /(?:[ \t]*\n){64,}/g;

const refuse = (language: string) => () => {
  throw new HeaderLanguageError(language);
};

class HeaderLanguageError extends Error {
  constructor(language: string) {
    super(`front matter in ${language} is not read, expected YAML`);
  }
}

// gray-matter would execute a header that begins with `---js`. All engines are named, so that none of its own is reached.
const safeEngines = {
  yaml: { parse: parseYaml },
  json: { parse: refuse('JSON') },
  toml: { parse: refuse('TOML') },
  js: { parse: refuse('JavaScript') },
  javascript: { parse: refuse('JavaScript') },
  coffee: { parse: refuse('CoffeeScript') },
  coffeescript: { parse: refuse('CoffeeScript') },
  cson: { parse: refuse('CSON') },
};

function parseYaml(yaml: string): object {
  const value = load(yaml, { schema: FAILSAFE_SCHEMA });
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
    // gray-matter hands over all that stands behind the opening `---`.
    offset = Math.min('---'.length + (error.mark?.position ?? 0), block.length);
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
