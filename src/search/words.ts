/** Words of a text, the same when the index is built and when a reader asks. */

const segmenters = new Map<string, Intl.Segmenter>();
const withoutSpaces =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Puts a space between the words of scripts that write none (Thai, Lao, Khmer, Burmese, Chinese, Japanese); text in other
 * scripts comes back as it is.
 */
export function separateWords(text: string, language: string): string {
  if (!withoutSpaces.test(text)) return text;
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'word' })));
  let result = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    result += isWordLike === true && withoutSpaces.test(segment) ? ` ${segment} ` : segment;
  }
  return result.replace(/ {2,}/g, ' ');
}

/**
 * The language code under which a locale's index is kept. Pagefind would split these languages itself, differently when
 * indexing and when searching; under a private code it leaves our words alone.
 */
export function indexLanguage(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return ['zh', 'ja', 'th'].includes(language) ? `q${language}` : language;
}
