import { itemAt } from '../../core/lists.ts';
import type { Edit, Span } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { type Passage, spanOf, visitPhrasing } from '../markdown.ts';
import type { Repair, RepairEdit } from './repair.ts';
import { Mask } from './mask.ts';
import { mendEmphasis, mendWithoutOriginal, showsAsterisks, splitAtMarkers } from './mend-emphasis.ts';
import { verbatimSpans } from './verbatim.ts';

export const literalEmphasis: Repair = {
  name: 'literal-emphasis',
  what: 'Readers see asterisks instead of bold.',
  why: 'Machine translation moves blanks, punctuation or the words themselves out of bold, so that readers see asterisks.',
  suspect: /\*\*|\\\*/,
  find: ({ draft, tree, passages }) => {
    // Most articles with bold have no asterisks that show.
    let mask: Mask | undefined;
    const maskOf = (): Mask => (mask ??= new Mask(draft.text, verbatimSpans(draft.text, tree)));
    return passages.flatMap((passage) => repairPassage(draft, passage, maskOf));
  },
  examples: [
    { before: 'Cliquez sur **Payer**.', after: 'Cliquez sur **Payer**.' },
    { before: '選取 ****[儲存]。', after: '選取 [儲存]。', locale: 'zh-TW' },
    { before: 'Klik op ** Opties ** en wacht.', after: 'Klik op  **Opties**  en wacht.', locale: 'nl-NL' },
    {
      before: 'Klik op \\*\\* Opties\\*\\* nu.',
      after: 'Klik op  **Opties** nu.',
      locale: 'nl-NL',
      source: 'Click **Options** now.',
    },
    { before: 'この**「請求」**を開く', after: 'この<strong>「請求」</strong>を開く', locale: 'ja-JP' },
    { before: 'この ** 請求 **を開く', after: 'この  **請求** を開く', locale: 'ja-JP' },
    { before: 'Ouvrez [Payer]**** ici.', after: 'Ouvrez [Payer] ici.' },
    { before: '選取 \\*\\*\\*\\*[儲存]。', after: '選取 [儲存]。', locale: 'zh-TW' },
    // The beginning of a name on the screen, or of something to type.
    {
      before: 'Ouvrez **Factures puis payez.',
      after: 'Ouvrez Factures puis payez.',
      written: 'Ouvrez **Factures puis payez.',
    },
    { before: 'Ouvrez **payer puis.', after: 'Ouvrez payer puis.', source: 'Open **pay** then.' },
    { before: 'Cliquez **Payer **ici.', after: 'Cliquez **Payer** ici.' },
    { before: 'Passez **a et **b ici.', after: 'Passez **a et** b ici.', written: 'Passez **a et **b ici.' },
    { before: 'Prix** ou coût** ici.', after: 'Prix **ou coût** ici.', written: 'Prix** ou coût** ici.' },
    { before: 'Passez **kwargs à la fonction.', after: 'Passez **kwargs à la fonction.' },
    { before: 'Appelez fn(*args, **kw) ici.', after: 'Appelez fn(*args, **kw) ici.' },
    { before: 'Passez **kw.', after: 'Passez **kw.', source: 'Pass **kw.' },
    { before: 'Passez \\*\\*kw.', after: 'Passez \\*\\*kw.', source: 'Pass \\*\\*kw.' },
    { before: 'Le motif **.log suffit.', after: 'Le motif **.log suffit.' },
    { before: 'Prix** hors taxe.', after: 'Prix** hors taxe.' },
    { before: '**Prix** et coût** hors taxe.', after: '**Prix** et coût** hors taxe.' },
    { before: 'Tapez **** pour masquer.', after: 'Tapez **** pour masquer.' },
    { before: '**** et **[Payer] ** ici', after: '**** et **[Payer] ** ici' },
    { before: 'Note ***', after: 'Note ***' },
    { before: 'Carte **1234 refusée.', after: 'Carte **1234 refusée.' },
    { before: 'Tapez [****] ou [12]**** ici.', after: 'Tapez [****] ou [12]**** ici.' },
    { before: 'Écrivez \\*\\*gras\\*\\* pour du gras.', after: 'Écrivez \\*\\*gras\\*\\* pour du gras.' },
    { before: '**Gras** : \\*\\*gras\\*\\*.', after: '**Gras** : \\*\\*gras\\*\\*.' },
    { before: 'Écrivez **gras\\*\\* pour.', after: 'Écrivez **gras** pour.' },
    { before: 'Mot de passe ******** ici.', after: 'Mot de passe ******** ici.' },
    { before: 'Carte **** **** **** 1234 refusée.', after: 'Carte **** **** **** 1234 refusée.' },
    { before: 'Compte ****1234 et ** solde **', after: 'Compte ****1234 et ** solde **' },
    { before: 'Carte \\*\\*\\*\\* 1234', after: 'Carte \\*\\*\\*\\* 1234' },
    { before: 'Masque \\*\\*\\*\\*.', after: 'Masque \\*\\*\\*\\*.', source: 'Mask \\*\\*\\*\\*.' },
    {
      before: 'Ouvrez **Fac\n```\ntures** ici.',
      after: 'Ouvrez Fac\n```\ntures** ici.',
      source: 'Open **Bills** here.',
    },
    { before: '{{< figure title="** Payer **" >}}', after: '{{< figure title="** Payer **" >}}' },
    { before: 'Ouvrez ** Un ** puis {{ a ** b }}.', after: 'Ouvrez  **Un**  puis {{ a ** b }}.' },
    { before: 'Ouvrez ** {{ nom }} ** ici.', after: 'Ouvrez  **{{ nom }}**  ici.' },
    { before: '2 ** 3 ** 4', after: '2 ** 3 ** 4' },
    { before: 'Comptez x ** 2 fois.', after: 'Comptez x ** 2 fois.' },
    { before: 'Comptez a ** b ** c fois.', after: 'Comptez a ** b ** c fois.' },
    { before: '/** Un. */ a: 1, /** Deux. */', after: '/** Un. */ a: 1, /** Deux. */' },
    { before: 'Écrivez <**div> ici.', after: 'Écrivez <**div> ici.' },
    { before: 'Le motif `**/*.md` reste.', after: 'Le motif `**/*.md` reste.' },
    { before: 'Cliquez sur ** Payer** !', after: 'Cliquez sur  **Payer** !', source: 'Click ** Pay**!' },
    { before: 'Ouvrez Profil**. Payez.', after: 'Ouvrez Profil. Payez.', source: 'Open Profile**. Pay.' },
    {
      before: '開啟 \\**目標\\*\\*\\*名稱*',
      after: '開啟 \\**目標\\*名稱*',
      locale: 'zh-TW',
      source: 'Open **target** *name*',
    },
    { before: 'Écrivez \\*\\* deux fois.', after: 'Écrivez \\*\\* deux fois.', source: 'Write \\*\\* twice.' },
  ],
};

