import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { diagnose, type Finding } from '../../diagnostics.ts';
import { localeOf } from '../../locales.ts';
import type { Draft } from '../draft.ts';
import { parseMarkdown, passagesOf } from '../markdown.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import { repair, type Repaired, repairs, repairsOfSources } from '../repairs/index.ts';
import type { Article } from '../types.ts';
import { type PlacedAnchor, placeAnchors } from './anchors.ts';
import { turnedLinks } from './directions.ts';
import { excessIn } from './excess.ts';
import { footnoteFindings, footnoteIdsOf } from './footnotes.ts';
import { hiddenByFences } from './fences.ts';
import { hiddenWords } from './hidden.ts';
import { findReferences } from './references.ts';
import { shapeOf } from './shape.ts';
import { shorten } from './shorten.ts';
import { stepsOf } from './steps.ts';
import { visibleMarkup } from './visible-markup.ts';
import { cellsBeyondHeader } from './tables.ts';

/** A manuscript with good Markdown: what is rendered. Transient. */
export interface Normalized {
  readonly draft: Draft;
  readonly tree: Root;
  readonly anchors: readonly PlacedAnchor[];
  readonly repaired: readonly Repaired[];
}

/**
 * Repairs the Markdown, parses it for good and places its anchors.
 *
 * @param headingIds ids of the headings where an edition with the same headings knows them
 */
export function normalize(
  { draft, locale, side, metadata }: Manuscript,
  headingIds: readonly string[] = [],
): Normalized {
  const isSource = side === 'source' || metadata.translation === 'source';
  const wanted = isSource && side === 'target' ? repairsOfSources : repairs;
  const { draft: mended, tree = parseMarkdown(mended.text), repaired } = repair(draft, localeOf(locale), wanted);
  return { draft: mended, tree, anchors: placeAnchors(tree, mended, isSource, headingIds), repaired };
}

/** The facts of an article that outlive its text. `displayPath` is the file's path as a user would type it. */
export function factsOf(manuscript: Manuscript, normalized: Normalized, displayPath: string): Article {
  const { file, metadata, bodyStart, side, locale, bilingual } = manuscript;
  const { draft, tree, anchors } = normalized;
  const first = anchors.find(({ depth }) => depth === 1);
  const opening = openingOf(tree);
  const title = [first?.text, metadata.title, opening].find((text) => text !== undefined && text.trim() !== '');
  const findings: Finding[] = [
    ...manuscript.findings,
    ...excessIn(tree, draft),
    ...hiddenByFences(tree, draft),
    ...hiddenWords(tree, draft),
    ...turnedLinks(tree, draft),
    ...cellsBeyondHeader(tree, draft),
    ...footnoteFindings(tree, draft),
  ];
  if (first === undefined && (metadata.title ?? '').trim() === '') {
    findings.push({
      rule: 'heading-missing',
      severity: 'warning',
      start: draft.origin(0),
      end: draft.origin(0),
      message: `The article states no title; its first words take its place: ${title ?? 'the file name'}.`,
      hint: 'Begin the text with `# Title`, or write `title:` into the front matter.',
    });
  }
  return {
    file: { root: file.root, path: file.path },
    digest: file.digest,
    side,
    locale,
    metadata,
    bodyStart,
    title: shorten(title ?? file.path, 300),
    summary: shorten(metadata.description ?? opening, 200),
    bilingual,
    anchors: anchors.map(({ heading: _heading, ...anchor }) => anchor),
    footnoteIds: footnoteIdsOf(tree),
    references: findReferences(tree, draft),
    steps: stepsOf(tree, anchors),
    shape: shapeOf(tree),
    visibleMarkup: visibleMarkup(tree, draft, file.text),
    diagnostics: diagnose(displayPath, file.text, findings),
  };
}

/** The words of the first paragraph that has any. */
function openingOf(tree: Root): string {
  for (const passage of passagesOf(tree)) {
    const text = passage.type === 'paragraph' ? withoutMarkers(toString(passage, { includeHtml: false })) : '';
    if (text !== '') return text;
  }
  return '';
}

/** Text without the marks of extensions, which no reader sees. */
function withoutMarkers(text: string): string {
  return text.replace(/\[![^[\]\n]*\](?:\]|\([^()\n]*\)\])?|:::[^\n]*/g, '').trim();
}
