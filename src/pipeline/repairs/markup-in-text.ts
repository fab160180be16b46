import type { Html, Nodes } from 'mdast';
import { allowedTags, replacedTags } from '../render/allowed-html.ts';
import { spanOf } from '../markdown.ts';
import type { Edit } from '../draft.ts';
import type { Repair } from './repair.ts';

export const markupInText: Repair = {
  name: 'markup-in-text',
  what: 'The text is taken for markup.',
  why: 'Placeholders such as `<mailbox>` are taken for HTML and vanish; `</br>` and `<mrk>` are remains of tools.',
  suspect: /<\/?[A-Za-z]/,
  find: ({ tree, draft }) => {
    const edits: Edit[] = [];
    eachHtml(tree, (node) => {
      for (const edit of findInHtml(draft.text, node)) edits.push(edit);
    });
    return edits;
  },
  examples: [
    {
      before: 'Exécutez Get-Mailbox <mailbox> puis <Group Name>.',
      after: 'Exécutez Get-Mailbox &lt;mailbox> puis &lt;Group Name>.',
    },
    { before: 'Un</br>deux<br/>trois', after: 'Un<br>deux<br/>trois' },
    { before: '<mrk mtype="seg" mid="1">Portail</mrk> ouvert', after: 'Portail ouvert' },
    { before: '<nom>\n\ntexte', after: '&lt;nom>\n\ntexte' },
    { before: 'x<sup>2</sup> <!-- note -->', after: 'x<sup>2</sup> <!-- note -->' },
    { before: '`<mailbox>`', after: '`<mailbox>`' },
  ],
};

function findInHtml(text: string, node: Html): Edit[] {
  const { start, end } = spanOf(node);
  const edits: Edit[] = [];
  for (const match of text
    .slice(start, end)
    .matchAll(/<!--(?:(?!<!--)[\s\S])*?-->|<(\/?)([A-Za-z][\w:.-]*)([^<>]*)>?/g)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) continue;
    const at = start + match.index;
    if (name === 'mrk') edits.push({ start: at, end: at + match[0].length, text: '' });
    else if (name === 'br' && match[1] === '/') edits.push({ start: at, end: at + match[0].length, text: '<br>' });
    else if (!allowedTags.has(name) && !replacedTags.has(name)) edits.push({ start: at, end: at + 1, text: '&lt;' });
  }
  return edits;
}

function eachHtml(node: Nodes, found: (node: Html) => void): void {
  if (node.type === 'html') found(node);
  if ('children' in node) for (const child of node.children) eachHtml(child, found);
}
