/** Everything that a build, a check and a fix do with one article, stage by stage, with the code that they use. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inspectBeside } from '../../src/check/beside-original.ts';
import { inspect, type InspectSettings } from '../../src/check/inspect.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { checkReferences } from '../../src/pipeline/link/check-links.ts';
import { FileFinder } from '../../src/pipeline/files/referenced-files.ts';
import { includesFor } from '../../src/pipeline/files/includes.ts';
import { factsOf, normalize } from '../../src/pipeline/normalize/normalize.ts';
import { pageOf, type RenderedPage } from '../../src/pipeline/page.ts';
import { inputOf } from '../../src/pipeline/page-inputs.ts';
import { keyOf } from '../../src/pipeline/render-input.ts';
import { parseManuscript } from '../../src/pipeline/parse/manuscript.ts';
import { contextOf, type Library } from '../../src/pipeline/pipeline.ts';
import type { PipelineSettings } from '../../src/pipeline/settings.ts';
import { readSource } from '../../src/pipeline/read.ts';
import { mendText } from '../../src/pipeline/repairs/mend-file.ts';
import { wholeFile } from '../../src/core/diagnostics.ts';
import type { Article, State, Topic } from '../../src/pipeline/types.ts';
import type { FileReference } from '../../src/core/file-reference.ts';
import { linesOf } from '../../src/engine/workers/rendered-lines.ts';
import { boardOf } from '../../src/status/board.ts';

/** An article in two languages, and the files beside it, by paths below the content directory. */
export interface Specimen {
  readonly article: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** The stages in the order in which they run. */
export const stageNames = [
  'read',
  'read original',
  'links',
  'input',
  'page',
  'record',
  'board',
  'check',
  'check beside',
  'fix',
  'extract',
] as const;
export type StageName = (typeof stageNames)[number];

/** Runs one stage; what the callback gives comes back, undefined where the article is nested deeper than the stack. */
export type RunStage = <Result>(name: StageName, work: () => Result) => Result | undefined;

const sourceLocale = 'en-US';
const settings: InspectSettings = { sourceLocale, terms: ['Nimbus Portal'] };
const pipeline: Omit<PipelineSettings, 'roots'> = {
  base: '/',
  sourceLocale,
  documentationHosts: ['docs.example'],
  documentationSite: undefined,
  locales: ['en-US', 'fr-FR'],
  displayPath: ({ path }) => path,
  strings: () => (key) => key,
};

/** Sends a specimen through all stages as the French edition of an article whose English edition has the same text. */
export function runStages(specimen: Specimen, run: RunStage): void {
  const root = mkdtempSync(join(tmpdir(), 'languedocs-stages-'));
  try {
    write(root, { ...specimen.files, 'fr-FR/a.md': specimen.article, 'en-US/a.md': specimen.article });
    stagesIn(root, run);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function stagesIn(root: string, run: RunStage): void {
  const file = { root, path: 'fr-FR/a.md' };
  const text = readSource(file);
  run('check', () => inspect(text, settings));
  run('fix', () => mendText(text, sourceLocale));
  run('extract', () => extract(text, 'source', sourceLocale));
  const article = run('read', () => factsOfFile(file, 'target'));
  const original = run('read original', () =>
    article?.bilingual === true ? factsOfFile(file, 'source') : factsOfFile({ root, path: 'en-US/a.md' }, 'target'),
  );
  if (!article || !original) return;
  const rendered = rendering(root, article, original, run);
  if (rendered) run('record', () => linesOf(rendered));
}

function rendering(root: string, article: Article, original: Article, run: RunStage): RenderedPage | undefined {
  const current = topicOf(article, original, 'current');
  const behind = topicOf(article, original, 'behind');
  const context = contextOf([current], { ...pipeline, roots: [root] });
  const found = run('links', () => checkReferences(article, context)) ?? [];
  const input = run('input', () => {
    const made = inputOf(behind, article, article.locale, context);
    keyOf(made);
    return made;
  });
  if (!input) return undefined;
  run('check beside', () => {
    if (!article.bilingual) inspectBeside(article, current, original, settings);
  });
  run('board', () => {
    const at = { file: article.file.path, ...wholeFile };
    const library: Library = {
      topics: [current],
      diagnostics: [],
      pages: context,
      displayPath: pipeline.displayPath,
      leftOut: [],
      validity: {},
    };
    boardOf(library, [...article.diagnostics, ...found.map((finding) => ({ ...finding, ...at }))]);
  });
  return run('page', () => pageOf(input, context));
}

function topicOf(article: Article, original: Article, state: State): Topic {
  return {
    slug: 'a',
    articles: { [original.locale]: original, [article.locale]: article },
    states: { [original.locale]: 'current', [article.locale]: state },
  };
}

function factsOfFile(file: FileReference, side: 'target' | 'source'): Article | undefined {
  const { manuscript } = parseManuscript(readSource(file), side, sourceLocale);
  if (!manuscript) return undefined;
  const files = new FileFinder([file.root], sourceLocale);
  return factsOf(
    manuscript,
    normalize(manuscript),
    file.path,
    includesFor({ file, side }, { files, sourceLocale, time: Date.now() }),
  );
}
