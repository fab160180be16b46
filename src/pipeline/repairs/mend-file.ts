/** The repairs written back: edits of a file's own text, everything around them left byte for byte. */
import { localeOf } from '../../core/locales.ts';
import type { Edit } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { parseMarkdown, passagesOf } from '../markdown.ts';
import { type Manuscript, parseManuscript } from '../parse/manuscript.ts';
import { findPairs } from '../parse/pairs.ts';
import type { Source } from '../types.ts';
import { repairs, repairsOfSources } from './index.ts';
import { editsOfRepair, type Repair, type RepairContext } from './repair.ts';

export interface Mended {
  readonly text: string;
  /** What was done, in the order in which it was done. */
  readonly done: readonly { readonly rule: string; readonly count: number }[];
}

/** Repairs make room for each other: so often all of them run at most. */
const rounds = 4;

/** Whether `mendText` may change a file. MDX is code: what looks like damage may be a component, an expression or a comment. */
export function canBeMended(path: string): boolean {
  return !/\.mdx$/i.test(path);
}

/**
 * The text of a file after all safe repairs. In a bilingual file only translated sentences change: what is around them belongs to
 * both languages. Doing it again changes nothing. MDX files stay as they are.
 */
export function mendText(source: Source, sourceLocale: string): Mended {
  const done = new Map<string, number>();
  let text = source.text;
  if (!canBeMended(source.path)) return { text, done: [] };
  for (let round = 0; round < rounds; round++) {
    const before = text;
    let article: WrittenArticle | undefined;
    for (const repair of repairs) {
      article ??= articleOf({ ...source, text }, sourceLocale);
      if (!article) break;
      const edits = editsOf(article, repair);
      if (edits.length === 0) continue;
      const mended = applyEdits(text, edits);
      // What stands around half a pair may be what keeps it from being one, with an original that is not its own.
      if (!hasSamePairs(mended, text)) continue;
      text = mended;
      article = undefined;
      done.set(repair.name, (done.get(repair.name) ?? 0) + edits.length);
    }
    if (text === before) break;
  }
  return { text, done: [...done].map(([rule, count]) => ({ rule, count })) };
}

/** A file as it is written, its Markdown parsed once for all repairs, when the first one asks. */
interface WrittenArticle {
  readonly manuscript: Manuscript;
  readonly parsed: () => Pick<RepairContext, 'tree' | 'passages'>;
}

function articleOf(source: Source, sourceLocale: string): WrittenArticle | undefined {
  const { manuscript } = parseManuscript(source, 'target', sourceLocale);
  if (!manuscript) return undefined;
  let known: ReturnType<WrittenArticle['parsed']> | undefined;
  const parsed = () => {
    if (known) return known;
    const tree = parseMarkdown(manuscript.draft.text);
    return (known = { tree, passages: passagesOf(tree) });
  };
  return { manuscript, parsed };
}

function editsOf({ manuscript, parsed }: WrittenArticle, repair: Repair): Edit[] {
  const { draft, locale, metadata } = manuscript;
  if (!repair.suspect.test(draft.text)) return [];
  if (metadata.translation === 'source' && !repairsOfSources.includes(repair)) return [];
  const wanted = editsOfRepair(repair, { draft, ...parsed(), locale: localeOf(locale) });
  return wanted.flatMap((edit) => (edit.certain === false ? [] : (inFile(edit, draft) ?? [])));
}

/** An edit at its place in the file; undefined where it reaches over something that is not this draft's own. */
function inFile({ start, end, text }: Edit, draft: Draft): Edit | undefined {
  const segment = draft.segmentAt({ start, end });
  if (draft.segments.length > 0 && !segment) return undefined;
  // At the end of a sentence the next character already stands behind the original.
  const from = segment && start > segment.range.start ? draft.origin(start - 1) + 1 : draft.origin(start);
  const to = end > start ? draft.origin(end - 1) + 1 : from;
  return to - from === end - start ? { start: from, end: to, text } : undefined;
}

function hasSamePairs(mended: string, text: string): boolean {
  const [before, after] = [text, mended].map((file) =>
    findPairs(file, 0).pairs.map(({ id, source }) => `${id} ${file.slice(source.start, source.end)}`),
  );
  return before?.length === after?.length && before?.every((pair, index) => pair === after?.[index]) === true;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    // Of edits that overlap, the first one counts; the next round sees to the other.
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
