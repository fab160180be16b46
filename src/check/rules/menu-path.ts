import { type Sentence, type UnitRule, wholeOf } from '../rule.ts';

export const menuPath: UnitRule = {
  name: 'menu-path',
  why: 'A menu path such as `File > Save` that has lost or gained a step leads readers to the wrong place.',
  severity: 'warning',
  precision: { read: 12, right: 11, note: 'the original itself lacks a blank in the wrong one' },
  find: ({ source, target }) => {
    const [wanted = 0] = countsOf(source);
    if (wanted === 0) return [];
    const counts = countsOf(target);
    if (counts.includes(wanted)) return [];
    const [there = 0] = counts;
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
    {
      source: 'Select **File** > **Save**.',
      target: '**ファイル**／**保存**を選択します。',
      found: [],
      locale: 'ja-JP',
    },
    {
      source: 'Select **File** > **Save**.',
      target: '**ファイル**/**保存**を選択します。',
      found: [],
      locale: 'ja-JP',
    },
    {
      source: 'Select **File** > **Save** > **As**.',
      target: 'Sélectionnez **Fichier** » **Enregistrer** » **Sous**.',
      found: [],
    },
    {
      source: 'Select **File** > **Save** > **As**.',
      target: 'Sélectionnez **Fichier** → **Enregistrer** sous.',
      found: ['Sélectionnez **Fichier** → **Enregistrer** sous.'],
    },
    {
      source: '> Select **File**.\n> Then **Save**.',
      target: '> Sélectionnez **Fichier**, puis **Enregistrer**.',
      found: [],
    },
    { source: 'Select **File** > **Save**.', target: 'اختر **ملف** < **حفظ**.', found: [], locale: 'ar-SA' },
  ],
};

/** Signs that stand between the steps of a path. */
const strong = /(?<![-=<>])[>＞›▸▶►→⇒⇨➔➜➤](?![=>])/g;

/**
 * Others that translators write in their place, each kind of which counts only if all steps have it: they have other meanings
 * too. From right to left paths point the other way.
 */
const others = [/»/g, /[/／]/g, /\|/g, /(?<=\s)[-–—](?=\s)/g, /[、・·]/g, /(?<![-=<>])[<＜‹◂◀←⇐](?![=<])/g, /«/g];

/** Numbers of steps that a sentence may be said to have; the first is that of the usual signs. */
function countsOf({ inline }: Sentence): number[] {
  const text = inline.prose
    // Marks of a quotation at the beginning of a line, which blanks without width may hide.
    .replace(/^(?:[> \t\u200B]|&#x200B;)+/gm, '')
    .replace(/(?:<|&lt;)[A-Za-z/][^<>&]*(?:>|&gt;)/g, '')
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<');
  const usual = count(text, strong);
  return [usual, ...others.map((signs) => count(text, signs)).flatMap((number) => [number, usual + number])];
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}
