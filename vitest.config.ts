import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tests/count-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/corpus/**'],
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/site/build-sites.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // The tests share two built sites and one browser at a time: on two cores more would only wait.
          fileParallelism: false,
        },
      },
      {
        test: { name: 'corpus', include: ['tests/corpus/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
