import { describe, expect, test } from 'vitest';
import { file } from '../../support.ts';
import { french, name, old, run } from './run.ts';

describe('locales', () => {
  const source = file({ 'ms.contentlocale': 'en-US', 'ms.lasthandoff': '04/02/2026' }, '# Pay\n');
  const evil = (locale: string) => file({ 'ms.contentlocale': locale, 'ms.lasthandoff': '11/03/2026' }, '# Evil\n');

  test.each<[what: string, path: string, text: string, outcome: string]>([
    ['the header', 'pay.md', evil('en-US'), 'failed'],
    ['the header, in another case', 'pay.md', evil('EN-us'), 'failed'],
    ['the header, quoted', 'pay.md', evil('"en-US"'), 'failed'],
    ['the path', 'en-US/pay.md', evil('').replace('ms.contentlocale: \n', ''), 'failed'],
    ['the path, in another case', 'EN-us/pay.md', evil('').replace('ms.contentlocale: \n', ''), 'failed'],
    ['the path, where the header is no locale', 'en-US/pay.md', evil('en_US'), 'failed'],
    ['the path, where there is no header', 'en-US/pay.md', '# Evil\n', 'kept'],
    ['the end of the name', 'pay.en-us.md', evil('').replace('ms.contentlocale: \n', ''), 'failed'],
    ['a slug', name, evil('en-US').replace('---\n# ', 'slug: pay\n---\n# '), 'failed'],
    ['the future', 'en-US/pay.md', evil('en-US').replace('2026', '2099'), 'kept'],
  ])('no file of a drop replaces the source, told by %s', (_what, path, text, outcome) => {
    const { results, added, read } = run({ 'en-US/pay.md': source }, { [path]: text });
    expect([results, added, read('en-US/pay.md')]).toEqual([[[outcome, undefined]], [], source]);
  });

  test('nor one without a date, where the source has none either', () => {
    const { results, read } = run({ 'en-US/pay.md': '# Pay\n' }, { 'en-US/pay.md': '# Evil\n' });
    expect([results, read('en-US/pay.md')]).toEqual([[['failed', undefined]], '# Pay\n']);
  });

  test('the language of the source alone is another locale', () => {
    const { results, read } = run({ 'en-US/pay.md': source }, { 'pay.md': evil('en') });
    expect([results, read('en-US/pay.md')]).toEqual([[['new', 'en/pay.md']], source]);
  });

  test('a translation whose source is only recovered gets none either', () => {
    const { results, reasons, added } = run({ 'fr-FR/pay.md': old }, { 'en-US/pay.md': evil('en-US') });
    expect([results, added]).toEqual([[['failed', undefined]], []]);
    expect(reasons).toEqual([expect.stringContaining('--allow-source')]);
  });

  test('the source is replaced where that is asked for', () => {
    const given = run({ 'en-US/pay.md': source }, { 'en-US/pay.md': evil('en-US') }, { allowSource: true });
    expect([given.results, given.read('en-US/pay.md')]).toEqual([[['changed', 'en-US/pay.md']], evil('en-US')]);
  });

  test('a source that is asked for must be newer, and from no other time', () => {
    const older = source.replace('2026', '2025');
    const future = source.replace('2026', '2099');
    for (const [text, outcome] of [
      [older, 'kept'],
      [future, 'kept'],
    ] as const) {
      const given = run({ 'en-US/pay.md': source }, { 'en-US/pay.md': text }, { allowSource: true });
      expect([given.results, given.read('en-US/pay.md')]).toEqual([[[outcome, undefined]], source]);
    }
  });

  test('the same source in a drop is no trouble', () => {
    expect(run({ 'en-US/pay.md': source }, { 'en-US/pay.md': source }).results).toEqual([
      ['unchanged', 'en-US/pay.md'],
    ]);
  });

  test('a new source article is an article like any other', () => {
    expect(run({}, { 'en-US/pay.md': source }).results).toEqual([['new', 'en-US/pay.md']]);
  });

  test.each([
    ['the source', 'en-US/pay.md', evil('en-US')],
    ['another translation', 'de-DE/pay.md', evil('de-DE')],
    ['its language elsewhere', 'fr-CA/pay.md', evil('fr-CA')],
    ['its language alone', 'fr/pay.md', evil('fr')],
    ['a header that says otherwise than the path', 'fr-FR/pay.md', evil('de-DE')],
  ])('a drop keeps to the locale that was asked for: %s', (_what, path, text) => {
    const given = run(
      { 'en-US/pay.md': source },
      { [path]: text, 'fr-FR/payer.md': french({}) },
      { locales: new Set(['fr-FR']) },
    );
    expect(given.results).toEqual([
      ['failed', undefined],
      ['new', 'fr-FR/payer.md'],
    ]);
    expect(given.reasons[0]).toContain('expected fr-FR');
    expect(given.added).toEqual(['fr-FR/payer.md']);
  });

  test('a file that is refused leads no other one to a wrong place', () => {
    const dropped = { 'a.md': evil('de-DE').replace('---\n# ', 'slug: refund\n---\n# '), 'refund.md': french({}) };
    const given = run({ 'fr-FR/a.md': french({}), 'fr-FR/refund.md': french({ title: 'b' }) }, dropped, {
      locales: new Set(['fr-FR']),
    });
    expect(given.results).toEqual([
      ['failed', undefined],
      ['changed', 'fr-FR/refund.md'],
    ]);
  });

  test.each([
    ['a new one', {}, 'fr-FR/x/payer.md', 'new'],
    [
      'a version of one that says its locale itself',
      { 'misc/pay.md': french({ slug: 'payer' }) },
      'fr-FR/pay.md',
      'failed',
    ],
  ])('a locale that only the path tells is not lost: %s', (_what, content, path, outcome) => {
    const text = path === 'fr-FR/pay.md' ? '---\nslug: payer\n---\n# Payer vite\n' : '# Payer vite\n';
    expect(run(content, { [path]: text }).results.map(([what]) => what)).toEqual([outcome]);
  });
});

