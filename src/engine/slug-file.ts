/** The file in which builds record slugs. People keep it under version control, merge it and edit it. */
import { existsSync, readFileSync } from 'node:fs';
import { historyText, isHistory, isOfOthers, type SlugHistory, wrongRecord } from '../exports/slug-history.ts';
import { CommandError } from '../core/errors.ts';
import { lineOfError } from '../disk/built-file.ts';
import { LineIndex } from '../core/diagnostics.ts';
import type { Topic } from '../pipeline/types.ts';
import { isRecord } from '../core/stored.ts';
import { writeAtomic } from '../disk/atomic-files.ts';

/**
 * What the file says; nothing where there is none yet, or where none is kept.
 *
 * @throws CommandError with the line where it says something else: without it, articles would lose their former addresses
 */
export function readSlugFile(file: string | undefined): SlugHistory {
  if (file === undefined || !existsSync(file)) return {};
  const text = textOf(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw damaged(file, lineOfError(text, error), 'this is not valid JSON', error);
  }
  if (isHistory(value)) return value;
  const slug = isRecord(value) ? wrongRecord(value) : undefined;
  if (slug === undefined) throw damaged(file, 1, 'this is not an object with a record for each slug');
  const { line } = new LineIndex(text).position(Math.max(text.indexOf(JSON.stringify(slug)), 0));
  const expected = '`{"known": […], "former": […]}` with lists of texts';
  throw damaged(file, line, `the record of \`${slug}\` is not ${expected}`);
}

function textOf(file: string): string {
  try {
    // Some editors begin a file with a mark of their own.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CommandError(`The record of slugs ${file} cannot be read. Make it a file that may be read.`, {
      cause: error,
    });
  }
}

function damaged(file: string, line: number, problem: string, cause?: unknown): CommandError {
  const next = 'Correct or restore this record of slugs, or delete it to begin a new one, without former addresses.';
  return new CommandError(`${file}:${line}: ${problem}. ${next}`, { cause });
}

/** Throws where the file is about other articles: theirs would be the addresses, and their record would be lost. */
export function refuseHistoryOfOthers(file: string | undefined, topics: readonly Topic[]): void {
  const history = readSlugFile(file);
  if (file === undefined || !isOfOthers(history, topics)) return;
  const slugs = Object.keys(history);
  const named = slugs.slice(0, 3).map((slug) => `\`${slug}\``);
  throw new CommandError(
    `${file} records the addresses of ${slugs.length} articles (${named.join(', ')}${slugs.length > 3 ? ', …' : ''}), and none of them is here. ` +
      'Delete it where it came with other articles, such as the sample; else look where yours have gone. Nothing was built.',
  );
}

/** Leaves the file alone where it says so already. */
export function writeSlugFile(file: string | undefined, history: SlugHistory): void {
  if (file === undefined) return;
  const text = historyText(history);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeAtomic(file, text);
}
