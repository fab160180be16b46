import type { Locale } from '../../core/locales.ts';
import { type Unit, type UnitRule, wholeOf } from '../rule.ts';

/** Words without which hardly any English sentence gets by. */
const english =
  /\b(?:the|a|an|to|of|and|in|is|be|you|your|for|on|with|are|can|this|that|see|how|from|or|if|by|not|it)\b/i;

/** Below this many words a sentence may well be a name that stays as it is. */
const fewest = 5;

export const untranslated: UnitRule = {
  name: 'untranslated',
  why: 'A sentence that was left in the language of the original cannot be read by those who came for the translation.',
  severity: 'warning',
  precision: { read: 59, right: 58, note: 'the wrong one is the title of a page elsewhere' },
  find: (unit) => {
    if (!isUntranslated(unit)) return [];
    return [{ ...wholeOf(unit.target), message: 'The sentence is not translated.', hint: 'Translate it.' }];
  },
  examples: [
    {
      source: 'You can pay your invoice by card.',
      target: 'You can pay your invoice by card.',
      found: ['You can pay your invoice by card.'],
    },
    { source: 'Nimbus Billing Portal Premium Plan', target: 'Nimbus Billing Portal Premium Plan', found: [] },
    {
      source: 'Run Get-Mailbox -Identity x | Format-List',
      target: 'Run Get-Mailbox -Identity x | Format-List',
      found: [],
    },
    { source: 'You can pay your invoice by card.', target: 'Vous pouvez payer votre facture par carte.', found: [] },
    {
      source: 'You can pay your invoice by card.',
      target: 'You can pay invoice by card',
      found: ['You can pay invoice by card'],
      locale: 'th-TH',
    },
  ],
};

function isUntranslated({ source, target, locale, sourceLanguage }: Unit): boolean {
  // Quotations in a third language belong there.
  if (sourceLanguage === 'en' && !english.test(source.inline.prose)) return false;
  const [own, original] = [source.inline, target.inline].map(({ plain }) =>
    plain.replace(/[\s.:,;!?。]+/g, ' ').trim(),
  );
  if (own === undefined || original === undefined) return false;
  if (own.toLowerCase() !== original.toLowerCase() && !lacksScript(target.inline.plain, locale)) return false;
  return plainWords(target.inline.prose) >= fewest;
}

/** True where a text of a language with letters of its own has none of them. */
function lacksScript(text: string, { script }: Locale): boolean {
  const letters = lettersOf[script];
  return letters !== undefined && !letters.test(text);
}

const lettersOf: Readonly<Record<string, RegExp>> = {
  Arab: /\p{Script=Arabic}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Kore: /\p{Script=Hangul}/u,
  Thai: /\p{Script=Thai}/u,
};

/** Words that are no names, codes or parts of commands. */
function plainWords(prose: string): number {
  if (/(?<![\w-])[A-Z][a-z]+-[A-Z]\w+|https?:|[|={};\\]/.test(prose)) return 0;
  return prose.match(/(?<![\w.@/\\-])\p{Ll}{2,}(?![\w@/\\]|\.\w)/gu)?.length ?? 0;
}
