import type { Edit } from '../../core/span.ts';
import type { Repair } from './repair.ts';

export const entityQuotes: Repair = {
  name: 'entity-quotes',
  what: 'The quotes of the anchor are encoded once too often.',
  why: 'A run of the hand-back was encoded once too often, so that an anchor swallows the heading behind it.',
  suspect: /<a (?:name|id)=(?:"[^"&<>]*&quot;|&quot;)/,
  mends: ['tag'],
  find: ({ draft }) => {
    const edits: Edit[] = [];
    for (const match of draft.text.matchAll(/<a (name|id)=(?:"|&quot;)([^"&<>]*)(?:"|&quot;)>/g)) {
      const text = `<a ${match[1] ?? ''}="${match[2] ?? ''}">`;
      if (text !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, text });
    }
    return edits;
  },
  examples: [
    { before: '## <a name="set-up&quot;></a>Configurer', after: '## <a name="set-up"></a>Configurer' },
    { before: '## <a name="set-up"></a>Configurer', after: '## <a name="set-up"></a>Configurer' },
  ],
};
