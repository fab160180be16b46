/** The project's commands, run as a user runs them. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../../src/config/work-folder.ts';
import { type LocalServer, serve } from '../../src/commands/local-server.ts';

export const project = join(import.meta.dirname, '../..');

export interface Finished {
  readonly code: number;
  /** Everything that was said, on both streams. */
  readonly text: string;
}

/** Runs Node in the folder of the project, or of a copy, and waits for its end. A failure is a result, not an error. */
export function runNode(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  cwd = project,
): Promise<Finished> {
  // The build shall not learn that it runs in a test.
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, NO_COLOR: '1', ...environment };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, words, { cwd, env }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, text: out + err });
    });
  });
}

/** `npm run build` with these options. */
export function runBuild(...options: string[]): Promise<Finished> {
  return runNode(['scripts/languedocs.ts', 'build', ...options]);
}

/** Builds a site of a test's own, and serves it. Throws what the build said where there is none. */
export async function buildAndServe(content: string, out: string): Promise<LocalServer> {
  const finished = await runBuild('--content', content, '--out', out);
  if (!existsSync(join(out, 'index.html'))) throw new Error(finished.text);
  return serve(out, '/', 0);
}

/** A new folder below the project, where Astro can keep its working files while it writes there. */
export function makeWorkFolder(): string {
  const work = join(project, '.languedocs');
  mkdirSync(work, { recursive: true });
  return mkdtempSync(join(work, 'test-'));
}

/** Removes a folder, and what builds into folders of these names in it have kept. */
export function removeWorkFolder(folder: string, ...outputs: readonly string[]): void {
  for (const out of outputs) rmSync(workFolder({ project, out: join(folder, out) }), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
