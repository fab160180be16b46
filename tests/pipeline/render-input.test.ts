import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pageOf, type RenderedPage } from '../../src/pipeline/page.ts';
import { collect } from '../../src/pipeline/pipeline.ts';
import { plannedPages } from '../../src/pipeline/planned-pages.ts';
import { keyOf, type RenderInput } from '../../src/pipeline/render-input.ts';
import type { PipelineSettings } from '../../src/pipeline/settings.ts';
import { file, folderOf, pair } from '../support.ts';
import { french, pixel, settingsFor } from './library.ts';

const body = [
  `# ${pair(101, 'Payer', 'Pay')}`,
  pair(102, 'Voir [la suite](b.md#more), [le guide](guide.pdf) et [ici](#part).', 'See [more](b.md#more).'),
  '![Une liste](list.png) ![Un plan][plan] <a href=b.md>B</a> <img src=raw.png> [Docs](https://docs.example/x)',
  '[plan]: plan.png',
  `## ${pair(103, 'Partie', 'Part')}`,
  `[!INCLUDE [x](parts/outer.md)] [^1]`,
  '[^1]: Note.',
  '[!code[Exemple](sample.js)]',
  ':::image source="marked.png" alt-text="Une image":::',
  '[!video https://docs.example/film] [Nulle part](nowhere.md)',
].join('\n\n');

const pages: Readonly<Record<string, string | Uint8Array>> = {
  'en-US/a.md': '---\nms.openlocfilehash: aa\n---\n# Pay\n\n## Part\n\n## Other\n\nText.\n',
  'fr-FR/a.md': file({ ...french, description: 'Tout' }, body),
  'nl-NL/a.md': file(
    { 'ms.contentlocale': 'nl-NL', 'ms.openlocfilehash': 'aa' },
    body.replace(/<span .*?<\/span>/g, ''),
  ),
  'ar-SA/a.md': '# Pay\n\n## Part\n\nText.\n',
  'en-US/b.md': '# B\n\n## More\n\nText.\n',
  'fr-FR/b.md': '# B\n\n## <a name="more"></a>Plus\n\nTexte.\n',
  'fr-FR/parts/outer.md': 'Dehors [C](../c.md) [!INCLUDE [y](deep/inner.md)]',
  'fr-FR/parts/deep/inner.md': 'Dedans ![Dedans](inner.png)',
  'fr-FR/c.md': '# C\n\nTexte.\n',
  'fr-FR/sample.js': 'const one = 1;\n',
  'fr-FR/guide.pdf': 'guide',
  'fr-FR/parts/deep/inner.png': pixel,
  ...Object.fromEntries(['list', 'plan', 'raw', 'marked'].map((name) => [`fr-FR/${name}.png`, pixel])),
};

function inputsOf(root: string, locale: string, settings: Partial<PipelineSettings> = {}) {
  const library = collect({ ...settingsFor(root), ...settings }, () => undefined);
  const planned = [...plannedPages(locale, library)].find(({ slug }) => slug === 'a' || slug === 'pay');
  if (!planned) throw new Error(`There is no page a in ${locale}.`);
  return { input: planned.input(), library };
}

const keyIn = (root: string, settings: Partial<PipelineSettings> = {}) =>
  keyOf(inputsOf(root, 'fr-FR', settings).input);

type Edit = (root: string) => void;
const write =
  (path: string, content: string | Uint8Array): Edit =>
  (root) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
const remove =
  (path: string): Edit =>
  (root) =>
    rmSync(join(root, path));
const withHeader = (field: Record<string, string>): Edit =>
  write('fr-FR/a.md', file({ ...french, description: 'Tout', ...field }, body));

describe('the key of a page changes with all that the page shows', () => {
  test.each<[what: string, edit: Edit]>([
    ['its text', write('fr-FR/a.md', file({ ...french, description: 'Tout' }, `${body}\n\nPlus.`))],
    ['its title', withHeader({ title: 'Un autre' })],
    ['its description', withHeader({ description: 'Rien' })],
    ['its category', withHeader({ category: 'Factures' })],
    ['its keywords', withHeader({ keywords: '[facture]' })],
    ['its day', withHeader({ date: '2026-01-02' })],
    ['what search engines are told', withHeader({ noindex: 'true' })],
    ['how it was translated', withHeader({ 'ms.translationtype': 'HT' })],
    ['a picture', write('fr-FR/list.png', 'another')],
    ['a picture that goes', remove('fr-FR/list.png')],
    ['a picture of a definition', write('fr-FR/plan.png', 'another')],
    ['a picture of a tag', write('fr-FR/raw.png', 'another')],
    ['a picture of a mark', write('fr-FR/marked.png', 'another')],
    ['a file to download', write('fr-FR/guide.pdf', 'another')],
    ['code', write('fr-FR/sample.js', 'const two = 2;\n')],
    ['code that goes', remove('fr-FR/sample.js')],
    ['an included file', write('fr-FR/parts/outer.md', 'Seul')],
    ['a file that it includes', write('fr-FR/parts/deep/inner.md', 'Autre')],
    ['a picture in there', write('fr-FR/parts/deep/inner.png', 'another')],
    ['where a link in there leads', remove('fr-FR/c.md')],
    ['an included file that is not published', write('fr-FR/parts/outer.md', '---\ndraft: true\n---\nDehors')],
    ['the place that a link names', write('fr-FR/b.md', '# B\n\nTexte.\n')],
    ['the address of an article that a link leads to', write('en-US/b.md', '---\nslug: bee\n---\n# B\n\n## More\n')],
    ['whether that is translated', remove('fr-FR/b.md')],
    ['an article where a link led nowhere', write('fr-FR/nowhere.md', '# D\n\nTexte.\n')],
    ['another language', write('de-DE/a.md', '# Zahlen\n\nText.\n')],
    [
      'a newer version of its source',
      write(
        'nl-NL/a.md',
        file({ 'ms.contentlocale': 'nl-NL', 'ms.openlocfilehash': 'bb', 'ms.lasthandoff': '01/02/2030' }, '# A\n'),
      ),
    ],
    ['a section that the source loses', write('en-US/a.md', '---\nms.openlocfilehash: aa\n---\n# Pay\n\nText.\n')],
  ])('%s', (_what, edit) => {
    const root = folderOf(pages);
    const before = keyIn(root);
    edit(root);
    expect(keyIn(root)).not.toBe(before);
  });

  test.each<[what: string, settings: Partial<PipelineSettings>]>([
    ['the base of the site', { base: '/' }],
    ['the hosts of documentation', { documentationHosts: [] }],
    ['the published locales', { locales: ['en-US', 'fr-FR'] }],
  ])('%s', (_what, settings) => {
    const root = folderOf(pages);
    expect(keyIn(root, settings)).not.toBe(keyIn(root));
  });

  test('the bilingual edition that knows its source', () => {
    const root = folderOf({
      ...pages,
      'nl-NL/a.md': file({ 'ms.contentlocale': 'nl-NL', 'ms.openlocfilehash': 'aa' }, '# A\n'),
    });
    const key = () => keyOf(inputsOf(root, 'nl-NL').input);
    const before = key();
    write('fr-FR/a.md', file(french, `# ${pair(101, 'Payer', 'Pay')}\n`))(root);
    expect(key()).not.toBe(before);
  });
});

