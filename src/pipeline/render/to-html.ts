import type { Root as HtmlRoot } from 'hast';
import type { Definition, FootnoteDefinition, List, ListItem, Nodes, Root, Table, TableRow } from 'mdast';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { eachNode } from '../nodes.ts';

type Definitions = (Definition | FootnoteDefinition)[];
type Transform = ReturnType<typeof remarkRehype>;
type State = Parameters<NonNullable<NonNullable<Options['handlers']>['listItem']>>[0];

/**
 * `remark-rehype`, which looks for definitions in every node of a tree, with a walk that takes longer than all the rest of its work. It
 * is shown the definitions alone, and a node in whose place it finds the tree. For each item it looks at all items of the list, and for
 * each row at all rows before: it is shown what it would find there.
 */
export function remarkHtml(options: Options) {
  return (tree: Root, file: Parameters<Transform>[1]): HtmlRoot => {
    const definitions = definitionsOf(tree);
    // Front matter, of which no tree has any here.
    const place = { type: 'yaml', value: '' } as const;
    const transform = remarkRehype({
      ...options,
      handlers: { yaml: (state) => state.all(tree), listItem: handleItem, tableRow: handleRow },
    });
    return transform({ type: 'root', children: [...definitions, place] }, file);
  };
}

const lists = new WeakMap<List, List>();

function handleItem(state: State, item: ListItem, parent: Nodes | undefined) {
  if (parent?.type !== 'list') return defaultHandlers.listItem(state, item, undefined);
  let shown = lists.get(parent);
  if (!shown) {
    const isLoose = parent.spread === true || parent.children.some(isLooseItem);
    lists.set(parent, (shown = { ...parent, spread: isLoose, children: [] }));
  }
  return defaultHandlers.listItem(state, item, shown);
}

/** As `mdast-util-to-hast` has it. */
function isLooseItem({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1;
}

function handleRow(state: State, row: TableRow, parent: Nodes | undefined) {
  const isHead = parent?.type === 'table' && parent.children[0] === row;
  const rows = isHead ? [row] : [];
  const shown: Table = {
    type: 'table',
    align: parent?.type === 'table' ? (parent.align ?? null) : null,
    children: rows,
  };
  return defaultHandlers.tableRow(state, row, shown);
}

/** Definitions in reading order, but for those in footnotes, which come with them; none stands in running text. */
function definitionsOf(tree: Root): Definitions {
  const definitions: Definitions = [];
  eachNode(tree, (node) => {
    const isDefinition = node.type === 'definition' || node.type === 'footnoteDefinition';
    if (isDefinition) definitions.push(node);
    return !isDefinition && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table';
  });
  return definitions;
}
