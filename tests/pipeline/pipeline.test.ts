import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/reports.ts';
import { publishedImage } from '../../src/pipeline/files/images.ts';
import { plannedPages } from '../../src/pipeline/planned-pages.ts';
import { keyOf } from '../../src/pipeline/render-input.ts';
import { collect, type Library } from '../../src/pipeline/pipeline.ts';
import { listOf } from '../../src/pipeline/lists.ts';
import { file, folderOf, pair } from '../support.ts';
import { french, page, pixel, problems, read, settingsFor } from './library.ts';

const dutch = { 'ms.contentlocale': 'nl-NL', 'ms.translationtype': 'HT', 'ms.openlocfilehash': 'aa' };

/** One article: bilingual in French, plain in Dutch, of one version. */
const siblings = {
  '000_0ceee5cb15f6ccad.txt': file(
    french,
    `# <a name="pay"></a>${pair(102, 'Payer', 'Pay')}\n\n${pair(103, 'Un.', 'One.')} ${pair(104, 'Deux.', 'Two.')}\n\n1. ${pair(105, 'Cliquez sur **Payer**.', 'Click **Pay**.')}\n`,
  ),
  '001_74bef2085903e56f.txt': file(dutch, '# <a name="pay"></a>Betalen\n\nEen. Twee.\n\n1. Klik op **Betalen**.\n'),
};

test('the source is recovered and becomes a page of its own', () => {
  const library = read(siblings);
  expect(library.pages.locales).toEqual(['en-US', 'fr-FR', 'nl-NL']);
  expect(page(library, 'en-US', 'pay')).toMatchObject({
    title: 'Pay',
    translation: 'recovered',
    bodyLocale: 'en-US',
    canonical: '/help/en-us/pay/',
    html: '<h1 id="pay"><span id="s102">Pay</span></h1>\n<p><span id="s103">One.</span> <span id="s104">Two.</span></p>\n<ol>\n<li id="step-1"><span id="s105">Click <strong>Pay</strong>.</span></li>\n</ol>',
  });
});

test('a plain file learns its units from a bilingual sibling of the same version', () => {
  expect(page(read(siblings), 'nl-NL', 'pay').html).toBe(
    '<h1 id="pay"><span id="s102">Betalen</span></h1>\n<p><span id="s103"><span id="s104"></span>Een. Twee.</span></p>\n<ol>\n<li id="step-1"><span id="s105">Klik op <strong>Betalen</strong>.</span></li>\n</ol>',
  );
});

test('a plain file of another version does not', () => {
  const other = {
    ...siblings,
    '001_74bef2085903e56f.txt': siblings['001_74bef2085903e56f.txt'].replace('hash: aa', 'hash: bb'),
  };
  expect(page(read(other), 'nl-NL', 'pay').html).not.toContain('id="s1');
});

test('headings without anchor get the English one where a sibling knows it', () => {
  const { '001_74bef2085903e56f.txt': plain, ...rest } = siblings;
  const library = read({
    ...rest,
    '001_74bef2085903e56f.txt': plain.replace('<a name="pay"></a>', '').replace('---\n#', 'slug: pay\n---\n#'),
  });
  const topic = library.topics.find(({ articles }) => articles['nl-NL'] !== undefined);
  expect(topic?.articles['nl-NL']?.anchors[0]).toMatchObject({ text: 'Betalen' });
});

test('a missing translation falls back to the source and says so', () => {
  const library = read({
    'en-US/pay.md': '# Pay\n',
    'en-US/due.md': '# Due\n',
    'fr-FR/pay.md': '# <a name="pay"></a>Payer\n',
  });
  expect(page(library, 'fr-FR', 'due')).toMatchObject({
    title: 'Due',
    locale: 'fr-FR',
    bodyLocale: 'en-US',
    canonical: '/help/en-us/due/',
    noindex: true,
    alternates: [
      { locale: 'en-US', href: '/help/en-us/due/', translated: true },
      { locale: 'fr-FR', href: '/help/fr-fr/due/', translated: false },
    ],
  });
});

test('images are named by content, measured, and found beside the source and in any case', () => {
  const library = read({
    'en-US/media/A.PNG': pixel,
    'fr-FR/pay.md': '# <a name="pay"></a>Payer\n\n![Une facture](media/a.png)\n',
  });
  expect(page(library, 'fr-FR', 'pay').html).toMatch(
    /<img src="\/help\/media\/A\.[0-9a-f]{10}\.png" width="1" height="1" alt="Une facture" loading="lazy" decoding="async">/,
  );
  expect([...library.pages.images.used.values()]).toEqual([expect.stringMatching(/^media\/A\.[0-9a-f]{10}\.png$/)]);
});

