import type { Root as HtmlRoot } from 'hast';
import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';

type Definitions = (Definition | FootnoteDefinition)[];
type Transform = ReturnType<typeof remarkRehype>;

/**
 * `remark-rehype`, which looks for definitions in every node of a tree, with a walk that takes longer than all the rest of its work. It
 * is shown the definitions alone, and a node in whose place it finds the tree.
 */
export function remarkHtml(options: Options) {
  return (tree: Root, file: Parameters<Transform>[1]): HtmlRoot => {
    const definitions: Definitions = [];
    collectDefinitions(tree, definitions);
    // Front matter, of which no tree has any here.
    const place = { type: 'yaml', value: '' } as const;
    const transform = remarkRehype({ ...options, handlers: { yaml: (state) => state.all(tree) } });
    return transform({ type: 'root', children: [...definitions, place] }, file);
  };
}

/** Definitions in reading order, but for those in footnotes, which come with them; none stands in running text. */
function collectDefinitions(node: Nodes, found: Definitions): void {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') found.push(node);
  else if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table' && 'children' in node)
    for (const child of node.children) collectDefinitions(child, found);
}
