/** Function words of languages, for the index: what browsers are told of a language, they are told in the index of a locale. */
import { listNamesOf } from './listed-language.ts';
import questionWords from './function-words.json' with { type: 'json' };

/** What questions are made of; by BCP 47 language, with a script where a language is written in several. */
const lists: Readonly<Record<string, readonly string[]>> = questionWords;

/** What says something in a language and is a function word of another one: to print is `in` in Vietnamese, a flight `let` in Czech. */
const meaningful: Readonly<Record<string, readonly string[]>> = {
  cs: ['let'],
  da: ['by'],
  et: ['must'],
  fr: ['lot', 'lots'],
  hr: ['let'],
  nb: ['by'],
  nl: ['as'],
  pl: ['lot'],
  ro: ['an', 'lot'],
  sk: ['let'],
  sl: ['let'],
  sr: ['let'],
  sv: ['by'],
  vi: ['an', 'in', 'so', 'the'],
};

/** The function words of a language and of others, each once, sorted; none of languages that have no list. */
export function functionWordsOf([own, ...others]: readonly string[]): string[] {
  if (own === undefined) return [];
  const kept = listIn(meaningful, own);
  const ofOthers = others.flatMap(wordsOf).filter((word) => !kept.includes(word));
  return [...new Set([...wordsOf(own), ...ofOthers])].sort();
}

function wordsOf(tag: string): readonly string[] {
  return listIn(lists, tag);
}

function listIn(all: Readonly<Record<string, readonly string[]>>, tag: string): readonly string[] {
  return listNamesOf(tag).flatMap((name) => (Object.hasOwn(all, name) ? [all[name] ?? []] : []))[0] ?? [];
}
