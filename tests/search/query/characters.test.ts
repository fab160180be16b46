import { describe, expect, test } from 'vitest';
import { aloneIn, charactersOf, isAskedFor, meaningsOf } from '../../../src/search/query/characters.ts';
import type { Meanings } from '../../../src/search/query/rank.ts';
import { rank } from '../../../src/search/query/rank.ts';

const isNone = (): boolean => false;

/** What is asked for each character, worthiest first. */
function askedFor(run: string, { functionWords = '', isKana = false } = {}): string[] {
  const isFunctionWord = (character: string): boolean => functionWords.includes(character);
  return charactersOf([Array.from(run)], isFunctionWord, isKana).map(({ alone, pairs }) => {
    const all = [...pairs, ...(alone === undefined ? [] : [alone])].sort((a, b) => b.trust - a.trust);
    return all.map(({ term }) => term).join(' ');
  });
}

describe('each character asks for the pairs that have it', () => {
  test.each([
    ['請求書', {}, ['請求 請', '請求 求書 求', '求書 書']],
    ['付', {}, ['付']],
    ['사용자', {}, ['사용', '사용 용자', '용자']],
    ['カード', {}, ['カー', 'カー ード', 'ード']],
    // Endings and particles say less than what they follow.
    ['払いを', {}, ['払 払い', '払い いを', 'いを']],
    ['を払', {}, ['を払', '払 を払']],
    ['はがき', { isKana: true }, ['はが', 'はが がき', 'がき']],
    // A character that is a function word asks for nothing, and may be part of a word.
    ['會計', { functionWords: '會' }, ['計 會計']],
    ['票的錢', { functionWords: '的' }, ['票 票的', '錢 的錢']],
    ['的', { functionWords: '的' }, ['的']],
  ])('%s %j', (run, options, asked) => {
    expect(askedFor(run, options)).toEqual(asked);
  });

  test('the same characters with the same beside them count once', () => {
    const run = Array.from('請求');
    expect(charactersOf([run, run], isNone, false)).toHaveLength(2);
  });
});

describe('characters that are asked for alone', () => {
  const characters = charactersOf([Array.from('發票付')], isNone, false);

  test.each([
    ['發票', ['付']],
    ['', ['發', '票', '付']],
    ['發票 票付', []],
  ])('where articles have the pairs “%s”: %j', (known, alone) => {
    expect(aloneIn(characters, (pair) => known.split(' ').includes(pair))).toEqual(alone);
  });
});

test.each([
  ['發票付', ['發票'], [true, true, false]],
  ['付', ['付'], [true]],
  ['付', ['發票'], [false]],
])('of %s, with %j asked for, these characters are: %j', (run, terms, are) => {
  const characters = charactersOf([Array.from(run)], isNone, false);
  expect(characters.map((character) => isAskedFor(character, new Set(terms)))).toEqual(are);
});

describe('articles are ranked', () => {
  /** Scores of articles by their terms. */
  function scores(question: string, articles: readonly (readonly string[])[]): number[] {
    const ofTerm = (term: string): Meanings => {
      const having = articles.flatMap((terms, article) => (terms.includes(term) ? [{ article, impact: 1 }] : []));
      return [{ postings: having, trust: 1 }];
    };
    const ranked = rank(
      meaningsOf(charactersOf([Array.from(question)], isNone, false), ofTerm),
      new Map(),
      articles.length,
    );
    return articles.map((_, article) => ranked.find((each) => each.article === article)?.score ?? 0);
  }

  test('a pair where two words meet that is no rarer than they are adds nothing to them', () => {
    const [apart, together] = scores('退款帳單', [['退款', '帳單'], ['退款', '款帳', '帳單'], ['款帳']]);
    expect(together).toBeCloseTo(apart ?? NaN);
  });

  test('one that has a word with another ending is found before one that has only the ending', () => {
    const [word, ending] = scores('払えない', [['支払', '払う', '払'], ['ない']]);
    expect(word).toBeGreaterThan(ending ?? NaN);
  });
});
