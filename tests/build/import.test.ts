import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Configuration } from '../../src/build/configuration.ts';
import { importDrop, type ImportOptions } from '../../src/build/import.ts';
import { filesBelow } from '../../src/build/manifest.ts';
import { resolveOptions } from '../../src/site/options.ts';
import { file, folderOf } from '../support.ts';

const handBack = (handoff: string, text: string, hash = handoff) =>
  file(
    { 'ms.custom': '7302', 'ms.contentlocale': 'fr-FR', 'ms.openlocfilehash': hash, 'ms.lasthandoff': handoff },
    `# <a name="pay-now"></a>${text}\n`,
  );

interface Given extends ImportOptions {
  readonly dryRun?: boolean;
  /** Lays what no text can say into the content directory or the drop. */
  readonly lay?: (root: string, drop: string) => void;
  /** Drops, if not the one folder. */
  readonly drops?: (drop: string) => string[];
  /** Further content directories. */
  readonly otherRoots?: readonly string[];
  /** Folder of the project; one that holds nothing but the content where undefined. */
  readonly projectOf?: (root: string) => string;
}

/** The day on which these hand-backs come. */
const today = new Date('2026-11-28T12:00:00Z');

function run(
  content: Record<string, string>,
  dropped: Record<string, string | Uint8Array>,
  {
    dryRun = false,
    lay,
    drops = (drop) => [drop],
    otherRoots = [],
    projectOf = (root) => root,
    ...options
  }: Given = {},
) {
  const root = folderOf(content);
  const drop = folderOf(dropped);
  lay?.(root, drop);
  const configuration: Configuration = {
    project: projectOf(root),
    options: resolveOptions({ title: 'Help' }),
    roots: [root, ...otherRoots],
    out: root,
    base: '/',
  };
  const imported = importDrop(configuration, drops(drop), dryRun, { now: today, ...options });
  const below = (path: string | undefined) => path?.slice(root.length + 1);
  return {
    results: imported.map(({ outcome, to }) => [outcome, below(to)]),
    reasons: imported.map(({ reason }) => reason),
    files: imported.flatMap(({ files = [] }) => files.map(({ outcome, to }) => [outcome, below(to)])),
    fileReasons: imported.flatMap(({ files = [] }) => files.map(({ reason }) => reason)),
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    /** Paths of all files, but for those that the content had. */
    added: [...filesBelow(root)].filter((path) => !(path in content)).sort(),
  };
}

const name = '000_0ceee5cb15f6ccad.txt';
const old = handBack('04/02/2026', 'Payer');
const fresh = handBack('11/03/2026', 'Payer vite');

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

