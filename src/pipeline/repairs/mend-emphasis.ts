/** Moves markers of bold, or takes them away, until readers see no asterisks. */
import { itemAt } from '../../core/lists.ts';
import { parseMarkdown, passagesOf, visitPhrasing } from '../markdown.ts';

/** The first of ever stronger changes after which no asterisks show. */
export function mendEmphasis(text: string): string | undefined {
  const parts = splitAtMarkers(text);
  if (isPower(parts)) return undefined;
  return firstClean(text, [
    () => parts.join('**'),
    () => joinBalanced(splitAtMarkers(parts.join('**').replace(/(?<!\*)\*{4}(?!\*)/g, '')), '**', '**'),
    () => joinBalanced(parts, '**', '**'),
    () => joinBalanced(parts, '<strong>', '</strong>'),
    () => withoutOneMarker(parts),
  ]);
}

/** Four asterisks beside a name in brackets, bold without words: `[Save]****`. Behind a digit they may be a mask or a note. */
const besideBrackets =
  /(?<![*\\])(?:\*{4}|(?:\\\*){4})(?=[[「『【](?![\d*\\]))|(?<=[^[\d*]\]|[」』】])(?:\*{4}|(?:\\\*){4})(?![*\\])/g;

/** A marker that begins a name and has no end. */
const beginsName = /^[^*\\]*(?<![^\s([«“「『【])\*\*(?=\p{Lu}|\p{Lo})[^*\\]*$/u;

/**
 * The same where nothing tells what was meant. Asterisks may be something to type, a mask, a note or a pattern, and whoever escapes them
 * wants them to be seen: they are taken away only where they can be nothing but bold.
 */
export function mendWithoutOriginal(text: string): { mended: string; certain: boolean } | undefined {
  const known = text.replace(besideBrackets, '');
  const parts = splitAtMarkers(known);
  if (isPower(parts)) return undefined;
  // An escaped marker is the partner of one that shows without it.
  const isDamaged = showsAsterisks(known.replaceAll('\\*', ''));
  // What is blank between two markers would be left without them.
  const isWhole = isDamaged && parts.every((part, index) => index % 2 === 0 || part.trim() !== '');
  const mended = firstClean(text, [
    () => known,
    () => (isDamaged ? parts.join('**') : undefined),
    () => (isWhole ? joinBalanced(parts, '**', '**') : undefined),
    () => (isWhole ? joinBalanced(parts, '<strong>', '</strong>') : undefined),
  ]);
  if (mended !== undefined) return { mended, certain: !areAlike(parts) };
  const without = beginsName.test(known) ? firstClean(text, [() => parts.join('')]) : undefined;
  return without === undefined ? undefined : { mended: without, certain: false };
}

/** Whether all markers begin a word, as in `*args, **a and **b`, though not a name on the screen, or all of them end one, as notes do. */
function areAlike(parts: readonly string[]): boolean {
  const beside = parts.slice(1).map((part, index) => `${itemAt(parts, index).at(-1) ?? ' '}${part.charAt(0) || ' '}`);
  if (beside.length === 0) return false;
  if (beside.every((each) => /^\S\s/.test(each))) return true;
  const isSmall = beside.some((each, index) => index % 2 === 0 && !/[\p{Lu}\p{Lo}]$/u.test(each));
  return isSmall && beside.every((each) => /^[\s(,]\S/.test(each));
}

function firstClean(text: string, candidates: readonly (() => string | undefined)[]): string | undefined {
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
export function splitAtMarkers(text: string): string[] {
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

/** Markers that are tried: each try reads the whole sentence. */
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

export function showsAsterisks(markdown: string): boolean {
  if (!markdown.includes('*')) return false;
  return passagesOf(parseMarkdown(markdown)).some((passage) => {
    let shows = false;
    visitPhrasing(passage, (node) => {
      if (node.type === 'text' && node.value.includes('**')) shows = true;
    });
    return shows;
  });
}
