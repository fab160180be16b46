/** Kept values are made again when the code that makes them changes: their keys must hold all of it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { checkCode } from '../../src/build/check.ts';
import { pipelineCode, recordCode } from '../../src/build/library.ts';

/** What a module imports from the project when it runs; types are gone by then. */
function importsOf(file: string): string[] {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext },
  });
  return ts
    .preProcessFile(outputText)
    .importedFiles.flatMap(({ fileName }) => (/^\..*\.ts$/.test(fileName) ? [join(dirname(file), fileName)] : []));
}

function filesOf(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(place, name));
}

test.each([
  ['facts and pages', ['src/pipeline'], pipelineCode],
  ['records for the search', ['src/search/record.ts'], recordCode],
  ['search indexes and related terms', ['src/search/index-locale.ts', 'src/search/learn'], recordCode],
  ['reports', ['src/check'], checkCode],
])('keys of %s hold all code that makes them', (_what, entries, places) => {
  const seen = new Set<string>();
  const waiting = entries.flatMap(filesOf);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    waiting.push(...importsOf(file));
  }
  expect(seen.size).toBeGreaterThan(1);
  expect([...seen].filter((file) => !places.some((place) => file === place || file.startsWith(`${place}/`)))).toEqual(
    [],
  );
});
