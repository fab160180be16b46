/** The file in which builds record slugs. */
import { existsSync, readFileSync } from 'node:fs';
import { historyText, parseHistory, type SlugHistory } from '../agents/slug-history.ts';
import { CommandError } from '../cli/arguments.ts';
import { writeWhole } from './whole-files.ts';

/** What the file says; nothing where there is none yet, or where none is kept. */
export function readSlugFile(file: string | undefined): SlugHistory {
  if (file === undefined || !existsSync(file)) return {};
  const history = parseHistory(readFileSync(file, 'utf8'));
  if (history) return history;
  throw new CommandError(`${file} is no record of slugs. Restore it, or delete it to begin a new one.`);
}

/** Leaves the file alone where it says so already. */
export function writeSlugFile(file: string | undefined, history: SlugHistory): void {
  if (file === undefined) return;
  const text = historyText(history);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeWhole(file, text);
}
