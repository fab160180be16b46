import type {
  FootnoteDefinition,
  FootnoteReference,
  ImageReference,
  LinkReference,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { eachNode, nodesOfType } from '../nodes.ts';

type Reference = LinkReference | ImageReference | FootnoteReference;

/** Characters of addresses and titles that the references of one article may repeat. */
export const mostRepeated = 1_000_000;

/** References to footnotes in one article. For each, the page has a way there and a way back. */
export const mostFootnotes = 5000;

/**
 * The references of an article that are shown as text. A reference takes some characters and may repeat an address of any length, so
 * that an article of a thousand lines could make a page of a million.
 */
export function excessReferences(tree: Root): Reference[] {
  const lengths = new Map<string, number>();
  const references: Reference[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'definition') {
      const name = node.identifier.toUpperCase();
      // Of definitions with one name the first counts.
      if (!lengths.has(name)) lengths.set(name, node.url.length + (node.title?.length ?? 0));
    } else if (isReference(node)) references.push(node);
  });
  let [characters, footnotes] = [mostRepeated, mostFootnotes];
  return references.filter(({ type, identifier }) => {
    if (type === 'footnoteReference') return --footnotes < 0;
    characters -= lengths.get(identifier.toUpperCase()) ?? 0;
    return characters < 0;
  });
}

/** remark plugin: such references are their words; footnotes that nothing leads to then stand where they are written. */
export function remarkReferences() {
  return (tree: Root): void => {
    const excess = new Set<Nodes>(excessReferences(tree));
    if (excess.size === 0) return;
    const isKept = (node: Nodes): boolean => isReference(node) && !excess.has(node);
    const wordsOf = (child: PhrasingContent): PhrasingContent[] => {
      if ('children' in child) child.children = child.children.flatMap(wordsOf);
      if (!isReference(child) || !excess.has(child)) return [child];
      if (child.type === 'linkReference') return child.children;
      return [{ type: 'text', value: child.type === 'imageReference' ? (child.alt ?? '') : `[^${nameOf(child)}]` }];
    };
    const footnotes = referencedFootnotes(tree, isKept);
    const lost = referencedFootnotes(tree, (node) => excess.has(node));
    const inPlace = <Child extends RootContent>(child: Child): (Child | FootnoteDefinition['children'][number])[] => {
      if (child.type === 'paragraph' || child.type === 'heading' || child.type === 'tableCell')
        child.children = child.children.flatMap(wordsOf);
      else if (child.type === 'footnoteDefinition' || child.type === 'blockquote' || child.type === 'listItem')
        child.children = child.children.flatMap(inPlace);
      else if ('children' in child) for (const each of child.children) inPlace(each);
      const name = child.type === 'footnoteDefinition' ? child.identifier.toUpperCase() : undefined;
      if (child.type !== 'footnoteDefinition' || name === undefined) return [child];
      if (footnotes.has(name) || !lost.has(name)) return [child];
      return [{ type: 'paragraph', children: [{ type: 'text', value: `[^${nameOf(child)}]:` }] }, ...child.children];
    };
    tree.children = tree.children.flatMap(inPlace);
  };
}

function isReference(node: Nodes): node is Reference {
  return node.type === 'linkReference' || node.type === 'imageReference' || node.type === 'footnoteReference';
}

function nameOf({ label, identifier }: FootnoteReference | FootnoteDefinition): string {
  return label ?? identifier;
}

/** Names of the footnotes that some references lead to. */
function referencedFootnotes(tree: Root, isWanted: (node: Nodes) => boolean): Set<string> {
  const wanted = nodesOfType(tree, 'footnoteReference').filter(isWanted);
  return new Set(wanted.map(({ identifier }) => identifier.toUpperCase()));
}