test('includes are read on the side of the article, also from other includes', () => {
  const library = read({
    'fr-FR/pay.md': file(french, `# <a name="pay"></a>${pair(102, 'Payer', 'Pay')}\n\n[!INCLUDE [a](includes/a.md)]\n`),
    'fr-FR/includes/a.md': `${pair(101, 'Partie.', 'Part.')} [!INCLUDE [b](b.md)]\n`,
    'fr-FR/includes/b.md': pair(101, 'Reste.', 'Rest.'),
  });
  expect(page(library, 'fr-FR', 'pay').html).toContain('<p>Partie. Reste.</p>');
  expect(page(library, 'en-US', 'pay').html).toContain('<p>Part. Rest.</p>');
});

test('a broken header costs the metadata, not the text', () => {
  const library = read({
    'fr-FR/pay.md': '---\ntitle: "a \\5"\nms.custom: 7302\n---\n# <a name="pay"></a>Payer\n\nTexte.\n',
  });
  expect(page(library, 'fr-FR', 'pay')).toMatchObject({
    title: 'Payer',
    html: '<h1 id="pay">Payer</h1>\n<p>Texte.</p>',
  });
  expect(library.topics[0]?.articles['fr-FR']?.metadata.ids).toEqual(['7302']);
});

test('an article in MDX is text and never code', () => {
  const library = read({
    'fr-FR/pay.mdx': 'import x from "./x.js"\n\n# <a name="pay"></a>Payer\n\nTexte {1 + 1} <Box/>\n',
  });
  expect(page(library, 'fr-FR', 'pay').html).toContain('<p>Texte {1 + 1} &lt;Box/></p>');
  expect(problems(library)).toEqual(['fr-FR/pay.mdx:1:1 mdx-code', 'fr-FR/pay.mdx:5:15 visible-markup']);
});

test('the same files give the same pages', () => {
  const pagesOf = (library: Library) =>
    library.pages.locales.flatMap((locale) =>
      [...plannedPages(locale, library)].map(({ render }) => {
        const { page: shown, original } = render();
        return JSON.stringify([shown, original]);
      }),
    );
  expect(pagesOf(read(siblings))).toEqual(pagesOf(read(Object.fromEntries(Object.entries(siblings).reverse()))));
});

test('lists are in the order of their language', () => {
  const library = read({
    'fr-FR/a.md': '# Zone',
    'fr-FR/b.md': '# Échéance',
    'fr-FR/c.md': '# Facture',
    'fr-FR/d.md': '# étape 10',
    'fr-FR/e.md': '# Étape 9',
  });
  expect(listOf(library.topics, 'fr-FR', library.pages).map(({ title }) => title)).toEqual([
    'Échéance',
    'Étape 9',
    'étape 10',
    'Facture',
    'Zone',
  ]);
});

test('headings without anchor take the one of a source article with the same headings', () => {
  const library = read({
    'en-US/pay.md': '# Pay now\n\n## Second part\n',
    'fr-FR/pay.md': '# Payer\n\n## Seconde partie\n\n[x](#second-part)\n',
  });
  expect(page(library, 'fr-FR', 'pay').html).toBe(
    '<h1 id="pay-now">Payer</h1>\n<h2 id="second-part">Seconde partie</h2>\n<p><a href="#second-part">x</a></p>',
  );
});

test('a folder with the name of a language is a folder where the articles say so', () => {
  const german = { 'ms.contentlocale': 'de-DE' };
  const library = read({ 'hr/setup.md': file(german, '# A\n'), 'it/setup.md': file(german, '# B\n') });
  expect(library.topics.map(({ slug }) => slug)).toEqual(['hr/setup', 'it/setup']);
});

test.each<[places: string[], problems: string[]]>([
  [['fr-FR/pay.md', 'de-DE/pay.md'], ['astro.config.mjs:1:1 source-locale']],
  [['fr-FR/pay.md', 'de-DE/pay.md', 'en-US/other.md'], []],
  [['fr-FR/pay.md'], []],
])('where several locales have articles, the source has one, or that is said: %j', (places, expected) => {
  const library = read(Object.fromEntries(places.map((place) => [place, '# A\n'])));
  expect(problems(library)).toEqual(expected);
});

