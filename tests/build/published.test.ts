import { expect, test } from 'vitest';
import { inputsDigest } from '../../src/build/published.ts';
import { writeSampleSite } from '../ui/sample-site.ts';

test('which thread was first makes no other site', () => {
  const library = { topics: [], diagnostics: [], pages: { images: { used: new Map<string, string>() } } };
  const inputsFrom = ({ folder, site }: ReturnType<typeof writeSampleSite>) =>
    inputsDigest(folder, site, library, { redirects: [] }, ['v1']);
  const sorted = inputsFrom(writeSampleSite());
  const reversed = inputsFrom(writeSampleSite({}, (items) => items.toReversed()));
  expect(reversed).toBe(sorted);
});