describe('the key of a page does not change with anything else', () => {
  test.each<[what: string, edit: Edit]>([
    [
      'the title of an article that it links to',
      write('fr-FR/b.md', '# Bis\n\n## <a name="more"></a>Plus\n\nTexte.\n'),
    ],
    ['the text of one', write('fr-FR/b.md', '# B\n\n## <a name="more"></a>Plus\n\nTexte et texte.\n')],
    ['the text of another language', write('ar-SA/a.md', '# Pay\n\n## Part\n\nOther text.\n')],
    [
      'a section of the source that it has not',
      write('en-US/a.md', '---\nms.openlocfilehash: aa\n---\n# Pay\n\n## Part\n\nText.\n'),
    ],
    ['an article that nothing leads to', write('fr-FR/z.md', '# Z\n\nTexte.\n')],
    ['a part that nothing includes', write('fr-FR/parts/other.md', 'Autre')],
    ['a picture that nothing shows', write('fr-FR/other.png', pixel)],
    ['a picture of another article', write('fr-FR/c.md', '# C\n\n![x](other.png)\n')],
  ])('%s', (_what, edit) => {
    const root = folderOf(pages);
    const before = keyIn(root);
    edit(root);
    expect(keyIn(root)).toBe(before);
  });

  test('the place of the content directory, and the time', () => {
    expect(keyIn(folderOf(pages), { time: 1 })).toBe(keyIn(folderOf(pages), { time: 2 }));
  });
});

test('an input is plain JSON, and its key that of its copy', () => {
  const { input } = inputsOf(folderOf(pages), 'fr-FR');
  const copy = JSON.parse(JSON.stringify(input)) as RenderInput;
  expect(copy).toEqual(input);
  expect(keyOf(copy)).toBe(keyOf(input));
  expect(keyOf(structuredClone(input))).toBe(keyOf(input));
});

test.each(['fr-FR', 'nl-NL', 'en-US', 'ar-SA', 'de-DE'])(
  'a process that has nothing but the input and the files it names makes the same page: %s',
  (locale) => {
    const root = folderOf({ ...pages, 'de-DE/c.md': '# C\n' });
    const { input, library } = inputsOf(root, locale);
    const { body: _body, ...here } = pageOf(input, library.pages);
    expect(here.failure).toBeUndefined();
    const elsewhere = mkdtempSync(join(tmpdir(), 'languedocs-elsewhere-'));
    onTestFinished(() => rmSync(elsewhere, { recursive: true }));
    for (const path of filesOf(input)) cpSync(join(root, path), join(elsewhere, path));
    rmSync(root, { recursive: true });
    expect(renderElsewhere(input, elsewhere)).toEqual(here);
  },
);

test('a page of a file that is not the one that the input names is outdated', () => {
  for (const path of ['fr-FR/a.md', 'fr-FR/parts/deep/inner.md', 'fr-FR/sample.js']) {
    const root = folderOf(pages);
    const { input, library } = inputsOf(root, 'fr-FR');
    expect(pageOf(input, library.pages).isOutdated).toBeUndefined();
    write(path, '# Autre\n\nTexte.\n')(root);
    expect(pageOf(input, library.pages).isOutdated, path).toBe(true);
  }
});

function filesOf({ text, aligned, parts, code }: RenderInput): string[] {
  return [text.file, ...(aligned ? [aligned.file] : []), ...parts, ...code.map(([, each]) => each)].map(
    ({ path }) => path,
  );
}

function renderElsewhere(input: RenderInput, root: string): Omit<RenderedPage, 'body'> {
  const script = join(import.meta.dirname, 'render-elsewhere.ts');
  const output = execFileSync(process.execPath, [script, root], { input: JSON.stringify(input), encoding: 'utf8' });
  return JSON.parse(output) as Omit<RenderedPage, 'body'>;
}
