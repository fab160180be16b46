/** The same sentence in all its languages, and the same name on the screen in all articles of one language. */
import type { Topic } from '../pipeline/types.ts';
import type { FileReference } from '../core/file-reference.ts';
import type { Label, Report } from './report.ts';
import type { RuleFacts } from './rule.ts';
import { attempt, failureOf, ruleNamed } from './rule-failed.ts';
import type { SetFinding } from './set-rules.ts';

/** An article's file as it is shown, its locale, and what was found in it. */
export interface Inspected {
  readonly file: string;
  /** Undefined where the file is no article of the site. */
  readonly locale: string | undefined;
  readonly report: Report;
}

export const lacksWhatOthersHave: RuleFacts = {
  name: 'lacks-what-others-have',
  why: 'Where all other languages kept a number, link or piece of code, the one that has not lost it.',
  severity: 'warning',
  precision: { read: 14, right: 12, note: 'the wrong ones are numbers spelt as words' },
};

/** So many other languages have to agree. */
const fewestOthers = 2;

/** Findings of `lacks-what-others-have` in the editions of one topic. */
export function findLacks(editions: readonly Inspected[]): SetFinding[] {
  return editions.flatMap((edition) =>
    attempt(
      () => lacksOf(edition, editions),
      (error) => failed(lacksWhatOthersHave, edition, error),
    ),
  );
}

function lacksOf({ file, report }: Inspected, editions: readonly Inspected[]): SetFinding[] {
  return report.lacks.flatMap(({ unit, what, place }) => {
    const original = report.originals[unit];
    const others = editions.filter((other) => other.file !== file && other.report.originals[unit] === original);
    const lack = others.some((other) => other.report.lacks.some((found) => found.unit === unit && found.what === what));
    if (others.length < fewestOthers || lack) return [];
    return [
      {
        rule: lacksWhatOthersHave.name,
        file,
        ...placeOf(place),
        segment: unit,
        message: `The ${what} of the original is missing here, and in none of the ${others.length} other translations.`,
        hint: 'Compare with the original.',
      },
    ];
  });
}

/** What is told of an edition at which a rule failed. */
function failed({ name }: RuleFacts, { file }: Inspected, error: unknown): SetFinding {
  return { file, ...failureOf(ruleNamed(name), error, 'it found nothing in this file') };
}

export const inconsistentLabel: RuleFacts = {
  name: 'inconsistent-label',
  why: 'A name on the screen has one translation. Where most articles agree on it, another one sends readers looking for what is not there.',
  severity: 'info',
  precision: { read: 10, right: 6, note: 'the wrong ones are labels of which a piece was marked' },
};

export const misplacedBold: RuleFacts = {
  name: 'misplaced-bold',
  why: 'Bold shows which words are on the screen. Machine translation moves it to the words beside them.',
  severity: 'warning',
  precision: { read: 20, right: 17, note: 'the wrong ones are other words that happen to be in the sentence' },
};

/** So many uses, and this share of them, make a translation the usual one. */
const usual = { uses: 4, share: 0.75 };

/** Findings of both rules about names, in all articles of one locale. */
export function findLabels(articles: readonly Inspected[]): SetFinding[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { report } of articles) {
    for (const { source, target } of report.labels) {
      const translations = counts.get(source.toLowerCase()) ?? new Map<string, number>();
      const key = target.toLowerCase();
      translations.set(key, (translations.get(key) ?? 0) + 1);
      counts.set(source.toLowerCase(), translations);
    }
  }
  const usualOf = new Map<string, string>();
  for (const [source, translations] of counts) {
    const all = translations.values().reduce((sum, count) => sum + count, 0);
    for (const [target, count] of translations)
      if (target !== '' && count >= usual.uses && count / all >= usual.share) usualOf.set(source, target);
  }
  const labelsOf = ({ file, report }: Inspected): SetFinding[] =>
    report.labels.flatMap((label) => {
      const expected = usualOf.get(label.source.toLowerCase());
      return expected === undefined ? [] : judge(label, expected, file);
    });
  return articles.flatMap((article) =>
    attempt(
      () => labelsOf(article),
      (error) => failed(inconsistentLabel, article, error),
    ),
  );
}

function judge({ source, target, sentence, unit, place }: Label, expected: string, file: string): SetFinding[] {
  const own = target.toLowerCase();
  if (own === expected) return [];
  const found = { file, ...placeOf(place), segment: unit };
  const words = sentence.toLowerCase();
  if (isWithin(own, expected) || (isWithin(words, expected) && !expected.includes(own))) {
    return [
      {
        ...found,
        rule: misplacedBold.name,
        message: `Bold is on “${target}”; for **${source}** it is usually on “${expected}”, which the sentence has too.`,
        hint: `Make “${expected}” bold, and nothing else.`,
      },
    ];
  }
  return [
    {
      ...found,
      rule: inconsistentLabel.name,
      message: `**${source}** is “${target}” here, and “${expected}” in most articles.`,
      hint: 'Use the words that are on the screen.',
    },
  ];
}

/** True where a text has these words among others. Without blanks between words nobody can tell where a name ends. */
function isWithin(text: string, words: string): boolean {
  if (words.length < 3 || /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words))
    return false;
  return ` ${text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')} `.includes(` ${words.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')} `);
}

function placeOf([line, column, endLine, endColumn]: Label['place']) {
  return { line, column, endLine, endColumn };
}

/** What a file is called in tables of files. */
export function keyOf({ root, path }: FileReference): string {
  return `${root}/${path}`;
}

/** The inspected editions of each topic, which `byFile` has under the keys of their files. */
export function editionsOf(topics: readonly Topic[], byFile: ReadonlyMap<string, Inspected>): Inspected[][] {
  return topics.map(({ articles }) =>
    Object.values(articles).flatMap((article) => {
      const found = article.side === 'target' ? byFile.get(keyOf(article.file)) : undefined;
      return found ? [found] : [];
    }),
  );
}
