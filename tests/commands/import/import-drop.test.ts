import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { file } from '../../support.ts';
import { french, fresh, handBack, name, old, run } from './run.ts';

test('a new article gets its place', () => {
  const { results, read } = run({}, { [name]: old });
  expect(results).toEqual([['new', 'fr-FR/pay-now.md']]);
  expect(read('fr-FR/pay-now.md')).toBe(old);
});

test('the same drop again changes nothing', () => {
  expect(run({ 'fr-FR/pay-now.md': old }, { [name]: old }).results).toEqual([['unchanged', 'fr-FR/pay-now.md']]);
});

test('a newer version replaces the older one, wherever that lies', () => {
  const { results, read } = run({ 'fr-FR/billing/pay.md': old }, { [name]: fresh });
  expect(results).toEqual([['changed', 'fr-FR/billing/pay.md']]);
  expect(read('fr-FR/billing/pay.md')).toBe(fresh);
});

test('an older version does not', () => {
  const { results, read } = run({ 'fr-FR/pay.md': fresh }, { [name]: old });
  expect(results).toEqual([['kept', undefined]]);
  expect(read('fr-FR/pay.md')).toBe(fresh);
});

test('of two versions in one drop the newer one stays', () => {
  const { results, read } = run(
    { 'fr-FR/pay.md': old },
    { [name]: fresh, '001_74bef2085903e56f.txt': handBack('05/05/2026', 'Payer') },
  );
  expect(results).toEqual([
    ['changed', 'fr-FR/pay.md'],
    ['kept', undefined],
  ]);
  expect(read('fr-FR/pay.md')).toBe(fresh);
});

test('a new translation takes the slug of its siblings, and brings its images', () => {
  const { results, read } = run(
    { 'de-DE/zahlen.md': old.replace('fr-FR', 'de-DE') },
    { [name]: old.replace('Payer\n', 'Payer\n\n![a](media/a.png)\n'), 'media/a.png': 'image' },
  );
  expect(results).toEqual([['new', 'fr-FR/zahlen.md']]);
  expect(read('fr-FR/media/a.png')).toBe('image');
});

test('a dry run writes nothing', () => {
  const { results, read } = run({}, { [name]: old }, { dryRun: true });
  expect(results).toEqual([['new', 'fr-FR/pay-now.md']]);
  expect(() => read('fr-FR/pay-now.md')).toThrow();
});

test('a file without locale is named', () => {
  expect(run({}, { [name]: '# Titre\n' }).results).toEqual([['failed', undefined]]);
});

test('a file that may not be read is named', () => {
  const { results } = run(
    {},
    { 'fr-FR/a.md': french({}) },
    {
      lay: (_root, drop) =>
        writeFileSync(Buffer.concat([Buffer.from(`${drop}/fr-FR/b`), Buffer.from([0xff]), Buffer.from('.md')]), 'x'),
    },
  );
  expect(results).toEqual([
    ['failed', undefined],
    ['new', 'fr-FR/a.md'],
  ]);
});

describe('home pages', () => {
  const home = "import x from 'x';\n\n# Home\n";
  const evil = "import { writeFileSync } from 'node:fs'\n\n# Accueil\n\n{writeFileSync('/tmp/x','ran')}\n";

  test.each([
    ...['index', 'Index', 'INDEX', 'index.', 'index ', '.index', 'ｉｎｄｅｘ', 'in\u00ADdex', '/index/', './index'],
    ...['"in\\u200Bdex"', 'billing/index', 'billing/INDEX'],
  ])('are nothing that a slug can name: %j', (slug) => {
    const { results, reasons, added, read } = run(
      { 'fr-FR/index.mdx': home, 'en-US/index.mdx': home },
      { 'handback_0001.mdx': french({ slug }, evil) },
    );
    // A slug with a hyphen in the middle is the slug of another page.
    for (const path of added) expect(path).toMatch(/^fr-FR\/(?:[^/]*-[^/]*\/)*[^/]*-[^/]*\.md$/);
    if (added.length === 0)
      expect([results, reasons]).toEqual([[['failed', undefined]], [expect.stringContaining('home pages')]]);
    expect([read('fr-FR/index.mdx'), read('en-US/index.mdx')]).toEqual([home, home]);
  });

  test.each(['fr-FR/index.md', 'fr-FR/INDEX.txt', 'fr-FR/Index.md'])('are nothing that a path can name: %s', (path) => {
    const { results, added } = run({ 'fr-FR/index.mdx': home }, { [path]: french({}) });
    expect([results, added]).toEqual([[['failed', undefined]], []]);
  });

  test('of a drop are named, and not imported', () => {
    const { results, reasons, added } = run(
      {},
      { 'fr-FR/index.mdx': evil, 'a/b/INDEX.MDX': evil, '.x/index.mdx': evil },
    );
    expect(results).toEqual([
      ['failed', undefined],
      ['failed', undefined],
    ]);
    expect(reasons).toEqual([expect.stringContaining('home page'), expect.stringContaining('home page')]);
    expect(added).toEqual([]);
  });
});

