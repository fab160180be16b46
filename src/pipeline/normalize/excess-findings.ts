/** Names what an article has too much of to be read as markup. */
import type { Root } from 'mdast';
import type { Finding } from '../../core/diagnostics.ts';
import { isInside } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { deepest, defuse, type Excess } from '../limits/excess.ts';
import { withoutLongLines } from '../limits/long-lines.ts';
import { codeSpans, spanOf } from '../markdown.ts';
import { nodesOfType } from '../nodes.ts';
import { deepestHtml, HtmlDepth } from '../limits/html-depth.ts';
import { excessReferences, mostFootnotes, mostRepeated } from '../render/references.ts';
import { mostFilled, unfilledTables } from '../render/whole-tables.ts';

const problems: Readonly<Record<Excess['kind'], Pick<Finding, 'rule' | 'message' | 'hint'>>> = {
  containers: {
    rule: 'too-deep',
    message: `More than ${deepest} quotations and lists stand in each other here; the marks of the others are shown as text.`,
    hint: 'Take out the marks at the beginning of the line that mean nothing.',
  },
  marks: {
    rule: 'too-many-marks',
    message:
      'The line has too many addresses, brackets, asterisks and other marks; from here on they are shown as text.',
    hint: 'Divide the line into several ones.',
  },
  underscores: {
    rule: 'too-many-marks',
    message: 'The paragraph has too many underscores that end nothing; the others are shown as text.',
    hint: 'Write `\\_` for underscores that are meant to be read, or put the names into code.',
  },
};

/** The first of each kind of excess. */
export function excessIn(tree: Root, draft: Draft): Finding[] {
  const findings: Finding[] = [];
  const found = (problem: Pick<Finding, 'rule' | 'message' | 'hint'>, start: number) =>
    findings.push({ ...problem, severity: 'warning', start: draft.origin(start), end: draft.origin(start) + 1 });
  const seen = new Set<string>();
  const code = codeSpans(tree);
  for (const { kind, start } of defuse(withoutLongLines(draft.text)).excess) {
    // In code marks are text anyway.
    if (seen.has(kind) || isInside(code, { start, end: start + 1 })) continue;
    found(problems[kind], start);
    seen.add(kind);
  }
  const [table] = unfilledTables(tree);
  if (table) {
    found(
      {
        rule: 'too-many-cells',
        message: `The short rows of tables up to here lack more than ${mostFilled} cells; those of this table stay short.`,
        hint: 'Give the rows as many cells as the longest one has, or take cells out of that.',
      },
      spanOf(table).start,
    );
  }
  for (const reference of excessReferences(tree)) {
    const isNote = reference.type === 'footnoteReference';
    const kind = isNote ? 'footnotes' : 'references';
    const limit = isNote
      ? `The article refers to footnotes more than ${mostFootnotes} times up to here`
      : `References up to here repeat more than ${mostRepeated} characters of addresses`;
    if (!seen.has(kind)) {
      found(
        {
          rule: 'too-many-references',
          message: `${limit}; the others are shown as text.`,
          hint: isNote ? 'Divide the article.' : 'Shorten the addresses that are referred to most.',
        },
        spanOf(reference).start,
      );
    }
    seen.add(kind);
  }
  const tag = firstDeepTag(tree);
  if (tag !== undefined) {
    found(
      {
        rule: 'too-deep',
        message: `More than ${deepestHtml} tags are open here; the others are shown as text.`,
        hint: 'Close the tags before this one.',
      },
      tag,
    );
  }
  return findings;
}

function firstDeepTag(tree: Root): number | undefined {
  const depth = new HtmlDepth();
  let first: number | undefined;
  for (const html of nodesOfType(tree, 'html')) {
    const [offset] = depth.tooDeep(html.value);
    if (offset !== undefined) first ??= spanOf(html).start + offset;
  }
  return first;
}
