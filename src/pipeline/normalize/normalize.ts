import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { diagnose, type Finding } from '../../core/diagnostics.ts';
import { localeOf } from '../../core/locales.ts';
import { Draft } from '../draft.ts';
import { parseMarkdown, passagesOf } from '../markdown.ts';
import type { IncludedText } from '../files/includes.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import { expandWords } from '../render/extensions.ts';
import { repair, type Repaired, repairs, repairsOfSources } from '../repairs/index.ts';
import type { Article, Metadata } from '../types.ts';
import { type PlacedAnchor, placeAnchors } from './anchors.ts';
import { turnedLinks } from './directions.ts';
import { excessIn } from './excess-findings.ts';
import { footnoteFindings, footnoteIdsOf } from './footnotes.ts';
import { hiddenByFences } from './fences.ts';
import { hiddenWords } from './hidden.ts';
import { findReferences, sourceIncludesOf } from './references.ts';
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
  /** True where the text itself is the English one. */
  readonly isSource: boolean;
  /** Ids of the headings of an edition with the same headings, for those whose English is not known here. */
  readonly headingIds: readonly string[];
}

/** What is to be known of a text whose Markdown is repaired. */
export interface NormalizedText extends Pick<Manuscript, 'draft' | 'locale' | 'side'> {
  readonly metadata: Pick<Metadata, 'translation'>;
}

/**
 * Repairs the Markdown, parses it for good and places its anchors.
 *
 * @param headingIds ids of the headings where an edition with the same headings knows them
 */
export function normalize(
  { draft, locale, side, metadata }: NormalizedText,
  headingIds: readonly string[] = [],
): Normalized {
  const isSource = side === 'source' || metadata.translation === 'source';
  const wanted = isSource && side === 'target' ? repairsOfSources : repairs;
  const { draft: mended, tree = parseMarkdown(mended.text), repaired } = repair(draft, localeOf(locale), wanted);
  const anchors = placeAnchors(tree, mended, isSource, headingIds);
  return { draft: mended, tree, anchors, repaired, isSource, headingIds };
}

/** A text with that of included files in the place of their marks: titles, headings and sentences as readers see them. */
function withWords(normalized: Normalized, include: IncludedText): Pick<Normalized, 'draft' | 'tree' | 'anchors'> {
  const { isSource, headingIds } = normalized;
  const draft = expandWords(normalized.draft, normalized.tree, include);
  if (draft === normalized.draft) return normalized;
  const tree = parseMarkdown(draft.text);
  return { draft, tree, anchors: placeAnchors(tree, draft, isSource, headingIds) };
}

/**
 * The facts of an article that outlive its text.
 *
 * @param displayPath the file's path as a user would type it
 * @param include texts of the files that the article includes; by default there are none, and the facts are known of this file alone
 */
export function factsOf(
  manuscript: Manuscript,
  normalized: Normalized,
  displayPath: string,
  include: IncludedText = () => undefined,
): Article {
  const { file, metadata, bodyStart, side, locale, bilingual } = manuscript;
  const { draft, tree } = normalized;
  const references = findReferences(tree, draft);
  const sourceIncludes = sourceIncludesOf(draft, references);
  const shown = withWords(normalized, include);
  const first = shown.anchors.find(({ depth }) => depth === 1);
  const opening = openingOf(shown.tree);
  const title = [first?.text, plainWords(metadata.title, include), opening].find(
    (text) => text !== undefined && text.trim() !== '',
  );
  const category = plainWords(metadata.category, include);
  const findings: Finding[] = [
    ...manuscript.findings,
    ...excessIn(tree, draft),
    ...hiddenByFences(tree, draft),
    ...hiddenWords(tree, draft),
    ...turnedLinks(tree, draft),
    ...cellsBeyondHeader(shown.tree, shown.draft),
    ...footnoteFindings(shown.tree, shown.draft),
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
    summary: shorten(plainWords(metadata.description, include) ?? opening, 200),
    ...(category === undefined ? {} : { category }),
    bilingual,
    anchors: shown.anchors.map(({ heading: _heading, ...anchor }) => anchor),
    footnoteIds: footnoteIdsOf(shown.tree),
    references,
    ...(sourceIncludes.length > 0 ? { sourceIncludes } : {}),
    steps: stepsOf(shown.tree, shown.anchors),
    shape: shapeOf(tree),
    visibleMarkup: visibleMarkup(tree, draft, file),
    diagnostics: diagnose(displayPath, file.text, findings),
  };
}

/** What the header says, with the words of included files. */
function plainWords(text: string | undefined, include: IncludedText): string | undefined {
  if (text === undefined) return undefined;
  const draft = Draft.of(text, 0);
  const expanded = expandWords(draft, parseMarkdown(text), include);
  return expanded === draft ? text : toString(parseMarkdown(expanded.text), { includeHtml: false });
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
