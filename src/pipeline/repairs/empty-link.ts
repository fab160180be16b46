import type { Link } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown, passagesOf, spanOf, visitPhrasing } from '../markdown.ts';
import type { Edit } from '../draft.ts';
import type { Repair } from './repair.ts';

export const emptyLink: Repair = {
  name: 'empty-link',
  what: 'The link has no text.',
  why: 'A link without text cannot be seen or followed; the English words or the name of the site stand in for it.',
  suspect: /\[\s*\]\(/,
  find: ({ draft, passages }) => {
    const edits: Edit[] = [];
    for (const passage of passages) {
      visitPhrasing(passage, (node) => {
        if (node.type !== 'link' || node.children.some((child) => child.type !== 'text' || child.value.trim() !== ''))
          return;
        const { start } = spanOf(node);
        const close = draft.text.indexOf(']', start);
        // `[name][](address)`: the machine tore name and address apart.
        if (/\[[^[\]\n]+\]$/.test(draft.text.slice(0, start))) {
          edits.push({ start, end: close + 1, text: '' });
          return;
        }
        const text = textFromSource(draft.segmentAt(spanOf(node))?.source, node) ?? hostOf(node.url);
        edits.push({ start: start + 1, end: close, text });
      });
    }
    return edits;
  },
  examples: [
    { before: 'Ouvrez [](https://portal.example/pay).', after: 'Ouvrez [portal.example](https://portal.example/pay).' },
    {
      before: 'Ouvrez [](https://portal.example/pay).',
      after: 'Ouvrez [the portal](https://portal.example/pay).',
      source: 'Open [the portal](https://portal.example/pay).',
    },
    { before: 'Écrivez à [](mailto:help@a.example).', after: 'Écrivez à [help@a.example](mailto:help@a.example).' },
    {
      before: '開啟 [發票][](https://a.example/pay)。',
      after: '開啟 [發票](https://a.example/pay)。',
      locale: 'zh-TW',
    },
    { before: 'Voir ![](a.png).', after: 'Voir ![](a.png).' },
  ],
};

/** The words of the link in the English sentence: by its address, else of the only link there is. */
function textFromSource(source: string | undefined, wanted: Link): string | undefined {
  if (source === undefined) return undefined;
  const links: Link[] = [];
  for (const passage of passagesOf(parseMarkdown(source))) {
    visitPhrasing(passage, (node) => {
      if (node.type === 'link') links.push(node);
    });
  }
  const link = links.find(({ url }) => url === wanted.url) ?? (links.length === 1 ? links[0] : undefined);
  const text = link ? toString(link).trim() : '';
  return text === '' ? undefined : text.replace(/[[\]\\]/g, '\\$&');
}

function hostOf(url: string): string {
  const mail = /^mailto:([^?]+)/i.exec(url)?.[1];
  if (mail !== undefined) return mail;
  const path = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
  return path ?? (url.replace(/[[\]\\]/g, '\\$&') || '#');
}
