/** What was learned of a locale, kept from one build to the next: a line with the CRC-32 of the rest, which is JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { isLesson, type Lesson } from '../../search/learn/lesson.ts';
import { parseStored } from '../../core/stored.ts';
import { writeAtomic } from '../../disk/atomic-files.ts';

export function writeLesson(file: string, lesson: Lesson): void {
  const text = JSON.stringify(lesson);
  writeAtomic(file, `${crc32(text)}\n${text}`);
}

/** A lesson as it was written; undefined where the disk has not kept it. */
export function readLesson(file: string): Lesson | undefined {
  if (!existsSync(file)) return undefined;
  const stored = readFileSync(file, 'utf8');
  const end = stored.indexOf('\n');
  const text = stored.slice(end + 1);
  return stored.slice(0, end) === String(crc32(text)) ? parseStored(text, isLesson) : undefined;
}
