import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../../support.ts';
import { french, run } from './run.ts';

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
