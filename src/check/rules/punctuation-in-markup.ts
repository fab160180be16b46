import { type Sentence, type UnitRule } from '../rule.ts';

export const punctuationInMarkup: UnitRule = {
  name: 'punctuation-in-markup',
  why: 'Punctuation of the sentence that was pulled into bold or a link looks like a part of the name on the screen.',
  severity: 'info',
  find: ({ source, target }) => {
    if (endsInMarkup(source) !== undefined) return [];
    const at = endsInMarkup(target);
    if (at === undefined) return [];
    return [
      {
        start: at,
        end: at + 1,
        message: 'The punctuation of the sentence is inside of bold or a link, which it is not in the original.',
        hint: 'Move it behind the markup.',
      },
    ];
  },
  examples: [
    { source: 'Select **Save**:', target: 'Sélectionnez **Enregistrer:**', found: [':'] },
    { source: 'Select **Save:**', target: 'Sélectionnez **Enregistrer:**', found: [] },
    { source: 'Select **Save**...', target: 'Sélectionnez **Enregistrer...**', found: [] },
  ],
};

/** Offset of punctuation in bold or a link with which a sentence ends. */
function endsInMarkup({ markdown, inline }: Sentence): number | undefined {
  const end = markdown.trimEnd().length;
  for (const piece of [...inline.bold, ...inline.links]) {
    if (piece.end !== end) continue;
    const mark = /(?<![.。])[.,:;。，：；](?=\**$)/u.exec(piece.text);
    if (mark) return markdown.lastIndexOf(mark[0], end - 1);
  }
  return undefined;
}