test.each([
  ['zero bytes', Buffer.from('a\0b'), 'not-text'],
  ['XLIFF', '\uFEFF<?xml version="1.0"?>\n<xliff version="1.2"><file/></xliff>\n', 'exchange-format'],
  ['TMX', '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"/>\n', 'exchange-format'],
  ['PO', '# German\n\nmsgid ""\nmsgstr ""\n"Language: de\\n"\n', 'exchange-format'],
  ['more text than any article has', 'Word. '.repeat(700_000), 'too-long'],
  ['nothing', '', 'empty-article'],
  ['a header alone', '---\ntitle: a\n---\n\n', 'empty-article'],
])('a file with %s is named and not published', (_what, content, rule) => {
  const library = read({ 'fr-FR/pay.md': '# Payer\n', 'fr-FR/x.md': content });
  expect(library.topics).toHaveLength(1);
  expect(problems(library)).toEqual([`fr-FR/x.md:1:1 ${rule}`]);
});

test.each([
  ['Latin-1', Buffer.from('# Payer\n\nTexte r\u{e9}vis\u{e9}.\n', 'latin1'), '3:8'],
  ['Shift JIS', Buffer.from([0x23, 0x20, 0x90, 0xbf, 0x8b, 0x81, 0x0a]), '1:3'],
  ['a letter that was lost before', '# Payer\n\nTexte r\u{fffd}vis\u{e9}.\n', '3:8'],
  ['a title that is not UTF-8', Buffer.from('---\ntitle: R\u{e9}vis\u{e9}\n---\n# Payer\n', 'latin1'), '2:9'],
])('a file in %s is published, and named', (_what, content, place) => {
  const library = read({ 'fr-FR/pay.md': content });
  expect(library.topics).toHaveLength(1);
  expect(problems(library)).toEqual([`fr-FR/pay.md:${place} lost-character`]);
});

test.each([
  ['zh_CN/pay.md', 'Call the folder `zh_CN` `zh-CN`.'],
  ['docs/pt_br/guide/pay.md', 'Call the folder `pt_br` `pt-br`.'],
  ['pay.pt_BR.md', 'Write the locale with a hyphen in the name of the file'],
  ['pay.fr.md', 'put the file into a folder `fr`, or name the country too'],
  ['to_do/pay.v2.md', 'Name its locale: in the front matter'],
  ['pay.md', 'Name its locale: in the front matter'],
])('of %s it is said how it can name its locale', (path, hint) => {
  const { diagnostics } = read({ [path]: '# Pay\n' });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['locale-unknown']);
  expect(diagnostics[0]?.hint).toContain(hint);
});

test.each([
  ['nothing', ''],
  ['zero bytes', Buffer.from('a\0b')],
  ['more text than any article has', 'Word. '.repeat(700_000)],
])('an include with %s is named where it is missing', (_what, content) => {
  const library = read({
    'fr-FR/pay.md': '# Payer\n\n[!INCLUDE [a](includes/a.md)]\n',
    'fr-FR/includes/a.md': content,
  });
  expect(problems(library)).toEqual(['fr-FR/pay.md:3:1 missing-include']);
});

test.each([
  ['zero bytes', Buffer.from('a\0b')],
  ['more text than anybody reads', 'let a = 1;\n'.repeat(100_000)],
])('a code file with %s is named, and its name shown', (_what, content) => {
  const library = read({
    'fr-FR/pay.md': '# Payer\n\n:::code language="js" source="x.js":::\n\n[!code-js[y](x.js)]\n',
    'fr-FR/x.js': content,
  });
  expect(problems(library)).toEqual(['fr-FR/pay.md:3:1 missing-code', 'fr-FR/pay.md:5:1 missing-code']);
  expect(page(library, 'fr-FR', 'pay').html).toContain('x.js');
});

test.each([
  ['quotations', `${'> '.repeat(20_000)}x`, 'too-deep'],
  ['lists', `${'1. '.repeat(20_000)}x`, 'too-deep'],
  ['tags', '<span>x'.repeat(20_000), 'too-deep'],
  ['underscores', '_a_ *b'.repeat(20_000), 'too-many-marks'],
])('too many %s are named and shown', (_what, body, rule) => {
  const library = read({ 'fr-FR/pay.md': `# Payer\n\n${body}\n` });
  expect(library.diagnostics.map((found) => `${found.line} ${found.rule}`)).toEqual([`3 ${rule}`]);
  expect([...plannedPages('fr-FR', library)].map(({ render }) => render().failure)).toEqual([undefined]);
});

