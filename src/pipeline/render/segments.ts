import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { passagesOf, spanOf } from '../markdown.ts';
import type { Draft } from '../draft.ts';
import type { Segment, Span } from '../types.ts';

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
        if (segment.range.end <= end && !segment.units.some((unit) => taken.has(unit))) inside.push(segment);
      }
      for (const segment of inside.reverse()) {
        if (!wrap(passage, segment, draft.text)) continue;
        for (const unit of segment.units) taken.add(unit);
        options.onSentence(segment);
      }
    }
  };
}

function wrap(parent: Parent, segment: Segment, text: string): boolean {
  const { range } = segment;
  const holder = parent.children.find(
    (child) => 'children' in child && contains(spanOf(child), range) && !equals(spanOf(child), range),
  );
  if (holder && 'children' in holder) return wrap(holder, segment, text);
  splitAt(parent, range.start, text);
  splitAt(parent, range.end, text);
  const from = parent.children.findIndex((child) => within(child, range));
  if (from === -1) return false;
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

/** Splits the text node that has `offset` inside of it in two. */
function splitAt(parent: Parent, offset: number, text: string): void {
  const index = parent.children.findIndex((child) => {
    const { start, end } = spanOf(child);
    return child.type === 'text' && start < offset && offset < end;
  });
  const node = parent.children[index];
  if (node?.type !== 'text') return;
  const { start, end } = spanOf(node);
  const length = valueLength(node.value, text.slice(start, end), offset - start);
  const left: Text = {
    type: 'text',
    value: node.value.slice(0, length),
    position: { start: at(start), end: at(offset) },
  };
  const right: Text = { type: 'text', value: node.value.slice(length), position: { start: at(offset), end: at(end) } };
  parent.children.splice(index, 1, left, right);
}

/** How many characters of a text node's value the first `length` characters of its Markdown make. */
export function valueLength(value: string, markdown: string, length: number): number {
  let done = 0;
  for (let index = 0; index < length;) {
    const reference = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\da-z]{1,31}));/i.exec(markdown.slice(index, index + 34));
    const decoded = reference && decode(reference);
    if (typeof decoded === 'string' && value.startsWith(decoded, done)) {
      done += decoded.length;
      index += reference?.[0].length ?? 1;
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

function decode([, decimal, hexadecimal, name]: RegExpExecArray): string | false {
  if (name !== undefined) return decodeNamedCharacterReference(name);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : false;
}
