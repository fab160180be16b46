/** Kept values are made again when the code that makes them changes: their keys must hold all of it. */
import { expect, test } from 'vitest';
import { checkCode } from '../../../src/engine/check-library.ts';
import { pipelineCode, recordCode } from '../../../src/engine/library.ts';
import { loadedBy, modulesIn } from '../../imports.ts';

test.each([
  ['facts and pages', ['src/pipeline'], pipelineCode],
  ['records for the search', ['src/search/record.ts'], recordCode],
  ['search indexes and related terms', ['src/search/index-locale.ts', 'src/search/learn'], recordCode],
  ['reports', ['src/check'], checkCode],
])('keys of %s hold all code that makes them', (_what, entries, places) => {
  const files = [...loadedBy(entries.flatMap(modulesIn)).keys()];
  expect(files.length).toBeGreaterThan(1);
  expect(files.filter((file) => !places.some((place) => file === place || file.startsWith(`${place}/`)))).toEqual([]);
});
