import type { Link } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown, passagesOf, spanOf, visitPhrasing } from '../markdown.ts';
import type { Draft } from '../draft.ts';
import { askingSource } from './evidence.ts';
import type { Repair, RepairEdit } from './repair.ts';

export const emptyLink: Repair = {
  name: 'empty-link',
  what: 'The link has no text.',
  why: 'A link without text cannot be seen or followed; the English words or the name of the site stand in for it.',
  suspect: /\[\s*\]\(/,
  mends: ['address'],
  find: ({ draft, passages }) => {
    const edits: RepairEdit[] = [];
    for (const passage of passages) {
      visitPhrasing(passage, (node) => {
        if (node.type !== 'link' || node.children.some((child) => child.type !== 'text' || child.value.trim() !== ''))
          return;
        const { start } = spanOf(node);
        const close = draft.text.indexOf(']', start);
        // `[name][](address)`: the machine tore name and address apart.
        if (endsWithBrackets(draft.text, start)) {
          edits.push({ start, end: close + 1, text: '' });
          return;
        }
        const text = textFromSource(draft, node) ?? hostOf(node.url);
        // Without an address, `[]()` is code rather than a link: the page shows it as it is written.
        if (text === '') edits.push({ start, end: start, text: '\\', certain: false });
        else edits.push({ start: start + 1, end: close, text });
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
    { before: 'Écrivez []() ici.', after: 'Écrivez \\[]() ici.', written: 'Écrivez []() ici.' },
    { before: 'Ouvrez []().', after: 'Ouvrez [the portal]().', source: 'Open [the portal](https://a.example/).' },
    { before: 'Voir ![](a.png).', after: 'Voir ![](a.png).' },
  ],
};

/** Whether a name in brackets ends at an offset. */
function endsWithBrackets(text: string, end: number): boolean {
  if (text[end - 1] !== ']') return false;
  const name = text.slice(text.lastIndexOf('[', end - 1) + 1, end - 1);
  return name !== '' && name.length < end - 1 && !/[\]\n]/.test(name);
}

const linksOfSource = askingSource((source) => {
  const links: Link[] = [];
  for (const passage of passagesOf(parseMarkdown(source))) {
    visitPhrasing(passage, (node) => {
      if (node.type === 'link') links.push(node);
    });
  }
  const [only] = links;
  // Of links to one address the first one counts.
  const byAddress = new Map(links.reverse().map((link) => [link.url, link]));
  return { byAddress, only: links.length === 1 ? only : undefined };
});

/** Characters of a link's words. The words of one link in the original may stand in for many links. */
const longestName = 200;

/** The words of the link in the English sentence: by its address, else of the only link there is. */
function textFromSource(draft: Draft, wanted: Link): string | undefined {
  const links = linksOfSource(draft, spanOf(wanted));
  const link = links?.byAddress.get(wanted.url) ?? links?.only;
  const text = link ? toString(link).trim() : '';
  return text === '' || text.length > longestName ? undefined : text.replace(/[[\]\\]/g, '\\$&');
}

function hostOf(url: string): string {
  const mail = /^mailto:([^?]+)/i.exec(url)?.[1];
  if (mail !== undefined) return mail;
  const path = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
  return path ?? url.replace(/[[\]\\]/g, '\\$&');
}
