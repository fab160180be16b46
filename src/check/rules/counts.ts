/** Markup of which a translation has more or less than its original. */
import { type Inline } from '../inline.ts';
import type { Locale } from '../../core/locales.ts';
import { type Sentence, type UnitExample, type UnitRule, wholeOf } from '../rule.ts';

type Kind = 'bold' | 'links' | 'images' | 'code';

/** Marks that translators rightly add: names that an author forgot to mark. */
const mayBeAdded: ReadonlySet<Kind> = new Set<Kind>(['code']);

function countRule(facts: {
  kind: Kind;
  name: string;
  why: string;
  severity: UnitRule['severity'];
  one: string;
  many: string;
  examples: readonly UnitExample[];
  precision?: UnitRule['precision'];
}): UnitRule {
  const { kind, one, many, precision, ...rest } = facts;
  const called = (count: number) => `${count} ${count === 1 ? one : many}`;
  return {
    ...rest,
    ...(precision === undefined ? {} : { precision }),
    find: ({ source, target, locale }) => {
      if (kind === 'bold' && isBracketed(source, target, locale)) return [];
      const [wanted, there] = [countOf(source.inline, kind), countOf(target.inline, kind)];
      if (wanted === there || (there > wanted && mayBeAdded.has(kind))) return [];
      return [
        {
          ...wholeOf(target),
          message: `The translation has ${called(there)}, the original ${called(wanted)}.`,
          hint: wanted > there ? 'Mark the words that the original marks.' : 'Leave out what the original has not.',
        },
      ];
    },
  };
}

/** True where brackets stand for bold, as Chinese and Japanese write names on the screen, or asterisks are text. */
function isBracketed(source: Sentence, target: Sentence, { script }: Locale): boolean {
  if (source.markdown.includes('\\*')) return true;
  if (!['Hans', 'Hant', 'Jpan'].includes(script)) return false;
  const names = target.inline.plain.match(/\[[^[\]]+\]|[「『【“"][^「『【“」』】”"]+[」』】”"]/g)?.length ?? 0;
  return names >= countOf(source.inline, 'bold');
}

/** Bold runs that touch are one to the eye, and so are empty ones none. */
function countOf(inline: Inline, kind: Kind): number {
  if (kind !== 'bold') return inline[kind].length;
  return inline.bold.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
}

export const boldCount = countRule({
  kind: 'bold',
  name: 'bold-count',
  why: 'Bold names what is on the screen. Where it is lost or in the wrong number, readers look for the wrong words.',
  severity: 'warning',
  precision: { read: 31, right: 30, note: 'the wrong one is bold that a translator added' },
  one: 'bold run',
  many: 'bold runs',
  examples: [
    { source: 'Open **Invoices**.', target: 'Ouvrez Factures.', found: ['Ouvrez Factures.'] },
    { source: 'Open **Invoices**.', target: 'Ouvrez **Factures**.', found: [] },
    { source: 'Open **Invoices**.', target: '開啟 [發票]。', found: [], locale: 'zh-TW' },
  ],
});

export const linkCount = countRule({
  kind: 'links',
  name: 'link-count',
  why: 'A lost link leaves readers without the page that the sentence promises; one too many leads nowhere.',
  severity: 'error',
  precision: { read: 7, right: 7 },
  one: 'link',
  many: 'links',
  examples: [
    { source: 'See [here](https://a.example).', target: 'Voir ici.', found: ['Voir ici.'] },
    { source: 'See [here](https://a.example).', target: 'Voir [ici](https://a.example).', found: [] },
  ],
});

export const imageCount = countRule({
  kind: 'images',
  name: 'image-count',
  why: 'A lost picture takes its explanation with it.',
  severity: 'error',
  one: 'picture',
  many: 'pictures',
  examples: [
    { source: 'Select ![Gear](g.png).', target: 'Sélectionnez.', found: ['Sélectionnez.'] },
    { source: 'Select ![Gear](g.png).', target: 'Sélectionnez ![Roue](g.png).', found: [] },
  ],
});

export const codeCount = countRule({
  kind: 'code',
  name: 'code-count',
  why: 'Text that is no longer marked as code is read as prose, and copied with the wrong characters.',
  severity: 'warning',
  precision: { read: 9, right: 9, note: 'all there were in six sets of other generators' },
  one: 'piece of code',
  many: 'pieces of code',
  examples: [
    { source: 'Run `pay`.', target: 'Exécutez pay.', found: ['Exécutez pay.'] },
    { source: 'Run `pay`.', target: 'Exécutez `pay`.', found: [] },
    { source: 'Run pay.', target: 'Exécutez `pay`.', found: [] },
  ],
});
