import { type UnitRule } from '../rule.ts';

export const repeatedWord: UnitRule = {
  name: 'repeated-word',
  why: 'A word that stands twice is what is left when a sentence was put together from pieces.',
  severity: 'warning',
  precision: { read: 12, right: 11, note: 'a noun and a verb that are spelt alike' },
  find: ({ source, target, locale }) => {
    if (/\b(\p{L}{2,60}) +\1\b/iu.test(source.inline.prose)) return [];
    const allowed = meant[locale.tag.split('-', 1)[0] ?? ''] ?? noWords;
    return [
      ...target.inline.prose.matchAll(
        /(?<![\p{L}\p{N}\p{M}'’._-])([\p{L}\p{M}]{2,60}) +\1(?![\p{L}\p{N}\p{M}'’_-])/giu,
      ),
    ]
      .filter(({ 0: text, 1: word = '', index }) => {
        // Markup between the two, or a name: `Microsoft Microsoft Edge` is put together well.
        const isOneRun = target.markdown.slice(index, index + text.length) === text;
        return isOneRun && !/^\p{Lu}/u.test(word) && !allowed.has(word.toLowerCase());
      })
      .map(({ 0: text, 1: word, index }) => ({
        start: index,
        end: index + text.length,
        message: `The word \`${word ?? ''}\` stands twice.`,
        hint: 'Remove one of the two.',
      }));
  },
  examples: [
    { source: 'Open the menu.', target: 'Ouvrez le le menu.', found: ['le le'] },
    { source: 'You see it.', target: 'Vous vous en rendez compte.', found: [] },
    { source: 'The auto_increment', target: 'Variable auto_increment increment', found: [] },
    { source: 'Walla Walla office', target: 'Bureau de Walla Walla', found: [] },
  ],
};

const noWords: ReadonlySet<string> = new Set();

/** Words that do stand twice in good sentences. */
const meant: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(['vous', 'nous']),
  de: new Set(['die', 'der', 'das', 'sie', 'den', 'dem']),
  nl: new Set(['die', 'dat', 'je', 'u', 'ze', 'van', 'in', 'op']),
  nb: new Set(['det', 'den', 'de', 'som', 'for']),
  es: new Set(['se']),
  sv: new Set(['det', 'den', 'som']),
  da: new Set(['det', 'den', 'der', 'som', 'for']),
};