test('UTF-16 with its mark is read', () => {
  const library = read({ 'fr-FR/pay.md': Buffer.from('\uFEFF# Payé\n', 'utf16le') });
  expect(library.topics[0]?.articles['fr-FR']?.title).toBe('Payé');
});

test('an article that breaks the parser is named and costs no other its page', () => {
  const library = read({
    'fr-FR/pay.md': '# Payer\n',
    'fr-FR/deep.md': `# Deep\n\n${'*a '.repeat(20_000)}${'b*'.repeat(20_000)}\n`,
  });
  expect(library.topics.map(({ slug }) => slug)).toEqual(['pay']);
  expect(problems(library)).toEqual(['fr-FR/deep.md:1:1 article-failed']);
});

test('what breaks the parser is tried again by the next build, and told once', () => {
  const deep = `# Deep\n\n${'*a '.repeat(20_000)}${'b*'.repeat(20_000)}\n`;
  const root = folderOf({ 'fr-FR/pay.md': '# Payer\n', 'fr-FR/deep.md': deep });
  const kept: string[] = [];
  const library = collect(
    {
      ...settingsFor(root),
      recall(key, make) {
        const facts = make();
        kept.push(key);
        return facts;
      },
    },
    () => undefined,
  );
  expect(kept.map((key) => key.split(' ').find((part) => part.endsWith('.md')))).toEqual(['fr-FR/pay.md']);
  const found = check(library, {
    files: ['fr-FR/deep.md', 'fr-FR/pay.md'].map((path) => ({ root, path })),
    settings: { sourceLocale: 'en-US', terms: [] },
    recall: (_key, make) => make(),
  });
  expect(found.map(({ rule }) => rule)).toEqual(['article-failed']);
});

test('an article that breaks the renderer is shown as text, and why is told', () => {
  const library = read({ 'fr-FR/pay.md': '# Payer\n\nUn **mot** & <b>un autre</b>\n' });
  const strings = () => {
    throw new Error('no words');
  };
  const [rendered] = [...plannedPages('fr-FR', { ...library, pages: { ...library.pages, strings } })].map(
    ({ render }) => render(),
  );
  expect(rendered?.failure).toBe('no words');
  expect(rendered?.page.html).toContain('Un **mot** &amp; &lt;b>un autre&lt;/b>');
});

test('a description is what readers see', () => {
  const library = read({ 'fr-FR/pay.md': '# Payer\n\n> [!IMPORTANT]\n> Lisez ceci.\n' });
  expect(page(library, 'fr-FR', 'pay').description).toBe('Lisez ceci.');
});

describe('files that go away after they were listed cost the others nothing', () => {
  /** The library of a folder whose files but one are removed when the pipeline comes to a stage. */
  function readWhileRemoving(stage: string, files: Readonly<Record<string, string>>): Library {
    const root = folderOf({ ...files, 'nl-NL/stay.md': '# Blijft\n' });
    return collect(settingsFor(root), (name) => {
      if (name === stage) for (const path of Object.keys(files)) rmSync(join(root, path), { force: true });
    });
  }
  const files = {
    ...siblings,
    'fr-FR/broken.md': '# Lien\n\n[x](gone.md) ![x](gone.png) [!INCLUDE [x](gone.md)]\n',
    'fr-FR/plain.md': '# Titre\n\n## Sans ancre\n',
    'en-US/plain.md': '# Title\n\n## Without anchor\n',
  };

  test('before they are read', () => {
    const library = readWhileRemoving('Reading articles', files);
    expect(library.topics.map(({ slug }) => slug)).toEqual(['stay']);
    expect(problems(library)).toEqual(
      Object.keys(files)
        .sort()
        .map((path) => `${path}:1:1 unreadable-file`),
    );
  });

  test('before they are grouped, checked and rendered', () => {
    const library = readWhileRemoving('Grouping and linking', files);
    expect(problems(library)).toContain('000_0ceee5cb15f6ccad.txt:1:1 unreadable-file');
    expect(problems(library)).toContain('fr-FR/broken.md:1:1 unreadable-file');
    const rendered = ['fr-FR', 'nl-NL'].flatMap((locale) =>
      [...plannedPages(locale, library)].map(({ slug, input, render }) => {
        expect(keyOf(input())).toMatch(/^[\da-f]{32}$/);
        const { page: made, failure } = render();
        return [`${locale}/${slug}`, made.html, failure === undefined];
      }),
    );
    expect(rendered).toContainEqual(['nl-NL/stay', '<h1 id="blijft">Blijft</h1>', true]);
    expect(rendered).toContainEqual(['fr-FR/broken', '<h1>Lien</h1>', false]);
    const settings = { sourceLocale: 'en-US', terms: [] };
    const paths = [...Object.keys(files), 'nl-NL/stay.md'].map((path) => ({ root: rootOf(library), path }));
    const found = check(library, { files: paths, settings, recall: (_key, make) => make() });
    const named = found.filter(({ rule }) => rule === 'unreadable-file').map(({ file: path }) => path);
    expect(named).toEqual(Object.keys(files).sort());
  });
});

