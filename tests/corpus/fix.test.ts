/** The repairs written back into real hand-backs: done after one run, nothing else touched, nothing new. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/check/inspect.ts';
import type { Report } from '../../src/check/report.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { listFiles, readSource } from '../../src/pipeline/read.ts';
import { mendText } from '../../src/pipeline/repairs/mend-file.ts';
import { corpus, sayMissing } from './corpus.ts';

const settings = { sourceLocale: 'en-US', terms: [] };

/** One file of so many is enough to see all kinds of damage. */
const step = 4;

const kindsOf = ({ findings }: Report) =>
  findings.filter(({ severity }) => severity !== 'info').map(({ rule, segment }) => `${rule} ${segment ?? ''}`);

if (corpus === undefined) sayMissing('The corpus');

describe.skipIf(corpus === undefined)('the bilingual corpus', () => {
  const files =
    corpus === undefined ? [] : listFiles([join(corpus, 'bilingual')]).filter((_, index) => index % step === 0);

  test('is mended in one run, without new findings, and its English side stays', () => {
    const wrong: string[] = [];
    let mended = 0;
    for (const file of files) {
      const source = readSource(file);
      const { text } = mendText(source, settings.sourceLocale);
      if (text === source.text) continue;
      mended++;
      const after = { ...source, text };
      if (mendText(after, settings.sourceLocale).text !== text) wrong.push(`${file.path}: a second run changes it`);
      const [before, now] = [source, after].map((side) => extract(side, 'source', settings.sourceLocale).markdown);
      if (before !== now) wrong.push(`${file.path}: its English side has changed`);
      const report = inspect(after, settings);
      if (report.findings.some(({ fix }) => fix !== undefined)) wrong.push(`${file.path}: something is left to mend`);
      const known = new Set(kindsOf(inspect(source, settings)));
      for (const kind of kindsOf(report)) if (!known.has(kind)) wrong.push(`${file.path}: ${kind} is new`);
    }
    expect(mended).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
