import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/longest-first.ts';

/** A test waits for what it needs. These end one that waits for what never comes, on a machine that is busy with other files and other things. */
const testTimeout = 600_000;
const hookTimeout = 600_000;
/** Less than a test has, so that it says what has not come. */
const patience = { poll: { timeout: 200_000 } };

/** A file for each processor: by default one processor is kept free, which on two leaves half of the machine idle. */
const workers = availableParallelism();
/** A file of this project has a browser, or builds that use all processors themselves, so that more would only take memory. */
const siteWorkers = Math.min(workers, 4);

export default defineConfig({
  test: {
    reporters: ['default', './tests/count-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/corpus/**'],
          testTimeout,
          hookTimeout,
          expect: patience,
          maxWorkers: workers,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/build-sites.ts',
          testTimeout,
          hookTimeout,
          expect: patience,
          maxWorkers: siteWorkers,
          // After the fast ones, which have their own number of workers.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'corpus',
          include: ['tests/corpus/**/*.test.ts'],
          testTimeout,
          hookTimeout,
          expect: patience,
          maxWorkers: workers,
        },
      },
    ],
  },
});