/** An article in French that has nothing but a text. */
const french = (fields: Record<string, string>, text = '# Payer\n\nPayez.\n') =>
  file({ 'ms.contentlocale': 'fr-FR', ...fields }, text);

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
  test.each([
    ['MDX', 'payer.mdx', 'fr-FR/payer.md'],
    ['text', 'payer.txt', 'fr-FR/payer.md'],
    ['MDX in capitals', 'PAYER.MDX', 'fr-FR/payer.md'],
    ['a folder of another language', 'de-DE/payer.md', 'fr-FR/de-de-payer.md'],
  ])('end in .md: %s', (_what, path, to) => {
    const { added } = run({}, { [path]: french({}) });
    if (to !== 'fr-FR/de-de-payer.md') expect(added).toEqual([to]);
    for (const each of added) expect(each).toMatch(/^fr-FR\/.*\.md$/);
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

describe('files that articles refer to', () => {
  const refersTo = (text: string) => french({}, `# Payer\n\n${text}\n`);

  test.each<[what: string, path: string, text: string]>([
    ['a file of Git', '.git', '[a](/.git)'],
    ['settings of Git', 'x/config', '[a](/x/config)'],
    ['a hidden folder', '.github/workflows/evil.yml', '[!code-yml[a](/.github/workflows/evil.yml)]'],
    ['a hidden folder beside the article', 'fr-FR/.vscode/tasks.json', '[!code-json[a](.vscode/tasks.json)]'],
    ['a hidden picture', '.x.png', '![a](/.x.png)'],
    ['a hidden part of an article', '.includes/a.md', '[!INCLUDE [a](/.includes/a.md)]'],
    ['a hidden folder, escaped', '.git/x.png', '![a](/%2Egit/x.png)'],
    ['a hidden folder, in full width', '．git/x.png', '![a](/．git/x.png)'],
    ['a hidden folder, by a character that does not show', '.g\u200Cit/x.png', '![a](/.g%E2%80%8Cit/x.png)'],
    ['a short name of Windows', 'git~1/x.png', '![a](/git~1/x.png)'],
    ['a file without an ending', 'HEAD', '[a](/HEAD)'],
    ['a program', 'x.exe', '[a](/x.exe)'],
    ['a page', 'x.html', '[a](/x.html)'],
    ['a page as code', 'x.html', '[!code-html[a](/x.html)]'],
    ['a component of Astro', 'x.astro', '[!code-astro[a](/x.astro)]'],
    ['MDX as code', 'includes/x.mdx', '[!code-mdx[a](/includes/x.mdx)]'],
    ['MDX as a part', 'includes/x.mdx', '[!INCLUDE [a](/includes/x.mdx)]'],
    ['a home page as a part', '_x/index.md', '[!INCLUDE [a](/_x/index.md)]'],
    ['a home page as code', '_x/index.mdx', ':::code language="md" source="/_x/index.mdx":::'],
    ['code by a link', 'x.js', '[a](/x.js)'],
    ['code by an HTML link', 'x.js', '<a href="/x.js">a</a>'],
    ['code by a definition', 'x.js', '[a][b]\n\n[b]: /x.js'],
    ['code by a picture', 'x.js', '![a](/x.js)'],
    ['code as a part', 'includes/x.js', '[!INCLUDE [a](/includes/x.js)]'],
    ['settings of a formatter', 'fr-FR/prettier.config.mjs', '[!code-js[a](prettier.config.mjs)]'],
    ['settings of a linter', 'eslint.config.js', '[!code-js[a](/eslint.config.js)]'],
    ['settings of a package', 'package.json', '[!code-json[a](/package.json)]'],
    ['a package', 'node_modules/x/index.js', '[!code-js[a](/node_modules/x/index.js)]'],
    ['a device', 'nul.png', '![a](/nul.png)'],
    ['a stream of another file', 'x.png:y.png', '![a](/x.png%3Ay.png)'],
    ['a picture of another language', 'de-DE/media/a.png', '![a](/de-DE/media/a.png)'],
    ['a picture of the source', 'en-US/a.png', '![a](/en-us/a.png)'],
  ])('that are not brought, and named: %s', (_what, path, text) => {
    const { results, files, fileReasons, added } = run({}, { 'fr-FR/payer.md': refersTo(text), [path]: 'x' });
    expect(results).toEqual([['new', 'fr-FR/payer.md']]);
    expect(files.map(([outcome]) => outcome)).toEqual(['failed']);
    expect(fileReasons).toEqual([expect.stringMatching(/./)]);
    expect(added).toEqual(['fr-FR/payer.md']);
  });

  test.each([
    ['out of the drop', '![a](../../../evil.png)'],
    ['out of it from the root', '![a](/../../evil.png)'],
    ['out of it by an escape', '![a](..%2F..%2F..%2Fevil.png)'],
    ['out of it by backslashes', '![a](..%5C..%5C..%5Cevil.png)'],
    ['absolute', '![a](//etc/evil.png)'],
    ['of a file', '![a](file:///etc/hosts)'],
    ['with a drive', '![a](c:/evil.png)'],
    ['with a zero byte', '![a](evil%00.png)'],
    ['with a bad escape', '![a](evil%.png)'],
  ])('whose address is %s are not brought', (_what, text) => {
    const outside = folderOf({
      'a/b/drop/fr-FR/payer.md': refersTo(text),
      'evil.png': 'x',
      'a/evil.png': 'x',
      'a/b/evil.png': 'x',
    });
    const { results, added } = run({}, {}, { drops: () => [join(outside, 'a/b/drop')] });
    expect([results, added]).toEqual([[['new', 'fr-FR/payer.md']], ['fr-FR/payer.md']]);
  });

  test('that are brought are named, each once', () => {
    const text = [
      '![a](media/a.png) ![a again](media/a.png) [a picture](/media/b.SVG)',
      '[!INCLUDE [a](../includes/note.md)]',
      '[!code-js[a](~/samples/index.js)]',
      ':::code language="csharp" source="samples/a.cs":::',
    ].join('\n\n');
    const dropped = {
      'fr-FR/media/a.png': 'a',
      'media/b.SVG': 'b',
      'includes/note.md': 'note',
      'samples/index.js': 'js',
      'fr-FR/samples/a.cs': 'cs',
    };
    const { files, added } = run(
      {},
      { ...dropped, 'fr-FR/payer.md': refersTo(text), 'fr-FR/other.md': refersTo(text) },
    );
    expect(files.sort()).toEqual(
      Object.keys(dropped)
        .sort()
        .map((path) => ['new', path]),
    );
    expect(added).toEqual([...Object.keys(dropped), 'fr-FR/other.md', 'fr-FR/payer.md'].sort());
  });

  test('of a dry run are named, and not written', () => {
    const given = { 'fr-FR/payer.md': refersTo('![a](a.png) [b](/.git)'), 'fr-FR/a.png': 'a', '.git': 'x' };
    const { files, added } = run({}, given, { dryRun: true });
    expect(files.sort()).toEqual([
      ['failed', '.git'],
      ['new', 'fr-FR/a.png'],
    ]);
    expect(added).toEqual([]);
  });

  test.each([
    ['another picture', 'media/a.png', 'mine', [['kept', 'media/a.png']]],
    ['another picture that some disks take for it', 'media/A.PNG', 'mine', [['kept', 'media/a.png']]],
    ['the same picture', 'media/a.png', 'theirs', []],
  ])('stay as they are in the content: %s', (_what, there, bytes, files) => {
    const given = run(
      { [there]: bytes },
      { 'fr-FR/payer.md': refersTo('![a](/media/a.png)'), 'media/a.png': 'theirs' },
    );
    expect([given.files, given.read(there), given.added]).toEqual([files, bytes, ['fr-FR/payer.md']]);
  });

  test.each(['public/evil.svg', 'src/pages/evil.ts', 'tests/evil.test.ts', 'scripts/evil.ts', 'SRC/evil.ts'])(
    'do not become code of a project that the content directory holds: %s',
    (path) => {
      const text = path.endsWith('.svg') ? `![a](/${path})` : `[!code-ts[a](/${path})]`;
      const { files, added } = run({}, { 'fr-FR/payer.md': refersTo(text), [path]: 'x' });
      expect([files, added]).toEqual([[['failed', path]], ['fr-FR/payer.md']]);
    },
  );

  test('of articles that are not imported are not brought', () => {
    const { files, added } = run({}, { 'fr-FR/index.md': refersTo('![a](a.png)'), 'fr-FR/a.png': 'a' });
    expect([files, added]).toEqual([[], []]);
  });
});

describe('symbolic links', () => {
  test.each<[what: string, lay: (root: string, outside: string) => void]>([
    ['the folder of the locale', (root, outside) => symlinkSync(outside, join(root, 'fr-FR'))],
    [
      'the article',
      (root, outside) => {
        mkdirSync(join(root, 'fr-FR'));
        symlinkSync(join(outside, 'payer.md'), join(root, 'fr-FR/payer.md'));
      },
    ],
    [
      'the article, to nothing',
      (root, outside) => {
        mkdirSync(join(root, 'fr-FR'));
        symlinkSync(join(outside, 'gone.md'), join(root, 'fr-FR/payer.md'));
      },
    ],
  ])('in the content are not written through: %s', (_what, lay) => {
    const outside = folderOf({ 'payer.md': 'precious' });
    const { results, reasons } = run({}, { 'payer.md': french({}) }, { lay: (root) => lay(root, outside) });
    expect([results, reasons]).toEqual([[['failed', undefined]], [expect.stringContaining('symbolic link')]]);
    expect([...filesBelow(outside)]).toEqual(['payer.md']);
    expect(readFileSync(join(outside, 'payer.md'), 'utf8')).toBe('precious');
  });

  test.each<[what: string, lay: (root: string, outside: string) => void]>([
    ['a folder', (root, outside) => symlinkSync(outside, join(root, 'media'))],
    [
      'a file',
      (root, outside) => {
        mkdirSync(join(root, 'media'));
        symlinkSync(join(outside, 'gone.png'), join(root, 'media/a.png'));
      },
    ],
  ])('in the content do not lead pictures away: %s', (_what, lay) => {
    const outside = folderOf({});
    const dropped = { 'payer.md': french({}, '# Payer\n\n![a](/media/a.png)\n'), 'media/a.png': 'x' };
    const { files } = run({}, dropped, { lay: (root) => lay(root, outside) });
    expect([files, [...filesBelow(outside)]]).toEqual([[['failed', 'media/a.png']], []]);
  });

  test('that lie in wait at temporary names are not written through, and removed', () => {
    const outside = folderOf({ victim: 'precious' });
    const { results, added } = run(
      {},
      { 'payer.md': french({}) },
      {
        lay: (root) => {
          mkdirSync(join(root, 'fr-FR'));
          for (let near = -50; near < 200; near++)
            symlinkSync(join(outside, 'victim'), join(root, `fr-FR/payer.md.${process.pid + near}.tmp`));
        },
      },
    );
    expect([results, added]).toEqual([[['new', 'fr-FR/payer.md']], ['fr-FR/payer.md']]);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('precious');
  });

  test('in a drop are named, and bring nothing from outside', () => {
    const outside = folderOf({ 'secret.md': french({}), 'secret.png': 'secret' });
    const { results, files, added } = run(
      {},
      { 'fr-FR/payer.md': french({}, '# Payer\n\n![a](a.png)\n') },
      {
        lay: (_root, drop) => {
          symlinkSync(join(outside, 'secret.md'), join(drop, 'fr-FR/secret.md'));
          symlinkSync(join(outside, 'secret.png'), join(drop, 'fr-FR/a.png'));
        },
      },
    );
    expect(results).toEqual([
      ['failed', undefined],
      ['new', 'fr-FR/payer.md'],
    ]);
    expect(added).toEqual(['fr-FR/payer.md']);
    expect(files.filter(([outcome]) => outcome === 'new')).toEqual([]);
  });
});

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
    const slug = { slug: 'pay' };
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
