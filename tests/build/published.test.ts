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

test('another version of the templates makes another site', () => {
  const library = { topics: [], diagnostics: [], pages: { images: { used: new Map<string, string>() } } };
  const { folder, site } = writeSampleSite();
  const digests = ['v1', 'v1', 'v2'].map((version) =>
    inputsDigest(folder, site, library, { redirects: [] }, [version]),
  );
  expect(digests[1]).toBe(digests[0]);
  expect(digests[2]).not.toBe(digests[0]);
});

test('another title makes another site', () => {
  const library = { topics: [], diagnostics: [], pages: { images: { used: new Map<string, string>() } } };
  const digests = ['Sample Help', 'Other Help'].map((title) => {
    const { folder, site } = writeSampleSite({ title });
    return inputsDigest(folder, site, library, { redirects: [] }, ['v1']);
  });
  expect(digests[1]).not.toBe(digests[0]);
});
