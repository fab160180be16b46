import { neutralForms, type Side } from '../language-in-address.ts';
import { lostTokens } from '../lost.ts';
import type { Match, Unit, UnitRule } from '../rule.ts';
import { itemAt, pairsOf } from '../../lists.ts';

export const changedUrl: UnitRule = {
  name: 'changed-url',
  why: 'A changed address leads to another page or to none. Only the part that names the language may differ.',
  severity: 'warning',
  precision: {
    read: 7,
    right: 6,
    note: 'all there were in six sets of other generators; the wrong one is an address without `../`',
  },
  find: (unit) => [
    ...lostTokens(unit, 'url', {
      called: 'The address',
      same: (text) => text.toLowerCase(),
      formsOf: (url, side) => formsOf(url, side, unit),
    }),
    ...lostLinks(unit),
  ],
  examples: [
    {
      source: 'See https://a.example/pay now.',
      target: 'Voir https://a.example/payer maintenant.',
      found: ['https://a.example/payer'],
    },
    { source: 'See [here](https://a.example/en-us/x).', target: 'Voir [ici](https://a.example/fr-fr/x).', found: [] },
    {
      source: 'See [here](https://a.example/x).',
      target: 'Voir [ici](https://a.example/y).',
      found: ['[ici](https://a.example/y)'],
    },
    {
      source: 'See [here](https://a.example/en/x).',
      target: 'Voir [ici](https://a.example/de/x).',
      found: ['[ici](https://a.example/de/x)'],
    },
    {
      source: 'See [here](https://en.wikipedia.org/wiki/Tax).',
      target: 'Voir [ici](https://fr.wikipedia.org/wiki/Imp%C3%B4t).',
      found: [],
    },
  ],
};

function formsOf(url: string, side: Side, { sourceLanguage, locale }: Unit): string[] {
  return neutralForms(url, side, [sourceLanguage, locale.tag]);
}

function lostLinks(unit: Unit): Match[] {
  const wanted = unit.source.inline.links.map(({ url }) => url ?? '');
  const there = unit.target.inline.links;
  // Where their number differs, another rule says so.
  if (wanted.length !== there.length) return [];
  const byForm = new Map<string, number[]>();
  for (const [index, url] of wanted.entries())
    for (const form of formsOf(url, 'source', unit)) {
      const indices = byForm.get(form);
      if (indices) indices.push(index);
      else byForm.set(form, [index]);
    }
  const left = new Set(wanted.keys());
  /** Takes the first address of the original that has one of the forms; each counts once. */
  const take = (forms: readonly string[]): boolean => {
    for (const form of forms) {
      const indices = byForm.get(form) ?? [];
      while (indices.length > 0) if (left.delete(indices.shift() ?? -1)) return true;
    }
    return false;
  };
  const foreign = there.filter(({ url }) => !take(formsOf(url ?? '', 'target', unit)));
  const lost = Array.from(left, (index) => itemAt(wanted, index));
  return pairsOf(foreign, lost).map(([link, original]) => ({
    start: link.start,
    end: link.end,
    message: `The link leads to \`${link.url ?? ''}\`, that of the original to \`${original}\`.`,
    hint: 'Take the address of the original over.',
  }));
}
