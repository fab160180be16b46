import type { Edit } from '../../core/span.ts';
import { spanOf } from '../markdown.ts';
import { nodesOfType } from '../nodes.ts';
import type { Repair } from './repair.ts';

export const linkLeftovers: Repair = {
  name: 'link-leftovers',
  what: 'The address carries tracking or remains of another program.',
  why: 'Addresses carry remains of Word fields and campaign tracking, which break them or follow the reader around.',
  suspect: /%22%20%5[Cc]|WT\.mc_id=|\?[)#?]|&amp;/,
  mends: ['address'],
  find: ({ draft, tree }) => {
    const edits: Edit[] = [];
    for (const node of nodesOfType(tree, 'link', 'image', 'definition')) {
      const { start, end } = spanOf(node);
      const written = draft.text.slice(start, end);
      // The address is the last occurrence: link text may show it too.
      const clean = cleanAddress(node.url);
      if (clean === node.url) continue;
      const raw = rawAddress(written, node.url);
      if (raw === undefined) continue;
      edits.push({ start: start + raw.at, end: start + raw.at + raw.length, text: clean });
    }
    return edits;
  },
  examples: [
    {
      before: '[a](https://a.example/x?WT.mc_id=Portal%22%20%5Cl%20%22y%22%20%5Ct%20%22_blank#part)',
      after: '[a](https://a.example/x#part)',
    },
    { before: '[a](https://a.example/x?WT.mc_id=P)', after: '[a](https://a.example/x)' },
    { before: '[a](https://a.example/x?a=1&amp;WT.mc_id=P#b)', after: '[a](https://a.example/x?a=1#b)' },
    { before: '[a](https://a.example/x?WT.mc_id=P&view=2)', after: '[a](https://a.example/x?view=2)' },
    { before: '[a](https://a.example/?#config=a)', after: '[a](https://a.example/?#config=a)' },
    { before: '[a](https://a.example/x?)', after: '[a](https://a.example/x)' },
    { before: 'https://a.example/x?WT.mc_id=P)fin', after: 'https://a.example/x?WT.mc_id=P)fin' },
    { before: '[a](https://a.example/?q=%22a%22)', after: '[a](https://a.example/?q=%22a%22)' },
  ],
};

/**
 * An address without remains of Word fields, without tracking, and without a query that is empty for want of it. A `?` in front of
 * a fragment stays: pages that keep their state there are written so.
 */
export function cleanAddress(address: string): string {
  if (!/^https?:|^\//i.test(address)) return address;
  const [, head = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(address) ?? [];
  const cut = head.replace(/%22%20%5[Cc].*$/s, '');
  const [path = '', ...rest] = cut.split('?');
  const parameters = rest
    .flatMap((part) => part.split('&'))
    // With other characters it has run into the text behind it.
    .filter((parameter) => parameter !== '' && !/^WT\.mc_id(?:=[\w.~%+,:;-]*)?$/i.test(parameter));
  const wasEmpty = cut.endsWith('?') && fragment !== '';
  return path + (parameters.length > 0 ? `?${parameters.join('&')}` : wasEmpty ? '?' : '') + fragment;
}

function rawAddress(written: string, url: string): { at: number; length: number } | undefined {
  for (const form of [url, url.replaceAll('&', '&amp;')]) {
    const at = written.lastIndexOf(form);
    if (at !== -1) return { at, length: form.length };
  }
  return undefined;
}
