/** Libraries of a few files for the tests of the pipeline, and what became of the files. */
import type { RenderedPage } from '../../src/pipeline/page.ts';
import { plannedPages } from '../../src/pipeline/planned-pages.ts';
import { collect, type Library } from '../../src/pipeline/pipeline.ts';
import type { PipelineSettings } from '../../src/pipeline/settings.ts';
import type { Page } from '../../src/pipeline/types.ts';
import { folderOf } from '../support.ts';

export function read(
  files: Record<string, string | Uint8Array>,
  settings: { locales?: string[]; documentationSite?: string; roots?: string[] } = {},
): Library {
  return collect({ ...settingsFor(folderOf(files)), ...settings }, () => undefined);
}

/** How a content directory is read here. */
export function settingsFor(root: string): PipelineSettings {
  return {
    roots: [root],
    sourceLocale: 'en-US',
    base: '/help/',
    documentationHosts: ['docs.example'],
    displayPath: ({ path }) => path,
    strings: () => (key) => key,
  };
}

export function page(library: Library, locale: string, slug: string): Page {
  return rendered(library, locale, slug).page;
}

/** A page with what else was made when it was rendered. */
export function rendered(library: Library, locale: string, slug: string): RenderedPage {
  for (const { facts, render } of plannedPages(locale, library)) if (facts.slug === slug) return render();
  throw new Error(`There is no page ${locale}/${slug}.`);
}

/** Findings as `file:line:column rule`. */
export const problems = ({ diagnostics }: Library) =>
  diagnostics.map(({ rule, file: path, line, column }) => `${path}:${line}:${column} ${rule}`);

export const french = { 'ms.contentlocale': 'fr-FR', 'ms.translationtype': 'MT', 'ms.openlocfilehash': 'aa' };

/** A picture of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
