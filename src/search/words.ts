/**
 * Words of a text, the same when an index is made and when a reader asks. Nothing here depends on the machine: browsers know
 * different dictionaries (`Intl.Segmenter`), so scripts without blanks are cut into overlapping pairs of characters instead.
 */

/** Scripts whose words have no blanks between them, and Korean, whose words carry their particles. */
const dense =
  '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々';
const densePattern = new RegExp(`[${dense}]`, 'u');
const ideographPattern = /^\p{Script=Han}$/u;
/** Of a word, where it is no dense script. Those of ASCII need no look at what they are not. */
const letter = `(?:[A-Za-z0-9_]|(?![${dense}])[\\p{L}\\p{N}\\p{M}])`;
/** What a reader takes for one piece: a run of a dense script, or a word, with what joins the parts of `Set-CaseHold` or `5.7.750`. */
const piecePattern = new RegExp(`[${dense}][${dense}\\p{M}]*|${letter}+(?:[-.@]${letter}+)*`, 'gu');
/** One character with all that is written around it: vowels before and after, tone marks, letters stacked below. */
// Vowels are letters, so that a run of them always matches.
// eslint-disable-next-line regexp/no-super-linear-move
const clusterPattern = /[เแโใไເແໂໃໄ]*[\p{L}ー](?:[\u17D2\u1039]\p{L}|\p{M}|[ะาำຳະາๆฯ])*/gu;
/**
 * Marks that may be left out or typed in another way, all of one letter. Those of Indic and South East Asian scripts are vowels: they
 * stay. What comes before the first mark is looked at last, because marks are few.
 */
const loosePattern =
  /[\p{M}ـ](?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}][\p{M}ـ])[\p{M}ـ]*/gu;
/** All digits but those of ASCII. */
const foreignDigitPattern = /[^\P{Nd}0-9]/gu;
/** Letters that Unicode does not decompose but people type as others. */
const alike: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const alikePattern = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');
/** The zeros of digits that are no compatibility forms of ASCII ones. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
];
/**
 * Endings of Arabic words that a light stemmer takes off, where three letters stay: of the dual, the plural, the feminine, the relative
 * adjective, and what belongs to somebody. Larkey, Ballesteros, Connell: Light stemming for Arabic information retrieval, 2007.
 */
const arabicEnding = /^(\p{Script=Arabic}{3,}?)(?:ات|ان|ون|ين|يه|ت?(?:ها|هم|كم|نا|ه|ك|ي)|ني|ت)$/u;
const asciiPattern = /^[\0-\x7f]*$/;
/** Longer ones are nobody's words, but data. */
const longest = 40;

/**
 * A text in which letter case, width, accents and kinds of digits no longer differ.
 *
 * @example fold('Éléments ＡＢ ٤') // 'elements ab 4'
 */
export function fold(text: string): string {
  return withoutMarks(text)
    .toLowerCase()
    .replace(alikePattern, (letter) => alike[letter] ?? letter);
}

/** A text in one way of writing: width, accents and kinds of digits no longer differ. */
export function withoutMarks(text: string): string {
  if (asciiPattern.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(loosePattern, '')
    .normalize('NFC')
    .replace(foreignDigitPattern, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = zeros.find((start) => code >= start && code < start + 10);
      return zero === undefined ? digit : String(code - zero);
    });
}

/**
 * The terms of a question in their order, repeated as they are there: folded words, a word's parts after the whole word, pairs of
 * characters where no blanks are written.
 *
 * @example termsOf('Pay the SharePoint-Website') // ['pay', 'the', 'sharepointwebsite', 'sharepoint', 'share', 'point', 'website']
 * @example termsOf('請求書') // ['請求', '求書']
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const piece of withoutMarks(text).match(piecePattern) ?? []) {
    for (const term of densePattern.test(piece) ? pairsOf(piece) : wordsOf(piece)) terms.push(term);
  }
  return terms;
}

/** The terms of a text that is indexed, in the order in which they come first, with the number of times that each is there. */
export function termCountsOf(text: string): Map<string, number> {
  const pieces = new Map<string, number>();
  // Texts repeat their words, and to take a piece apart takes longer than to count it.
  for (const piece of withoutMarks(text).match(piecePattern) ?? []) pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  const terms = new Map<string, number>();
  for (const [piece, count] of pieces) {
    for (const term of densePattern.test(piece) ? pairsAndSingles(piece) : wordsOf(piece))
      terms.set(term, (terms.get(term) ?? 0) + count);
  }
  return terms;
}

/** Whether a term is of a dense script; it has no spelling that could be wrong. */
export function isDense(text: string): boolean {
  return densePattern.test(text);
}

/** Whether a term is a single character of a dense script: only an index has pairs that begin with it. */
export function isOneCharacter(term: string): boolean {
  return isDense(term) && clustersOf(term).length === 1;
}

