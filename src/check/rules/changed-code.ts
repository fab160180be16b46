import { trimmedEnd } from '../../trim.ts';
import { neutralForms, type Side } from '../language-in-address.ts';
import { type UnitRule, wholeOf } from '../rule.ts';

export const changedCode: UnitRule = {
  name: 'changed-code',
  why: 'What stands in code is typed or compared letter by letter, so that a translation of it is wrong.',
  severity: 'warning',
  precision: { read: 24, right: 20, note: 'the wrong ones are examples that the translator made anew' },
  find: ({ source, target, sourceLanguage, locale }) => {
    const formsOf = (text: string, side: Side) => codeForms(text, side, [sourceLanguage, locale.tag]);
    const wanted = source.inline.code.map(({ text }) => text).filter((text) => !isLabel(text));
    const there = target.inline.code;
    if (wanted.length === 0 && there.length === 0) return [];
    const plain = target.inline.plain;
    const known = new Set(source.inline.code.flatMap(({ text }) => formsOf(text, 'source')));
    const own = new Set(there.flatMap(({ text }) => formsOf(text, 'target')));
    const lost = wanted.filter(
      (text) => !formsOf(text, 'source').some((form) => own.has(form)) && !plain.includes(text),
    );
    const foreign = there.filter(({ text }) => !formsOf(text, 'target').some((form) => known.has(form)));
    if (lost.length === 0) return [];
    const [became] = foreign.length === 1 && lost.length === 1 ? foreign : [];
    return lost.map((text) => ({
      ...(became ? { start: became.start, end: became.end } : wholeOf(target)),
      message: became
        ? `The code \`${text}\` has become \`${became.text}\`.`
        : `The code \`${text}\` of the original is missing or changed.`,
      hint: `Take \`${text}\` over as it is.`,
    }));
  },
  examples: [
    { source: 'Run `pay --now`.', target: 'Exécutez `payer --now`.', found: ['`payer --now`'] },
    { source: 'Run `pay --now`.', target: 'Exécutez `pay --now`.', found: [] },
    { source: "Set `'./data/'`.", target: 'Réglez `./data/`.', found: [] },
    { source: 'Run `f({ a: 1 })`.', target: 'Exécutez `f({a: 1});`.', found: [] },
    { source: 'Open `/en/pay/`.', target: 'Ouvrez `/fr/pay/`.', found: [] },
    { source: 'Open `Settings > Dark Mode`.', target: 'Ouvrez `Réglages > Mode sombre`.', found: [] },
    { source: 'Use `DarkMode` or `true`.', target: 'Utilisez `ModeSombre` ou `true`.', found: ['`ModeSombre`'] },
  ],
};

/**
 * Code without what changes nothing where it stands in a sentence: quotes around it, blanks beside brackets, punctuation at its end;
 * addresses without their language.
 */
function codeForms(text: string, side: Side, languages: readonly [string, string]): string[] {
  const bare = trimmedEnd(text.replace(/^["'“”«»]+/, ''), /["'“”«».,;:\s]/)
    .replace(/\s+/g, ' ')
    .replace(/ ?([(){}[\]]) ?/g, '$1')
    .replace(/[;,](?=[)}\]])/g, '');
  return [bare, ...(/^(?:https?:\/)?\//.test(bare) ? neutralForms(bare, side, languages) : [])];
}

/** Words of a label, `Save`, `of`, `PDF` and `2`; one that has another capital inside is a name in code. */
const word = /^(?:\p{Lu}?[\p{Ll}\p{M}]+(?:['’-]\p{L}?\p{Ll}*)?|\p{Lu}{1,4}|\d+)$/u;

/**
 * Whether code is a name on the screen, which is translated: words and no more, the first with a capital. Some authors
 * write such names in code.
 */
function isLabel(text: string): boolean {
  const words = text.split(/[\s>›»→/|&,…]+|\.\.\.$/u).filter((part) => part !== '');
  const [first = ''] = words;
  return /^\p{Lu}\p{Ll}/u.test(first) && words.length <= 8 && words.every((each) => word.test(each));
}
