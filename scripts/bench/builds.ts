/** What is built in a round: this project in three ways, and its peers in one. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../../src/config/work-folder.ts';
import { listFiles } from '../../src/pipeline/read.ts';
import { setAside } from './aside.ts';
import type { Step } from './measure.ts';

export const own = 'languedocs';
export const labels = { hugo: 'Hugo + Pagefind', starlight: 'Starlight' } as const;
export type Peer = keyof typeof labels;

/** One kind of build in a round. */
export interface Build {
  readonly name: string;
  readonly site: string;
  readonly steps: readonly Step[];
  /** Exit codes of a build that has made its site. */
  readonly good: readonly number[];
  /** What such a build says at its end, where the exit code does not tell. */
  readonly says?: RegExp;
  /** What is done before, unmeasured. */
  readonly prepare: (round: number) => void;
}

const project = process.cwd();
export const pagefind = join(project, 'node_modules', 'pagefind', 'lib', 'runner', 'bin.cjs');

/** This project from nothing, with nothing changed, and with one article edited: in this order, in every round. */
export function ownBuilds(content: string, scratch: string): Build[] {
  const site = join(scratch, 'site');
  const files = listFiles([content]);
  const edited = files[Math.floor(files.length / 2)];
  const build = (kind: string, prepare: (round: number) => void): Build => ({
    name: `${own} ${kind}`,
    site,
    steps: [
      {
        program: process.execPath,
        words: ['scripts/run.cjs', 'scripts/languedocs.ts', 'build', '--content', content, '--out', site],
        folder: project,
      },
    ],
    // 1 says that some articles have errors; the others are published.
    good: [0, 1],
    says: /(?<!\d)\d+ pages in \d+ locales/,
    prepare,
  });
  return [
    build('cold', () => {
      // As in a fresh clone.
      for (const made of [site, workFolder({ project, out: site })]) setAside(made);
    }),
    build('unchanged', () => undefined),
    build('one edited', (round) => {
      if (edited) appendFileSync(join(edited.root, edited.path), `\n\nRound ${round + 1} of the benchmark.\n`);
    }),
  ];
}

export function hugoBuild(folder: string, scratch: string): Build {
  const site = join(folder, 'public');
  const cache = join(scratch, 'hugo-cache');
  return {
    name: labels.hugo,
    site,
    steps: [
      { program: 'hugo', words: ['--quiet', '--cacheDir', cache], folder },
      { program: process.execPath, words: [pagefind, '--site', 'public'], folder },
    ],
    good: [0],
    prepare: () => {
      for (const made of [site, cache, join(folder, 'resources')]) setAside(made);
    },
  };
}

export function starlightBuild(folder: string): Build {
  const site = join(folder, 'dist');
  return {
    name: labels.starlight,
    site,
    steps: [{ program: process.execPath, words: [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], folder }],
    good: [0],
    prepare: () => {
      for (const made of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite']) setAside(join(folder, made));
    },
  };
}
