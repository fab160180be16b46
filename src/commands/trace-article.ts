/** One article after every stage, for people who want to know where something got lost. */
import { join } from 'node:path';
import { color, fileLine, styled, type Text } from '../report/styled.ts';
import { escapeControls, jsonText } from '../core/escape-controls.ts';
import { normalize } from '../pipeline/normalize/normalize.ts';
import { textOf } from '../pipeline/article-text.ts';
import { pageOf } from '../pipeline/page.ts';
import { inputOf } from '../pipeline/page-inputs.ts';
import { parseManuscript } from '../pipeline/parse/manuscript.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { readSource } from '../pipeline/read.ts';
import type { Article, Topic } from '../pipeline/types.ts';

/** The lines of a trace, in sections, each with a heading; `file` is the article's absolute path. */
export function* trace({ topics, diagnostics, pages }: Library, file: string): Generator<Text> {
  const found = articleOf(topics, file);
  if (!found) {
    const lines = diagnostics
      .filter((diagnostic) => file.endsWith(diagnostic.file))
      .map(({ line, message }) => `${line}: ${escapeControls(message)}`);
    yield* section('Not published', lines.length > 0 ? lines.join('\n') : 'No article was made of this file.');
    return;
  }
  const { topic, article } = found;
  const source = readSource(article.file);
  yield* section(
    'read: Source',
    `${escapeControls(article.file.path)}\nsha256 ${source.digest}\n${source.text.length} characters`,
  );
  const { manuscript } = parseManuscript(source, 'target', pages.sourceLocale);
  if (!manuscript) return;
  yield* section('parse: metadata', jsonText(manuscript.metadata, 2));
  yield* section('parse: Markdown without pairs', manuscript.draft.text);
  const aligned = textOf(article, topic, pages.sourceLocale);
  const how = manuscript.bilingual ? 'from its pairs' : 'by the lines of a bilingual sibling';
  const segments = aligned.draft.segments.map(
    ({ units, target, source: english }) => `${units.join(' ')}\n  ${target}\n  ${english}`,
  );
  yield* section(
    `parse: ${segments.length} segments${segments.length > 0 ? ` ${how}` : ''}`,
    segments.join('\n') || 'Its English is not known.',
  );
  const normalized = normalize({ ...article, ...aligned });
  const repaired = normalized.repaired.map(({ rule, start }) => `${lineOf(source.text, start)}: ${rule}`);
  yield* section(`normalize: ${repaired.length} repairs`, repaired.join('\n') || 'Nothing to repair.');
  yield* section('normalize: Markdown', normalized.draft.text);
  const { diagnostics: _diagnostics, ...facts } = article;
  yield* section('normalize: Article', jsonText(facts, 2));
  const editions = Object.values(topic.articles).map(
    (edition) =>
      `${edition.locale} ${edition.metadata.translation} ${topic.states[edition.locale] ?? ''} ${escapeControls(edition.file.path)}`,
  );
  yield* section(`group: Topic ${topic.slug}`, editions.join('\n'));
  const own = diagnostics.filter((diagnostic) => file.endsWith(diagnostic.file));
  yield* section(
    'check: Diagnostics',
    own.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${escapeControls(message)}`).join('\n') ||
      'None.',
  );
  const { page } = pageOf(inputOf(topic, article, article.locale, pages), pages);
  yield* section('render: Page', jsonText({ ...page, html: '…' }, 2));
  yield* section('render: HTML', page.html);
}

/** The article that was made of a file, and its topic; undefined where the file is not published. */
export function articleOf(topics: readonly Topic[], file: string): { topic: Topic; article: Article } | undefined {
  for (const topic of topics) {
    for (const article of Object.values(topic.articles)) {
      if (article.side === 'target' && join(article.file.root, article.file.path) === file) return { topic, article };
    }
  }
  return undefined;
}

/** A heading and the lines of a text, indented: none of them can look like a heading. */
function* section(title: string, text: string): Generator<Text> {
  yield color.bold(color.cyan(`── ${title} `.padEnd(80, '─')));
  for (const line of text.split('\n')) yield line === '' ? '' : styled`  ${fileLine(line)}`;
  yield '';
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
