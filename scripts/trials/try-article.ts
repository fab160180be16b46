/** One article through the whole pipeline, and whether all is well with what comes out. */
import { createHash } from 'node:crypto';
import { readPage } from '../audit/page.ts';
import { readingOn, sentencesOf } from '../audit/sentences.ts';
import { factsOf, normalize } from '../../src/pipeline/normalize/normalize.ts';
import { parseManuscript } from '../../src/pipeline/parse/manuscript.ts';
import { render } from '../../src/pipeline/render/render.ts';
import type { RenderContext } from '../../src/pipeline/render/render-context.ts';
import { serialize } from '../../src/pipeline/render/serialize.ts';
import { mendText } from '../../src/pipeline/repairs/mend-file.ts';
import type { Source } from '../../src/pipeline/types.ts';

export type Oracle = 'crash' | 'lost' | 'html' | 'fix' | 'projection';

export interface Failure {
  readonly oracle: Oracle;
  readonly what: string;
}

/** What rendering is told where no other file exists. */
export const nowhere: Omit<RenderContext, 'title' | 'headingIds' | 'isSource'> = {
  fallbackLanguage: 'en-US',
  include: () => undefined,
  code: () => undefined,
  t: (key) => key,
  resolveLink: (href) =>
    href.startsWith('#')
      ? { kind: 'fragment', href }
      : /^https?:/i.test(href)
        ? { kind: 'external', href }
        : { kind: 'broken' },
  resolveImage: (src) => (/^https?:/i.test(src) ? { kind: 'remote', href: src } : undefined),
};

/**
 * Everything that is wrong with what the pipeline makes of a file. A file that it refuses with a reason is well.
 *
 * @param path names the locale, `fr-FR/x.md`
 */
export function tryArticle(path: string, text: string): Failure[] {
  const file = sourceOf(path, text);
  try {
    return [...failuresOf(file)];
  } catch (error) {
    // Nested deeper than the stack: a build says so and shows the article as plain text.
    if (error instanceof RangeError) return [];
    return [{ oracle: 'crash', what: error instanceof Error ? (error.stack ?? error.message) : String(error) }];
  }
}

function* failuresOf(file: Source): Generator<Failure> {
  const { manuscript } = parseManuscript(file, 'target', 'en-US');
  if (!manuscript) return;
  const normalized = normalize(manuscript);
  const article = factsOf(manuscript, normalized, file.path);
  const headingIds = article.anchors.filter(({ depth }) => depth > 0).map(({ id }) => id);
  const { body } = render(normalized, { ...nowhere, title: article.title, headingIds, isSource: false });
  const page = readPage(
    `<!doctype html><html lang="fr"><head><title>x</title></head><body><article>${serialize(body)}</article></body></html>`,
  );
  for (const error of page.errors) yield { oracle: 'html', what: error };
  if (article.title.trim() === '') yield { oracle: 'html', what: 'no title' };
  if (article.diagnostics.length === 0) {
    for (const sentence of sentencesOf(file.text)) {
      const { line, parts, text } = sentence;
      // Half a pair is shown as it stands, with parts of its markup.
      if (/sxs-lookup|data-[st]tu-id/.test(text)) continue;
      if (readingOn(sentence, page.text) !== undefined) continue;
      const missing = parts.find((part) => !page.text.includes(part));
      if (missing !== undefined) yield { oracle: 'lost', what: `line ${line}: ${missing} of ${text.slice(0, 300)}` };
    }
  }
  yield* failuresOfFix(file);
}

/** What is mended once stays as it is, and the English side is none of its business. */
function* failuresOfFix(file: Source): Generator<Failure> {
  const once = mendText(file, 'en-US').text;
  if (once === file.text) return;
  const mended = sourceOf(file.path, once);
  const twice = mendText(mended, 'en-US').text;
  if (twice !== once) yield { oracle: 'fix', what: difference(once, twice) };
  const [before, after] = [originalOf(file), originalOf(mended)];
  if (before !== after) yield { oracle: 'projection', what: difference(before, after) };
}

function originalOf(file: Source): string {
  const { manuscript } = parseManuscript(file, 'source', 'en-US');
  return manuscript?.draft.segments.map(({ source }) => source).join('\n') ?? '';
}

function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${JSON.stringify(a.slice(Math.max(0, at - 40), at + 60))} becomes ${JSON.stringify(b.slice(Math.max(0, at - 40), at + 60))}`;
}

/** A file of the trials. */
export function sourceOf(path: string, text: string): Source {
  // What a file can hold: no lone surrogates, line ends as the reader of files makes them.
  const readable = text.toWellFormed().replace(/\r\n?/g, '\n');
  return { root: '/fuzz', path, text: readable, digest: createHash('sha256').update(readable).digest('hex') };
}
