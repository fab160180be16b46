/** What a card says about a translation, in the words of agents. Pure. */
import type { Card } from '../../exports/card.ts';
import type { State, Translation } from '../../pipeline/types.ts';

export interface Remark {
  readonly text: string;
  /** `good`: fit to send; `care`: read it first; `bad`: think twice. */
  readonly tone: 'good' | 'care' | 'bad';
}

const kinds: Readonly<Record<Translation, Remark>> = {
  human: { text: 'Human translation', tone: 'good' },
  source: { text: 'Original', tone: 'good' },
  machine: { text: 'Machine translation', tone: 'care' },
  recovered: { text: 'Original, recovered from a translation', tone: 'care' },
  unknown: { text: 'Translation of unknown kind', tone: 'care' },
};

const states: Readonly<Record<State, Remark>> = {
  current: { text: 'Up to date', tone: 'good' },
  'same-shape': { text: 'From an older version of the same structure', tone: 'care' },
  behind: { text: 'Behind the original', tone: 'bad' },
};

/** @param language the customer's, in words */
export function remarksOn({ translation, state, errors = 0, warnings = 0, page }: Card, language: string): Remark[] {
  if (translation === undefined) {
    const shown = page === undefined ? 'the original' : 'another language';
    return [{ text: `Not in ${language}: customers get ${shown}`, tone: 'bad' }];
  }
  const remarks = [kinds[translation], states[state ?? 'current']];
  if (errors > 0) remarks.push({ text: counted(errors, 'error'), tone: 'bad' });
  if (warnings > 0) remarks.push({ text: counted(warnings, 'warning'), tone: 'care' });
  return remarks;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
