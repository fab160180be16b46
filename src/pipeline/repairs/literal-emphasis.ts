import { type Draft, type Edit } from '../draft.ts';
import { type Passage, parseMarkdown, passagesOf, spanOf, visitPhrasing } from '../markdown.ts';
import type { Span } from '../types.ts';
import type { Repair } from './repair.ts';
import { itemAt } from '../../lists.ts';
import { Mask } from './mask.ts';
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
    { before: 'Ouvrez **Factures puis payez.', after: 'Ouvrez Factures puis payez.' },
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

function repairPassage(draft: Draft, passage: Passage, maskOf: () => Mask): Edit[] {
  const units = new Map<string, { span: Span; source: string | undefined }>();
  visitPhrasing(passage, (node) => {
    if (node.type !== 'text' || !node.value.includes('**')) return;
    const segment = draft.segmentAt(spanOf(node));
    // A sentence that reaches into another block, such as code, is mended up to there.
    const span = segment ? common(segment.range, spanOf(passage)) : phrasingSpan(passage);
    units.set(`${span.start}`, { span, source: segment?.source });
  });
  return [...units.values()].flatMap(({ span, source }) => {
    const before = draft.text.slice(span.start, span.end);
    if (source === undefined ? maskedNumber.test(before) : meansAsterisks(source)) return [];
    const mask = maskOf();
    const masked = mask.over(span);
    // All asterisks that show may be verbatim.
    if (masked !== before && !showsAsterisks(masked)) return [];
    const mended = mend(masked);
    const after = mended === undefined ? undefined : mask.without(mended, span);
    return after === undefined || after === before ? [] : [smallestEdit(before, after, span.start)];
  });
}

/** `**** 1234`, or groups of four asterisks beside each other: digits that nobody shall see. */
const maskedNumber = /(?<![*\\\p{L}\p{N}])(?:\\?\*){4}(?:[ -]?\d|[ -](?:\\?\*){4}(?![*\\]))/u;

function common(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/** True where the original shows asterisks that are no emphasis gone wrong: a mask such as `*****`, or a marker that stands alone. */
function meansAsterisks(source: string): boolean {
  if (!showsAsterisks(source)) return false;
  if (/(?:\*|\\\*){4,}/.test(source)) return true;
  const parts = splitAtMarkers(source);
  const standsAlone = parts.some(
    (part, index) => index > 0 && /(^|\s)$/.test(itemAt(parts, index - 1)) && /^(\s|$)/.test(part),
  );
  return parts.length % 2 === 0 && standsAlone;
}

function phrasingSpan(passage: Passage): Span {
  const [first, last] = [passage.children[0], passage.children.at(-1)];
  return first && last ? { start: spanOf(first).start, end: spanOf(last).end } : spanOf(passage);
}

/** The first of ever stronger changes after which no asterisks show. */
function mend(text: string): string | undefined {
  const parts = splitAtMarkers(text);
  if (isPower(parts)) return undefined;
  const candidates = [
    () => parts.join('**'),
    () => joinBalanced(splitAtMarkers(parts.join('**').replace(/(?<!\*)\*{4}(?!\*)/g, '')), '**', '**'),
    () => joinBalanced(parts, '**', '**'),
    () => joinBalanced(parts, '<strong>', '</strong>'),
    () => withoutOneMarker(parts),
  ];
  for (const candidate of candidates) {
    const mended = candidate();
    if (mended === undefined || mended === text) continue;
    // A tag that the text did not have would hide its own name.
    if (tagsIn(mended) <= tagsIn(text) && !showsAsterisks(mended)) return mended;
  }
  return undefined;
}

/** Whether a marker stands between two values, `a ** 2` or `(x)**n`: there it means a power. */
function isPower(parts: readonly string[]): boolean {
  return parts.some((part, index) => {
    const next = parts[index + 1];
    return next !== undefined && /(?:(?<![\p{L}\p{N}])(?:[A-Za-zα-ω]|\d{1,9})|\)) *$/u.test(part) && isValueFirst(next);
  });
}

