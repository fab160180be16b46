import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/pipeline/markdown.ts';
import { eachNode, nodesOfType } from '../../src/pipeline/nodes.ts';

const text = '# A [b](/b)\n\n> [c](/c) and `d`\n>\n> - [e ![f](/f)](/e)\n\n[g](/g)';

test.each<[string, Parameters<typeof nodesOfType>[1][], string[]]>([
  ['nodes of a type, in reading order', ['link'], ['/b', '/c', '/e', '/g']],
  ['nodes of several types, also those in each other', ['image', 'link'], ['/b', '/c', '/e', '/f', '/g']],
  ['none', ['table'], []],
])('%s', (_name, types, expected) => {
  const found = nodesOfType(parseMarkdown(text), ...types);
  expect(found.map((node) => ('url' in node ? node.url : node.type))).toEqual(expected);
});

test('a visitor sees each node before what is in it, and passes over what it refuses', () => {
  const seen: string[] = [];
  eachNode(parseMarkdown(text), (node) => {
    seen.push(node.type);
    return node.type !== 'heading' && node.type !== 'blockquote';
  });
  expect(seen).toEqual(['root', 'heading', 'blockquote', 'paragraph', 'link', 'text']);
});

test('what a visitor has taken out of a node is not visited', () => {
  const seen: string[] = [];
  eachNode(parseMarkdown(text), (node) => {
    seen.push(node.type);
    if (node.type === 'root') node.children.splice(0, 2);
  });
  expect(seen).toEqual(['root', 'paragraph', 'link', 'text']);
});
