/** What one locale and the source teach: paraphrases of both, and terms that are the translation of each other. */
import { compareText } from '../../core/diagnostics.ts';
import { isListOf, isNumber, isRecord, isText } from '../../core/stored.ts';
import { termCountsOf, isDense } from '../words.ts';
import type { IndexedTexts, ParallelTexts } from './parallel.ts';
import { type Paraphrase, Paraphrases } from './paraphrases.ts';
import { learnTranslations, type Translations, withoutJunctions } from './translations.ts';

/** Two terms of one language, the first one before the second, and how alike their meanings are, from 0 to 1. */
export type AlikeTerms = readonly [term: string, other: string, likeness: number];

/** Kept from one build to the next, so it is plain JSON; all lists are sorted. */
export interface Lesson {
  readonly source: readonly AlikeTerms[];
  readonly own: readonly AlikeTerms[];
  /** Pairs of which either term is the best translation of the other: the source's term and the locale's. */
  readonly translations: readonly (readonly [source: string, own: string])[];
}

/** Likeness from which on paraphrases are sure: found by looking at samples of them in six languages. */
const sure = 0.08;
/** Of forms of one word, which begin in the same way. */
const sureForms = 0.04;
/** Of a word of another script, which is most often a name that stands beside the term. */
const sureAcrossScripts = 0.15;
/** Of terms of the source, which other locales have to confirm. */
const worthConfirming = 0.02;
/** Product of the probabilities of a best translation that is sure. */
const sureTranslation = 0.1;

export function learnFrom(texts: ParallelTexts): Lesson {
  const translations = learnTranslations(texts);
  const ofWords = withoutJunctions(translations);
  const source = new Paraphrases(translations).among('source', worthConfirming);
  const own = new Paraphrases(ofWords).among('translation', sureForms);
  // Words of another script that stand in texts without blanks are left from the source.
  const isOwn = texts.translation.isMostlyDense ? isDense : (): boolean => true;
  return {
    source: named(source, translations.source),
    own: named(own, translations.translation).filter((pair) => isSure(pair) && (isOwn(pair[0]) || isOwn(pair[1]))),
    translations: bestTranslations(ofWords).filter(([, term]) => isOwn(term)),
  };
}

function named(paraphrases: readonly Paraphrase[], { names }: IndexedTexts): AlikeTerms[] {
  return paraphrases
    .map(({ term, other, likeness }) => alike(names[term] ?? '', names[other] ?? '', likeness))
    .filter(([term, other]) => !isWithin(term, other) && !isWithin(other, term))
    .sort(compareTerms);
}

export function alike(one: string, other: string, likeness: number): AlikeTerms {
  return one < other ? [one, other, rounded(likeness)] : [other, one, rounded(likeness)];
}

/** The order of lists. */
export function compareTerms(
  one: readonly [string, string, ...unknown[]],
  other: readonly [string, string, ...unknown[]],
): number {
  return compareText(one[0], other[0]) || compareText(one[1], other[1]);
}

/** Few digits, so that what is kept says nothing of the order in which numbers were added. */
function rounded(likeness: number): number {
  return Math.round(likeness * 1000) / 1000;
}

/** Whether a question for one term asks for the other anyway, as for the word without its Arabic article. */
function isWithin(term: string, other: string): boolean {
  return termCountsOf(term).has(other);
}

function isSure([term, other, likeness]: AlikeTerms): boolean {
  if (isDense(term) !== isDense(other)) return likeness >= sureAcrossScripts;
  return likeness >= (areForms(term, other) ? sureForms : sure);
}

/** Letters that two forms of one word have in common at least, and their share of the longer one. */
const sharedLetters = 4;
const sharedPart = 0.6;

function areForms(term: string, other: string): boolean {
  let shared = 0;
  while (shared < term.length && term[shared] === other[shared]) shared++;
  return shared >= sharedLetters && shared >= Math.max(term.length, other.length) * sharedPart;
}

function bestTranslations({ source, translation, from, to, forward, backward }: Translations): Lesson['translations'] {
  const product = (pair: number): number => rounded((forward[pair] ?? 0) * (backward[pair] ?? 0));
  const best = (terms: Int32Array, count: number): Int32Array => {
    const pairs = new Int32Array(count).fill(-1);
    for (const [pair, term] of terms.entries()) {
      const known = pairs[term] ?? -1;
      if (known === -1 || product(pair) > product(known)) pairs[term] = pair;
    }
    return pairs;
  };
  const [ofSource, ofTranslation] = [best(from, source.names.length), best(to, translation.names.length)];
  const found: [string, string][] = [];
  for (const pair of ofSource) {
    if (pair === -1 || ofTranslation[to[pair] ?? 0] !== pair || product(pair) < sureTranslation) continue;
    const term = source.names[from[pair] ?? -1] ?? '';
    const own = translation.names[to[pair] ?? -1] ?? '';
    // A name, or a word that is often left as it is.
    if (term !== own) found.push([term, own]);
  }
  return found.sort(compareTerms);
}

/** Whether a value that was kept is a lesson. */
export function isLesson(value: unknown): value is Lesson {
  return (
    isRecord(value) &&
    isListOf(value['source'], isAlike) &&
    isListOf(value['own'], isAlike) &&
    isListOf(value['translations'], isTranslation)
  );
}

function isAlike(value: unknown): value is AlikeTerms {
  return Array.isArray(value) && value.length === 3 && isText(value[0]) && isText(value[1]) && isNumber(value[2]);
}

function isTranslation(value: unknown): value is [string, string] {
  return isListOf(value, isText) && value.length === 2;
}
