/** For tests: what modules of the project import when they run; types are gone by then. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A module as it runs. */
export interface Loaded {
  /** Without comments. */
  readonly code: string;
  /** Paths of the project's own modules, and names of all others; what is imported on demand is among them. */
  readonly imports: readonly string[];
}

/** These modules of the project, and all that they lead to, by path. */
export function loadedBy(entries: readonly string[]): ReadonlyMap<string, Loaded> {
  const loaded = new Map<string, Loaded>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    const found = load(file);
    loaded.set(file, found);
    waiting.push(...found.imports.filter((name) => /^src\/.*\.ts$/.test(name)));
  }
  return loaded;
}

/** Paths of the modules in a folder, or of the one that is named. */
export function modulesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => slashed(join(place, name)));
}

function load(file: string): Loaded {
  const text = readFileSync(file, 'utf8');
  const { outputText: code } = ts.transpileModule(file.endsWith('.astro') ? scriptsIn(text) : text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, removeComments: true },
  });
  const imports = ts
    .preProcessFile(code)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? slashed(join(dirname(file), fileName)) : fileName,
    );
  return { code, imports };
}

/** Of a template only the scripts run in a browser. */
function scriptsIn(template: string): string {
  return [...template.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script).join('\n');
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
