/** Function words of languages, for the index: what browsers are told of a language, they are told in the index of a locale. */
import questionWords from './function-words.json' with { type: 'json' };

/** What questions are made of; by BCP 47 language, with a script where a language is written in several. */
const lists: Readonly<Record<string, readonly string[]>> = questionWords;

/** The function words of some languages, each once, sorted; none of languages that have no list. */
export function functionWordsOf(tags: readonly string[]): string[] {
  return [...new Set(tags.flatMap(wordsOf))].sort();
}

function wordsOf(tag: string): readonly string[] {
  const { language, script } = new Intl.Locale(tag).maximize();
  return lists[`${language}-${script}`] ?? lists[language === 'no' ? 'nb' : language] ?? [];
}