function repairPassage(draft: Draft, passage: Passage, maskOf: () => Mask): RepairEdit[] {
  const units = new Map<string, { span: Span; source: string | undefined }>();
  visitPhrasing(passage, (node) => {
    if (node.type !== 'text' || !node.value.includes('**')) return;
    const { start, end } = spanOf(node);
    const segment = draft.segmentAt({ start, end });
    // A sentence that reaches into another block, such as code, is mended up to there.
    const span = segment ? common(segment.range, spanOf(passage)) : phrasingSpan(passage);
    // Text that reaches over several sentences has the original of the one with the asterisks.
    const at = start + draft.text.slice(start, end).search(/\*\*|\\\*/);
    const { source } = segment ?? draft.segmentAt({ start: at, end: at + 1 }) ?? {};
    units.set(`${span.start}`, { span, source });
  });
  return [...units.values()].flatMap(({ span, source }) => {
    const before = draft.text.slice(span.start, span.end);
    if (source !== undefined && meansAsterisks(source, before)) return [];
    const mask = maskOf();
    const masked = mask.over(span);
    // All asterisks that show may be verbatim.
    if (masked !== before && !showsAsterisks(masked)) return [];
    const { mended, certain = true } =
      (source === undefined ? mendWithoutOriginal(masked) : { mended: mendEmphasis(masked) }) ?? {};
    const after = mended === undefined ? undefined : mask.without(mended, span);
    return after === undefined || after === before ? [] : [{ ...smallestEdit(before, after, span.start), certain }];
  });
}

function common(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/**
 * True where the original shows asterisks that are meant: a mask such as `*****`, a marker that stands alone, or one at the beginning of a
 * word in small letters that the translation has too, such as `**kwargs`.
 */
function meansAsterisks(source: string, translation: string): boolean {
  if (!showsAsterisks(source)) return false;
  if (/(?:\*|\\\*){4,}/.test(source)) return true;
  const parts = splitAtMarkers(source);
  if (parts.length % 2 === 1) return false;
  const shown = translation.replaceAll('\\*', '*');
  return parts.slice(1).some((part, index) => {
    const isBehindBlank = /(?:^|[\s(])$/.test(itemAt(parts, index));
    const word = /^[./]{0,3}[a-z\d_]\w*/.exec(part)?.[0];
    return isBehindBlank && (/^(?:\s|$)/.test(part) || (word !== undefined && shown.includes(`**${word}`)));
  });
}

function phrasingSpan(passage: Passage): Span {
  const [first, last] = [passage.children[0], passage.children.at(-1)];
  return first && last ? { start: spanOf(first).start, end: spanOf(last).end } : spanOf(passage);
}

function smallestEdit(before: string, after: string, offset: number): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  return { start: offset + start, end: offset + before.length - tail, text: after.slice(start, after.length - tail) };
}
