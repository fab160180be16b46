import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { file, folderOf } from '../../support.ts';
import { french, fresh, name, old, run } from './run.ts';

describe('one place', () => {
  test('a drop that is named twice comes once', () => {
    const { results, added } = run(
      { 'fr-FR/billing/pay.md': old },
      { [name]: fresh },
      { drops: (drop) => [drop, drop] },
    );
    expect(results).toEqual([
      ['changed', 'fr-FR/billing/pay.md'],
      ['unchanged', 'fr-FR/billing/pay.md'],
    ]);
    expect(added).toEqual([]);
  });

  test('a file that a drop has twice comes once', () => {
    const { results, added } = run({}, { [name]: old, [`again/${name}`]: old });
    expect(results).toEqual([
      ['new', 'fr-FR/pay-now.md'],
      ['unchanged', 'fr-FR/pay-now.md'],
    ]);
    expect(added).toEqual(['fr-FR/pay-now.md']);
  });

  test.each(['pay-now', 'PAY-NOW', 'pay now'])(
    'an article does not take the file of another by its slug: %s',
    (slug) => {
      const evil = french({ slug, 'ms.custom': '9999', 'ms.lasthandoff': '11/03/2026' }, '# <a name="evil"></a>Evil\n');
      const { results, reasons, added, read } = run({ 'fr-FR/pay-now.md': old }, { [name]: evil });
      expect([results, added, read('fr-FR/pay-now.md')]).toEqual([[['failed', undefined]], [], old]);
      expect(reasons).toEqual([expect.stringContaining('another article')]);
    },
  );

  test.each([
    ['in another language', 'de-DE', french({ slug: 'pay-now', 'ms.contentlocale': 'de-DE' }, '# Evil\n')],
    ['without ids', 'fr-FR', french({ slug: 'pay-now', 'ms.lasthandoff': '11/03/2026' }, '# Evil\n')],
  ])('nor %s', (_what, _locale, evil) => {
    const { results, added, read } = run({ 'fr-FR/pay-now.md': old }, { [name]: evil });
    expect([results, added, read('fr-FR/pay-now.md')]).toEqual([[['failed', undefined]], [], old]);
  });

  test('nor by its path, where both have ids', () => {
    const evil = french({ 'ms.custom': '9999', 'ms.lasthandoff': '11/03/2026' }, '# Evil\n');
    const { results, read } = run({ 'fr-FR/pay-now.md': old }, { 'fr-FR/pay-now.md': evil });
    expect([results, read('fr-FR/pay-now.md')]).toEqual([[['failed', undefined]], old]);
  });

  test('a version that has the slug and an id of its article replaces it', () => {
    const { results } = run(
      { 'fr-FR/pay-now.md': old },
      { [name]: fresh.replace('---\n# ', 'slug: pay-now\n---\n# ') },
    );
    expect(results).toEqual([['changed', 'fr-FR/pay-now.md']]);
  });

  test('a path of one article and the slug of another belong to neither, and lead no third file astray', () => {
    const content = { 'fr-FR/pay.md': dated('Payer'), 'fr-FR/refund.md': dated('Rembourser') };
    const dropped = {
      'pay.md': dated('Evil', { slug: 'refund' }),
      'x/refund.md': dated('Rembourser vite', { slug: 'refund' }),
    };
    const { results, read } = run(content, dropped);
    expect(results.map(([what]) => what).sort()).toEqual(['changed', 'failed']);
    expect(read('fr-FR/pay.md')).toBe(content['fr-FR/pay.md']);
    expect(read('fr-FR/refund.md')).toBe(dropped['x/refund.md']);
  });

  function dated(text: string, more: Record<string, string> = {}): string {
    return french(more, `# ${text}\n`);
  }
});

describe('other content directories', () => {
  const source = file({ 'ms.contentlocale': 'en-US', 'ms.lasthandoff': '04/02/2026' }, '# Pay\n');

  test.each<[what: string, there: Record<string, string>, dropped: string, outcome: string]>([
    ['the source', { 'en-US/pay.md': source }, source.replace('04/02', '11/03'), 'failed'],
    ['an older translation', { 'fr-FR/pay.md': old }, fresh, 'failed'],
    ['a newer translation', { 'fr-FR/pay.md': fresh }, old, 'kept'],
    ['the same translation', { 'fr-FR/pay.md': old }, old, 'unchanged'],
  ])('that have %s are neither written into nor put in the shade', (_what, there, dropped, outcome) => {
    const other = folderOf(there);
    const [path = ''] = Object.keys(there);
    const { results, added } = run({}, { [path]: dropped }, { otherRoots: [other] });
    expect([results.map(([what]) => what), added]).toEqual([[outcome], []]);
    expect(readFileSync(join(other, path), 'utf8')).toBe(there[path]);
  });

  test('that have the source lend their slugs to new translations', () => {
    const { results } = run({}, { 'fr-FR/pay.md': old }, { otherRoots: [folderOf({ 'en-US/pay.md': source })] });
    expect(results).toEqual([['new', 'fr-FR/pay.md']]);
  });
});
