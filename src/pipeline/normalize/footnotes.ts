/** Footnotes of an article: the ids that the page gives them, and what leads nowhere. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import type { Finding } from '../../core/diagnostics.ts';
import type { Draft } from '../draft.ts';
import { spanOf } from '../markdown.ts';
import { eachNode, nodesOfType } from '../nodes.ts';
import { excessReferences } from '../render/references.ts';

/** The id of a footnote on the page; a label may have any letters. */
export function footnoteId(label: string): string {
  return `fn-${decoded(label.toLowerCase())}`;
}

/** Text in which references to bytes are what they stand for; the renderer writes ids with such references. */
export function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

interface Notes {
  /** The first definition of each name: the one that the page shows. */
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** How often each name is referred to, by names in the order in which the page shows them. */
  readonly counts: ReadonlyMap<string, number>;
  /** Definitions that no page shows. */
  readonly unseen: readonly FootnoteDefinition[];
}

/** As the renderer compares labels. */
function nameOf({ identifier }: FootnoteDefinition | FootnoteReference): string {
  return identifier.toUpperCase();
}

function notesOf(tree: Root): Notes {
  const all: FootnoteDefinition[] = [];
  const definitions = new Map<string, FootnoteDefinition>();
  const counts = new Map<string, number>();
  // What is too much is shown as text, and its footnotes stand where they are written.
  const excess = new Set<Nodes>(excessReferences(tree));
  const inPlace = new Set<string>();
  const count = (node: Nodes): unknown => {
    if (node.type === 'footnoteReference') {
      if (excess.has(node)) inPlace.add(nameOf(node));
      else counts.set(nameOf(node), (counts.get(nameOf(node)) ?? 0) + 1);
    } else if (node.type === 'footnoteDefinition') {
      all.push(node);
      if (!definitions.has(nameOf(node))) definitions.set(nameOf(node), node);
    }
    // The footnotes that a footnote refers to come behind it.
    return node.type !== 'footnoteDefinition';
  };
  eachNode(tree, count);
  // What is only referred to by footnotes comes behind them; the map grows while it is walked.
  for (const name of counts.keys()) for (const child of definitions.get(name)?.children ?? []) eachNode(child, count);
  const isShown = (note: FootnoteDefinition): boolean =>
    definitions.get(nameOf(note)) === note && (counts.has(nameOf(note)) || inPlace.has(nameOf(note)));
  return { definitions, counts, unseen: all.filter((note) => !isShown(note)) };
}

/** Ids of the footnotes that the page shows, and of all references to them. */
export function footnoteIdsOf(tree: Root): string[] {
  return [...notesOf(tree).counts].flatMap(([name, count]) => {
    const id = footnoteId(name);
    const reference = id.replace(/^fn-/, 'fnref-');
    return [id, ...Array.from({ length: count }, (_, at) => (at === 0 ? reference : `${reference}-${at + 1}`))];
  });
}

/** What looks like a reference, also with the blanks and brackets that machine translation puts there. */
const reference = /(?<!\\)[[［][ \t]?\^[ \t]?([\p{L}\p{N}][^\][［］\s]{0,99})[ \t]?[\]］]/gu;

/** A class of a regular expression, `[^a-z0-9]`, is none. */
const characterClass = /^(?:.-.)+/u;

/** References to footnotes that are not there, and footnotes that nothing leads to; pages do not have them. */
export function footnoteFindings(tree: Root, draft: Draft): Finding[] {
  const { definitions, unseen } = notesOf(tree);
  const findings = unseen.map((note): Finding => {
    const { start, end } = spanOf(note);
    const isSecond = definitions.get(nameOf(note)) !== note;
    return {
      rule: 'hidden-text',
      severity: 'warning',
      ...placeOf(draft, start, end),
      message: isSecond
        ? `A footnote with the label \`${note.identifier}\` stands before this one, which is not shown.`
        : `Nothing leads to the footnote \`${note.identifier}\`, so it is not shown.`,
      hint: isSecond
        ? 'Give it a label of its own, and refer to that.'
        : `Put \`[^${note.identifier}]\` where the text needs it, or take the footnote out.`,
    };
  });
  for (const node of nodesOfType(tree, 'text')) {
    const { start, end } = spanOf(node);
    for (const { 0: mark, 1: label = '', index } of draft.text.slice(start, end).matchAll(reference)) {
      if (characterClass.test(label)) continue;
      findings.push({
        rule: 'undefined-footnote',
        severity: 'warning',
        ...placeOf(draft, start + index, start + index + mark.length),
        message: `\`${mark}\` leads to no footnote; it is shown as text.`,
        hint: definitions.has(label.toUpperCase())
          ? `Write \`[^${label}]\`.`
          : `Write the footnote on a line of its own, \`[^${label}]: …\`, or take the reference out.`,
      });
    }
  }
  return findings;
}

function placeOf(draft: Draft, start: number, end: number): { start: number; end: number } {
  return { start: draft.origin(start), end: draft.origin(Math.max(start, end - 1)) + 1 };
}
