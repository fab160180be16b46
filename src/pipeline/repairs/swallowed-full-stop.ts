import type { Link, PhrasingContent, Strong } from 'mdast';
import { type Passage, spanOf } from '../markdown.ts';
import type { Draft, Edit } from '../draft.ts';
import type { Span } from '../types.ts';
import type { Repair } from './repair.ts';
import { askingSource } from './evidence.ts';

export const swallowedFullStop: Repair = {
  name: 'swallowed-full-stop',
  what: 'The full stop of the sentence is inside of the link or bold.',
  why: 'The full stop of the sentence was pulled into the link or bold at its end.',
  suspect: /[^.]\.(\*\*|\]\()/,
  find: ({ draft, passages }) => passages.flatMap((passage) => findInPassage(draft, passage)),
  examples: [
    { before: 'Cliquez sur **Payer.**', after: 'Cliquez sur **Payer**.' },
    { before: 'Lisez [le guide.](https://a.example)', after: 'Lisez [le guide](https://a.example).' },
    { before: '**Tout est payé.**', after: '**Tout est payé.**' },
    { before: 'Payez. **Tout est dû.**', after: 'Payez. **Tout est dû.**' },
    { before: 'Vraiment ? **Tout est dû.**', after: 'Vraiment ? **Tout est dû.**' },
    { before: '(Payez.) **Tout est dû.**', after: '(Payez.) **Tout est dû.**' },
    { before: 'Cliquez sur **Ajouter...**', after: 'Cliquez sur **Ajouter...**' },
    { before: 'Cliquez sur **Payer.**', after: 'Cliquez sur **Payer.**', source: 'Click **Pay.**' },
    { before: 'Le **no.** suit.', after: 'Le **no.** suit.' },
  ],
};

/** True where the English ends in the same way. */
const isMeant = askingSource((source) => /\.(?:\*\*|\]\((?:[^()]|\([^()]*\))*\))$/.test(source.trimEnd()));

function findInPassage(draft: Draft, passage: Passage): Edit[] {
  return passage.children.flatMap((node, index) => {
    if (node.type !== 'strong' && node.type !== 'link') return [];
    const span = spanOf(node);
    const segment = draft.segmentAt(span);
    const atEnd = segment ? segment.range.end === span.end : index === passage.children.length - 1;
    const isWhole = segment ? segment.range.start === span.start : index === 0;
    if (!atEnd || isWhole || isMeant(draft, span) || isSentence(draft, span)) return [];
    const stop = finalStop(node);
    if (stop === undefined) return [];
    // One edit, so that the stop is never taken out without being put back.
    return [{ start: stop, end: span.end, text: `${draft.text.slice(stop + 1, span.end)}.` }];
  });
}

/** True for a sentence of its own: the text before it has ended. */
function isSentence(draft: Draft, { start }: Span): boolean {
  return /[.!?…:。！？：؟।։።][)"'”’»\]]*\s*$/u.test(draft.text.slice(Math.max(0, start - 20), start));
}

/** Offset of the single full stop with which the node's text ends, if it ends with one. */
function finalStop(node: Link | Strong): number | undefined {
  const last: PhrasingContent | undefined = node.children.at(-1);
  if (last?.type !== 'text' || !/[^.\s]\.$/.test(last.value)) return undefined;
  return spanOf(last).end - 1;
}