/** Where the files of a library lie. */
function rootOf({ topics }: Library): string {
  const [article] = Object.values(topics[0]?.articles ?? {});
  return article?.file.root ?? '';
}

describe('a picture that cannot be shown is named, and its alternative text shown', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">';
  test.each([
    ['x.svg', `${svg}<rect></svg>`, 'unreadable-image', /tag/],
    ['x.svg', '<html><script>x</script></html>', 'unreadable-image', /its root is not/],
    ['x.html', '<svg/>', 'missing-image', /no kind of file that can be shown here/],
    ['x.svgz', '', 'missing-image', /no kind of file/],
    ['.x.svg', `${svg}</svg>`, 'missing-image', /is hidden/],
    ['gone.svg', '', 'missing-image', /is not in the content directories/],
  ])('%s: %s', (name, text, rule, message) => {
    const library = read({
      'fr-FR/a.md': `# A\n\n![Une facture](${name})\n`,
      ...(name.startsWith('gone') ? {} : { [`fr-FR/${name}`]: text }),
    });
    expect(library.diagnostics.map((found) => found.rule)).toEqual([rule]);
    expect(library.diagnostics[0]?.message).toMatch(message);
    expect(page(library, 'fr-FR', 'a').html).toContain('Une facture</span>');
    expect(library.pages.images.used.size).toBe(0);
  });

  test('a drawing that can has its measures, a name of its cleaned bytes, and these bytes', () => {
    const article = '# A\n\n![x](x.svg) [in full](x.svg)\n';
    const clean = read({ 'fr-FR/a.md': article, 'fr-FR/x.svg': `${svg}<rect/></svg>` });
    const hostile = read({
      'fr-FR/a.md': article,
      'fr-FR/x.svg': `${svg}<script>alert(1)</script><rect onclick="x"/></svg>`,
    });
    const html = page(hostile, 'fr-FR', 'a').html;
    expect(html).toBe(page(clean, 'fr-FR', 'a').html);
    expect(html).toMatch(/<img src="\/help\/media\/x\.[\da-f]{10}\.svg"[^>]* width="20" height="10"/);
    const [file = ''] = hostile.pages.images.used.keys();
    const published = publishedImage(file);
    expect('bytes' in published && Buffer.from(published.bytes).toString()).toBe(`${svg}<rect/></svg>\n`);
  });
});

test.each([
  ['[!code-ini[x](~/.git/config)]', 'missing-code', /is hidden/],
  ['[!code-ini[x](../.env)]', 'missing-code', /is hidden/],
  ['[!code-ini[x](%2eenv)]', 'missing-code', /is hidden/],
  ['[!code[x](server.pem)]', 'missing-code', /no kind of file/],
  ['[!code[x](id_rsa)]', 'missing-code', /no kind of file/],
  ['[!INCLUDE [x](../.hidden.md)]', 'missing-include', /is hidden/],
  ['[!INCLUDE [x](../.git/config)]', 'missing-include', /is hidden/],
  ['[!INCLUDE [x](data.json)]', 'missing-include', /no kind of file/],
])('a secret is not shown, and why is told: %s', (reference, rule, message) => {
  const secret = 'SECRET';
  const library = read({
    'fr-FR/a.md': `# A\n\n${reference}\n`,
    ...{ '.git/config': secret, '.env': secret, 'fr-FR/.env': secret, '.hidden.md': secret },
    ...{ 'fr-FR/server.pem': secret, 'fr-FR/id_rsa': secret, 'fr-FR/data.json': secret },
  });
  expect(library.diagnostics.map((found) => found.rule)).toEqual([rule]);
  expect(library.diagnostics[0]?.message).toMatch(message);
  const shown = page(library, 'fr-FR', 'a');
  expect(shown.html + shown.markdown).not.toContain(secret);
});
