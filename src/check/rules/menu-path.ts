import { type Sentence, type UnitRule, wholeOf } from '../rule.ts';

export const menuPath: UnitRule = {
  name: 'menu-path',
  why: 'A menu path such as `File > Save` that has lost or gained a step leads readers to the wrong place.',
  severity: 'warning',
  precision: { read: 12, right: 11, note: 'the original itself lacks a blank in the wrong one' },
  find: ({ source, target }) => {
    const wanted = stepsOf(source);
    if (wanted === 0) return [];
    const there = stepsOf(target);
    if (there === wanted) return [];
    return [
      {
        ...wholeOf(target),
        message: `The menu path has ${there} \`>\`, that of the original ${wanted}.`,
        hint: 'Write the path with its steps in the order of the original.',
      },
    ];
  },
  examples: [
    {
      source: 'Select **File** > **Save**.',
      target: 'Sélectionnez **Fichier** **Enregistrer**.',
      found: ['Sélectionnez **Fichier** **Enregistrer**.'],
    },
    { source: 'Select **File** \\> **Save**.', target: 'Sélectionnez **Fichier** &gt; **Enregistrer**.', found: [] },
    { source: 'Replace <name> first.', target: 'Remplacez le nom.', found: [] },
    { source: 'Select File > Save.', target: '選取檔案 ＞ 儲存。', found: [], locale: 'zh-TW' },
  ],
};

function stepsOf({ inline }: Sentence): number {
  const text = inline.prose.replace(/(?:<|&lt;)[A-Za-z/][^<>&]*(?:>|&gt;)/g, '').replace(/&gt;/g, '>');
  return text.match(/(?<![-=<>])[>＞→](?![=>])/g)?.length ?? 0;
}