describe('names of articles', () => {
  test.each(['payer.mdx', 'payer.txt', 'PAYER.MDX', 'payer.Md'])('end in .md: %s', (path) => {
    expect(run({}, { [path]: french({}) }).added).toEqual(['fr-FR/payer.md']);
  });

  test('do not come from a folder of another language, where they would be taken for that', () => {
    const { results, added } = run({}, { 'de-DE/payer.md': french({}) });
    expect([results, added]).toEqual([[['failed', undefined]], []]);
  });

  test.each([
    ...[
      '../../evil',
      '/etc/passwd',
      'a/../../../b',
      '..\\..\\x',
      'C:\\x',
      '.git/config',
      '．．/x',
      '%2e%2e/x',
      'con',
      'NUL',
    ],
    ...[
      '.github/workflows/x.yml',
      '"a\\0b"',
      'é'.repeat(300),
      'a/'.repeat(400),
      '...',
      '-',
      'git~1/x',
      'all',
      '404',
      'search',
    ],
    ...[
      '_index',
      'includes/x',
      'node_modules/x',
      'pay/readme',
      'README',
      'de-DE/pay',
      'fr-FR/pay',
      'a/_b',
      'Includes/x',
    ],
  ])('stay below the locale, seen and published: slug %j', (slug) => {
    const { added, results } = run(
      {},
      { [name]: french({ slug: slug.startsWith('"') ? slug : JSON.stringify(slug) }) },
    );
    for (const path of added) {
      expect(path).toMatch(/^fr-FR\/.*\.md$/);
      expect(path).not.toMatch(/(?:^|\/)(?:[._]|includes\/|node_modules\/|(?:con|nul)\.)|\/[^/]+\/readme\.|[\\:\0]/i);
      for (const part of path.split('/')) expect(Buffer.byteLength(part)).toBeLessThan(256);
    }
    expect(added).toHaveLength(results[0]?.[0] === 'new' ? 1 : 0);
  });

  test('that lie in MDX in the content are not written: home pages can import them', () => {
    const { results, reasons, read } = run({ 'fr-FR/pay.mdx': old }, { [name]: fresh });
    expect([results, reasons]).toEqual([[['failed', undefined]], [expect.stringContaining('rename that file')]]);
    expect(read('fr-FR/pay.mdx')).toBe(old);
  });

  test('that lie in a .txt in the content stay there', () => {
    const { results, read } = run({ [`fr-FR/${name}`]: old }, { 'x/001_74bef2085903e56f.txt': fresh });
    expect(results).toEqual([['changed', `fr-FR/${name}`]]);
    expect(read(`fr-FR/${name}`)).toBe(fresh);
  });

  test.each([
    ['an article in another locale', 'fr-FR/payer.md', file({ 'ms.contentlocale': 'de-DE' }, '# Zahlen\n')],
    ['a file without text', 'fr-FR/payer.md', ''],
    ['a name that differs in case', 'fr-FR/Payer.md', ''],
    ['a name in another form of Unicode', 'fr-FR/paye\u0301r.md', ''],
  ])('do not replace what is no version of them: %s', (_what, there, text) => {
    const { results, reasons, added, read } = run(
      { [there]: text },
      { [there.includes('\u0301') ? 'pay\u00E9r.md' : 'payer.md']: french({}) },
    );
    expect([results, reasons]).toEqual([[['failed', undefined]], [expect.stringContaining('is there already')]]);
    expect([added, read(there)]).toEqual([[], text]);
  });
});