/**
 * The runs of a text in scripts without blanks, each as its characters with all that is written around them.
 *
 * @example runsOf('付 PDF を見る') // [['付'], ['を', '見', 'る']]
 */
export function runsOf(text: string): string[][] {
  const pieces = withoutMarks(text).match(piecePattern) ?? [];
  return pieces.filter((piece) => densePattern.test(piece)).map(clustersOf);
}

/** Whether a term is one Chinese character: most are a word, or the part of one that carries its meaning, and indexes have them alone. */
export function isIdeograph(term: string): boolean {
  return ideographPattern.test(term);
}

function pairsOf(run: string): string[] {
  const clusters = clustersOf(run);
  return clusters.length < 2 ? clusters : clusters.slice(1).map((cluster, at) => `${clusters[at] ?? ''}${cluster}`);
}

/** Pairs of a run as an index has them, and what stands alone there: ideographs, and the last character, which can begin no pair. */
function pairsAndSingles(run: string): string[] {
  const clusters = clustersOf(run);
  if (clusters.length < 2) return clusters;
  const last = clusters.length - 1;
  return [...pairsOf(run), ...clusters.filter((cluster, at) => at === last || isIdeograph(cluster))];
}

function clustersOf(run: string): string[] {
  return run.toLowerCase().match(clusterPattern) ?? [];
}

/** Texts repeat their words; what was found out about them is kept, up to a size that no site needs. */
const known = new Map<string, readonly string[]>();
const mostKnown = 100_000;

function wordsOf(piece: string): readonly string[] {
  let terms = known.get(piece);
  if (!terms) {
    if (known.size >= mostKnown) known.clear();
    known.set(piece, (terms = splitWord(piece)));
  }
  return terms;
}

function splitWord(piece: string): string[] {
  const words = piece.split(/[-.@]/);
  const parts = words.flatMap((word) => {
    const pieces = partsOf(word);
    return pieces.length > 1 ? [word, ...pieces] : [word];
  });
  const all = words.length > 1 ? [words.join(''), ...parts] : parts;
  return all.map(fold).flatMap((word) => (word === '' ? [] : [word.slice(0, longest), ...stemOf(word)]));
}

/** `CaseHoldPolicy` → case, hold, policy; `Office365` → office, 365. Hexadecimal numbers stay whole. */
function partsOf(word: string): string[] {
  if (/^0x/i.test(word)) return [word];
  // Of a run of capitals at least the first ones always match.
  // eslint-disable-next-line regexp/no-super-linear-move
  return word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?(?:(?!\p{Lu})[\p{L}\p{M}])+|\p{N}+/gu) ?? [word];
}

/** Arabic and Hebrew write articles, prepositions and “and” in one with the word; what is left, without the ending where it is Arabic. */
function stemOf(word: string): string[] {
  const found =
    /^(?:و?(?:ال|بال|كال|فال|لل)|و)?(?=\p{Script=Arabic}{3})(.+)$/u.exec(word) ??
    /^ו?[הבכלמש]{1,2}(\p{Script=Hebrew}{3,})$/u.exec(word);
  const stem = found?.[1]?.replace(arabicEnding, '$1') ?? word;
  return stem === word ? [] : [stem];
}

/** A stretch of a text that is a term, or has several. */
export interface PlacedTerms {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly string[];
}

/** Where the terms of a text stand in it, so that they can be marked there. */
export function* placedTerms(text: string): Generator<PlacedTerms> {
  for (const { 0: piece, index } of text.matchAll(piecePattern)) {
    if (!densePattern.test(piece)) {
      for (const { 0: word, index: at } of piece.matchAll(/[^-.@]+/g)) {
        yield { start: index + at, end: index + at + word.length, terms: termsOf(word) };
      }
      continue;
    }
    const clusters = [...piece.matchAll(clusterPattern)];
    for (const [number, { 0: cluster, index: at }] of clusters.entries()) {
      const next = clusters[number + 1];
      const end = next === undefined ? at + cluster.length : next.index + next[0].length;
      const terms = termsOf(piece.slice(at, end));
      if (next !== undefined || clusters.length === 1) yield { start: index + at, end: index + end, terms };
    }
  }
}

/**
 * Short overlapping strings of a text, by which wordings can be compared: four characters of a word with its ends, two of a dense
 * script.
 *
 * @example gramsOf('pays') // ['_pay', 'pays', 'ays_']
 */
export function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (const piece of withoutMarks(text).match(piecePattern) ?? []) {
    if (densePattern.test(piece)) {
      for (const pair of pairsOf(piece)) grams.push(pair);
      continue;
    }
    for (const word of fold(piece).split(/[-.@]/)) {
      const framed = `_${word}_`;
      if (framed.length <= gramLength) grams.push(framed);
      else for (let at = 0; at + gramLength <= framed.length; at++) grams.push(framed.slice(at, at + gramLength));
    }
  }
  return grams;
}

const gramLength = 4;
