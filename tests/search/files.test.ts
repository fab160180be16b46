import { expect, test } from 'vitest';
import { encoded } from '../../src/search/files.ts';

test.each([
  ['facture', 'facture'],
  ['請求', 'ɐ0rez0ldu'],
  ['청구', 'ɐ14fh0y98'],
  ['ใบ', 'ɔ0s1v0q'],
  ['बिल', 'ɔ0i181r1e'],
  ['अ1', 'ɔ0i05z001d'],
  ['a่', 'ɔ002pz02tk'],
])('%s goes in as %s', (term, expected) => {
  expect(encoded(term)).toBe(expected);
});

test.each(['ใบแจ้งหนี้', 'चालान', 'ဘေလ်', 'វិក្កយបត្រ', '請求書', '청구서', 'अ1ब', '𠮷野家'])(
  'the beginnings of %s stay beginnings, and no other word is the same',
  (term) => {
    const letters = Array.from(term);
    const starts = letters.map((_, at) => encoded(letters.slice(0, at + 1).join('')));
    for (const start of starts) expect(encoded(term).startsWith(start)).toBe(true);
    expect(new Set(starts).size).toBe(letters.length);
  },
);
