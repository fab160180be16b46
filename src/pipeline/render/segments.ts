import type { Nodes, PhrasingContent, Root } from 'mdast';
import { characterOf } from '../../core/character-references.ts';
import type { Span } from '../../core/span.ts';
import { passagesOf, spanOf } from '../markdown.ts';
import type { Draft } from '../draft.ts';
import type { Segment } from '../types.ts';

interface Parent {
  children: PhrasingContent[];
}

/**
 * remark plugin: wraps every segment in a span whose id is `s` and its unit number, `s103`, so that a link can lead to the very
 * sentence. A segment with several units has an empty span for each further one. Segments in code or raw HTML stay unmarked.
 */
export function remarkSegments(options: {
  draft: Draft;
  takenIds: ReadonlySet<string>;
  /** Told of each segment that has become a sentence of the page, in no order. */
  onSentence: (segment: Segment) => void;
}) {
  const { draft } = options;
  return (tree: Root): void => {
    if (draft.segments.length === 0) return;
    const taken = new Set<string>([...options.takenIds].filter((id) => /^sp?\d+$/.test(id)).map((id) => id.slice(1)));
    const passages = passagesOf(tree);
    let next = 0;
    for (const passage of passages) {
      const { start, end } = spanOf(passage);
      while ((draft.segments[next]?.range.end ?? Infinity) <= start) next++;
      // Walked from the last to the first, so that text nodes split at their end keep the offsets of what comes before.
      const inside: Segment[] = [];
      for (let index = next; index < draft.segments.length; index++) {
        const segment = draft.segments[index];
        if (!segment || segment.range.start >= end) break;
        if (segment.units.some((unit) => taken.has(unit))) continue;
        const words = { ...segment, range: draft.wordsOf(segment) };
        if (words.range.end <= end) inside.push(words);
      }
      splitAtAll(passage, boundariesOf(inside), draft.text);
      for (const segment of inside.reverse()) {
        if (!wrap(passage, segment)) continue;
        for (const unit of segment.units) taken.add(unit);
        options.onSentence(segment);
      }
    }
  };
}

/** Where segments begin and end, rising. */
function boundariesOf(segments: readonly Segment[]): number[] {
  return segments.flatMap(({ range }) => [range.start, range.end]).sort((a, b) => a - b);
}

/** Splits all text below a passage at these offsets, each node in one walk: a paragraph may have thousands of sentences. */
function splitAtAll(parent: Parent, offsets: readonly number[], text: string): void {
  const children: PhrasingContent[] = [];
  for (const child of parent.children) {
    const { start, end } = spanOf(child);
    if ('children' in child) splitAtAll(child, offsets, text);
    if (child.type !== 'text') {
      children.push(child);
      continue;
    }
    let [from, value] = [start, child.value];
    for (let index = firstAfter(offsets, start); (offsets[index] ?? Infinity) < end; index++) {
      const offset = offsets[index] ?? end;
      if (offset === from) continue;
      const length = valueLength(value, text.slice(from, offset), offset - from);
      children.push({ type: 'text', value: value.slice(0, length), position: { start: at(from), end: at(offset) } });
      [from, value] = [offset, value.slice(length)];
    }
    children.push(from === start ? child : { type: 'text', value, position: { start: at(from), end: at(end) } });
  }
  parent.children = children;
}

/** Index of the first of rising numbers that is greater than `limit`. */
function firstAfter(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wrap(parent: Parent, segment: Segment): boolean {
  const { range } = segment;
  // Nothing that ends before the segment can be of it.
  let from = firstEndingAfter(parent.children, range.start);
  const holder = parent.children[from];
  if (holder && 'children' in holder && contains(spanOf(holder), range) && !equals(spanOf(holder), range))
    return wrap(holder, segment);
  while (from < parent.children.length && !within(parent.children[from], range)) {
    const child = parent.children[from];
    if (child && spanOf(child).start >= range.end) return false;
    from++;
  }
  if (from === parent.children.length) return false;
  let to = from;
  while (to + 1 < parent.children.length && within(parent.children[to + 1], range)) to++;
  const [first = '', ...more] = segment.units;
  const run = parent.children.slice(from, to + 1);
  parent.children.splice(from, run.length, {
    type: 'emphasis',
    position: { start: at(range.start), end: at(range.end) },
    data: { hName: 'span', hProperties: { id: `s${first}` } },
    children: [
      ...more.map((unit): PhrasingContent => ({ type: 'html', value: `<span id="s${unit}"></span>` })),
      ...run,
    ],
  });
  return true;
}

// Only offsets are read again; lines and columns of a wrapper mean nothing.
const at = (offset: number) => ({ line: 1, column: 1, offset });

function within(child: Nodes | undefined, range: Span): boolean {
  return child?.position !== undefined && contains(range, spanOf(child));
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function equals(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Index of the first child that ends behind an offset; children stand in reading order. */
function firstEndingAfter(children: readonly PhrasingContent[], offset: number): number {
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const child = children[middle];
    if (child && spanOf(child).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many characters of a text node's value the first `length` characters of its Markdown make. */
function valueLength(value: string, markdown: string, length: number): number {
  let done = 0;
  for (let index = 0; index < length;) {
    const reference = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});/i.exec(markdown.slice(index, index + 34))?.[0];
    const character = reference === undefined ? undefined : characterOf(reference);
    if (reference !== undefined && character !== undefined && value.startsWith(character, done)) {
      done += character.length;
      index += reference.length;
    } else if (markdown[index] === value[done]) {
      done++;
      index++;
    } else {
      // A backslash, or the indentation of a continued line: in the Markdown only.
      index++;
    }
  }
  return done;
}
