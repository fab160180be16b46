import type { Link, PhrasingContent, Strong } from 'mdast';
import type { Edit, Span } from '../../core/span.ts';
import { type Passage, spanOf } from '../markdown.ts';
import type { Draft } from '../draft.ts';
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
    ...[
      'Gehen Sie zu **Artikelnr.**',
      'Gehen Sie zu **Beleg-Nr.**',
      'Ouvrez **Tél.**',
      'Ouvrez **Qté min.**',
      'Ouvrez **Contoso Inc.**',
      'Voir [Contoso Ltd.](https://a.example)',
      'Ga naar **Factuur enz.**',
      'Gå till **Artikel m.m.**',
      'Ouvrez **Plan A.**',
      'Ouvrez **Item No.**',
      'Demandez à **Contoso Bldg.**',
      'Откройте **Счета и т. д.**',
    ].map((text) => ({ before: text, after: text })),
    { before: 'Haga clic en **No.**', after: 'Haga clic en **No**.', locale: 'es-ES' },
    { before: 'Ouvrez **contoso.com.**', after: 'Ouvrez **contoso.com**.' },
    { before: 'Ouvrez **Questions Q&A.**', after: 'Ouvrez **Questions Q&A**.' },
    { before: 'Ouvrez **le fichier .pst.**', after: 'Ouvrez **le fichier .pst**.' },
    { before: 'Wählen Sie **Art.**', after: 'Wählen Sie **Art**.', locale: 'de-DE' },
    { before: 'Saisissez **10 kg.**', after: 'Saisissez **10 kg**.' },
    { before: 'Öffnen Sie **Datenbank.**', after: 'Öffnen Sie **Datenbank**.', locale: 'de-DE' },
    { before: 'Ouvrez **Code PIN.**', after: 'Ouvrez **Code PIN**.' },
    { before: 'Ouvrez **Plan 2.**', after: 'Ouvrez **Plan 2**.' },
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
  if (last?.type !== 'text' || !/[^.\s]\.$/.test(last.value) || isAbbreviation(last.value)) return undefined;
  return spanOf(last).end - 1;
}

/** What languages shorten at the end of names. */
const abbreviations = new Set(
  (
    'nr num núm nro nº tel tél telef fig figs abb vol vols pp pag pág arts abs abschn kap chap sect sek std min max mín máx approx circa ' +
    'etc usw bzw ggf evtl inkl exkl zzgl resp bspw enz bijv osv inc ltd corp bros jr sr dr mr mrs ms prof dept ext ref réf réfs qté qty ' +
    'cant anz stk stck pcs pct proc yr yrs jan feb fév apr avr jun jul aug sept oct okt nov dec dez déc vs eds adr addr allg bez beschr ' +
    'betr incl excl стр рис табл тел ул др пр тыс млн млрд руб гг т д п см напр'
  ).split(' '),
);

/** Words in the language that are abbreviations too, behind another word: `Item No.` */
const behindWord = new Set('no co art st ca al sec cap'.split(' '));

/** Whether the stop at the end of a name belongs to its last word. */
function isAbbreviation(text: string): boolean {
  const words = text.slice(-40, -1).split(/[\s\u2010-\u2015/-]+/);
  const word = (words.at(-1) ?? '').replace(/^[("'“„«]+/, '');
  const lower = word.toLowerCase();
  // Initials, and what has stops inside, `e.g.`
  if (/^(?:\p{L}{1,3}\.)*\p{L}\p{M}*$/u.test(word) || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)) return true;
  // Compounds too, `Artikelnr.`
  if (abbreviations.has(lower) || /\p{L}nr$/u.test(lower)) return true;
  if (behindWord.has(lower)) return words.length > 1;
  // No such word in Latin script is without a vowel, `Bldg.`
  return /^\p{Lu}\p{Ll}+$/u.test(word) && /^[b-df-hj-np-tv-xz]+$/.test(lower);
}