function isValueFirst(text: string): boolean {
  return /^ *(?:-?(?:[A-Za-zα-ω]|\d{1,9})(?![\p{L}\p{N}'’])|\()/u.test(text);
}

/** Beginnings of tags, but for those that this repair itself writes. */
function tagsIn(text: string): number {
  return text.match(/<(?!\/?strong>)[!?/]?[A-Za-z]/g)?.length ?? 0;
}

const tokens = /\*{5,}|(?:\\\*){5,}|`+|\\\*\\\*|\\\S|\*\*|[\s\S]/g;

/** Splits at every `**` or `\*\*` outside of code. */
function splitAtMarkers(text: string): string[] {
  const parts: string[] = [];
  const runs = Map.groupBy(text.matchAll(/`+/g), ([ticks]) => ticks.length);
  // Taken from the end, because what is behind is looked for in rising order.
  for (const each of runs.values()) each.reverse();
  let part = '';
  let reached = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (index < reached) continue;
    if (token === '**' || token === '\\*\\*') {
      parts.push(part);
      part = '';
      continue;
    }
    // Code ends at the next run of as many ticks.
    const ends = token.startsWith('`') ? runs.get(token.length) : undefined;
    while (ends && (ends.at(-1)?.index ?? Infinity) <= index) ends.pop();
    const end = ends?.at(-1)?.index;
    reached = end === undefined ? index + token.length : end + token.length;
    part += text.slice(index, reached);
  }
  return [...parts, part];
}

/** Every second part between markers, its outer blanks moved out; undefined where the markers do not come in twos. */
function joinBalanced(parts: readonly string[], open: string, close: string): string | undefined {
  if (parts.length % 2 === 0) return undefined;
  // Powers of numbers are no emphasis: that is around words.
  const isWords = parts.every((part, index) => index % 2 === 0 || part.trim() === '' || /[\p{L}\uE000]/u.test(part));
  // Nor are comments of code, `/** … */`.
  if (parts.some((part, index) => index % 2 === 1 && part.includes('*/'))) return undefined;
  if (!isWords) return undefined;
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part;
      const inner = part.trim();
      if (inner === '') return part;
      const at = part.indexOf(inner);
      return part.slice(0, at) + open + inner + close + part.slice(at + inner.length);
    })
    .join('');
}

/** Markers that are tried: each try reads the sentence anew. */
const mostTried = 20;

/** With an odd number of markers one has no partner: the first whose removal leaves clean text, looked for from the end. */
function withoutOneMarker(parts: readonly string[]): string | undefined {
  for (const index of placesToTry(parts.length - 1)) {
    const merged = [
      ...parts.slice(0, index),
      itemAt(parts, index) + itemAt(parts, index + 1),
      ...parts.slice(index + 2),
    ];
    const joined = joinBalanced(merged, '**', '**');
    if (joined !== undefined && !showsAsterisks(joined)) return joined;
    const strong = joinBalanced(merged, '<strong>', '</strong>');
    if (index === 0 && strong !== undefined) return strong;
  }
  return undefined;
}

/** Of so many markers the last ones, and the first. */
function placesToTry(markers: number): number[] {
  const last = Array.from({ length: Math.min(markers, mostTried) }, (_each, at) => markers - 1 - at);
  return markers > mostTried ? [...last, 0] : last;
}

function showsAsterisks(markdown: string): boolean {
  if (!markdown.includes('*')) return false;
  return passagesOf(parseMarkdown(markdown)).some((passage) => {
    let shows = false;
    visitPhrasing(passage, (node) => {
      if (node.type === 'text' && node.value.includes('**')) shows = true;
    });
    return shows;
  });
}

function smallestEdit(before: string, after: string, offset: number): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  return { start: offset + start, end: offset + before.length - tail, text: after.slice(start, after.length - tail) };
}
