/** For tests: bilingual text in the hand-back dialect, folders of files that are gone after the test, and pages. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { plannedPages } from '../src/pipeline/planned-pages.ts';
import type { Library } from '../src/pipeline/pipeline.ts';
import type { Page } from '../src/pipeline/types.ts';

/** Whether Git is installed. */
export const hasGit = spawnSync('git', ['--version']).status === 0;

let isTold = false;

/** Skips a test where Git is not installed, and says so aloud, because a silent skip looks like a pass. */
export function needsGit({ skip }: Pick<TestContext, 'skip'>): void {
  if (!hasGit && !isTold) process.stderr.write('\nGit is not installed: the tests that need it are skipped.\n');
  isTold = true;
  skip(!hasGit, 'Git is not installed');
}

/** One translation-unit pair. */
export function pair(unit: number | string, target: string, source: string, quote = '"'): string {
  const id = `0a1b2-${unit}`;
  return (
    `<span data-ttu-id=${quote}${id}${quote}>${target}</span>` +
    `<span class=${quote}sxs-lookup${quote}><span data-stu-id=${quote}${id}${quote}>${source}</span></span>`
  );
}

/** A file with front matter. */
export function file(fields: Record<string, string>, body: string): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

/** Writes files into a new folder, which is removed when the test is done. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'languedocs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** All pages of one locale, each rendered when it is asked for. */
export function* pagesIn(locale: string, library: Library): Generator<Page> {
  for (const { render } of plannedPages(locale, library)) yield render().page;
}