describe('dates', () => {
  const dated = (day: string | undefined, text: string, more: Record<string, string> = {}) =>
    french({ ...(day === undefined ? {} : { 'ms.lasthandoff': day }), ...more }, `# ${text}\n`);

  test.each<[what: string, before: string | undefined, now: string | undefined, outcome: string]>([
    ['newer', '04/02/2026', '11/03/2026', 'changed'],
    ['today', '04/02/2026', '11/28/2026', 'changed'],
    ['tomorrow, which it is somewhere', '04/02/2026', '2026-11-29', 'changed'],
    ['older', '11/03/2026', '04/02/2026', 'kept'],
    ['of the same day', '11/03/2026', '11/03/2026', 'kept'],
    ['none at all', '11/03/2026', undefined, 'kept'],
    ['none, as the content', undefined, undefined, 'changed'],
    ['a date, unlike the content', undefined, '11/03/2026', 'changed'],
    ['the day after tomorrow', '04/02/2026', '11/30/2026', 'kept'],
    ['another century', '04/02/2026', '01/01/2099', 'kept'],
    ['another century, in two digits', '04/02/2026', '1/1/99', 'kept'],
    ['another millennium', '04/02/2026', '9999-12-31', 'kept'],
    ['the future, and the content has none', undefined, '01/01/2099', 'failed'],
    ['the future, as the content', '01/01/2098', '01/01/2099', 'failed'],
    ['true, and the content has one of the future', '01/01/2099', '11/03/2026', 'changed'],
  ])('a version with %s', (_what, before, now, outcome) => {
    const [there, given] = [dated(before, 'Payer'), dated(now, 'Payer vite')];
    const { results, read } = run({ 'fr-FR/pay.md': there }, { 'pay.md': given });
    expect(results.map(([what]) => what)).toEqual([outcome]);
    expect(read('fr-FR/pay.md')).toBe(outcome === 'changed' ? given : there);
  });

  test('a translation from the future does not join an article, whose recovered source it would be for ever', () => {
    const { results, added } = run(
      { 'fr-FR/pay.md': old },
      { 'ja-JP/pay.md': dated('01/01/2099', 'x', { 'ms.contentlocale': 'ja-JP' }) },
    );
    expect([results, added]).toEqual([[['failed', undefined]], []]);
  });

  test('of three versions in one drop the one with a date that can be true stays', () => {
    // An id in common: what shares a slug alone may be two articles.
    const slug = { slug: 'pay', 'ms.assetid': '7302' };
    const dropped = {
      '001_aaaaaaaaaaaaaaaa.md': dated('01/01/2099', 'future', slug),
      '002_bbbbbbbbbbbbbbbb.md': dated(undefined, 'none', slug),
      '003_cccccccccccccccc.md': dated('11/03/2026', 'now', slug),
    };
    const { results, read, added } = run({}, dropped);
    expect(results.map(([what]) => what)).toEqual(['new', 'kept', 'kept']);
    expect([added, read('fr-FR/pay.md')]).toEqual([['fr-FR/pay.md'], dropped['003_cccccccccccccccc.md']]);
  });
});
