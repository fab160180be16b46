import { defineConfig } from 'vitest/config';

/** A test waits for what it needs. These end one that waits for what never comes, on a machine that is busy with other things too. */
const testTimeout = 300_000;
const hookTimeout = 300_000;
/** Less than a test has, so that it says what has not come. */
const patience = { poll: { timeout: 200_000 } };

export default defineConfig({
  test: {
    reporters: ['default', './tests/count-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/corpus/**'],
          testTimeout,
          hookTimeout,
          expect: patience,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/build-sites.ts',
          testTimeout,
          hookTimeout,
          expect: patience,
          // The tests share two built sites and one browser at a time: on two cores more would only wait.
          fileParallelism: false,
        },
      },
      {
        test: { name: 'corpus', include: ['tests/corpus/**/*.test.ts'], testTimeout, hookTimeout, expect: patience },
      },
    ],
  },
});
