import type { Blockquote, Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { tabOf } from '../normalize/anchors.ts';

/** remark plugin: headings of the form `# [Title](#tab/id)` and what follows them become labelled sections, all of them shown. */
export function remarkTabs() {
  return (tree: Root): void => {
    if (!tree.children.some(isTab)) return;
    const children: RootContent[] = [];
    let tabs: Blockquote | undefined;
    for (const node of tree.children) {
      if (isTab(node)) {
        if (!tabs) {
          tabs = box('tabs');
          children.push(tabs);
        }
        const tab = box('tab', 'section', tabOf(node));
        tab.children.push({
          type: 'paragraph',
          data: { hProperties: { className: ['tab-title'] } },
          children: [{ type: 'text', value: toString(node) }],
        });
        tabs.children.push(tab);
      } else if (tabs && node.type === 'thematicBreak') {
        tabs = undefined;
      } else {
        const tab = tabs?.children.at(-1);
        if (tab?.type === 'blockquote' && node.type !== 'yaml')
          tab.children.push(node as Blockquote['children'][number]);
        else children.push(node);
      }
    }
    tree.children = children;
  };
}

function isTab(node: RootContent): node is Heading {
  return node.type === 'heading' && tabOf(node) !== undefined;
}

function box(className: string, hName = 'div', id?: string): Blockquote {
  return {
    type: 'blockquote',
    data: { hName, hProperties: { className: [className], ...(id === undefined ? {} : { id }) } },
    children: [],
  };
}
