/** Files beside articles that readers download: which are published, where, and under which name. */
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageFlaws } from '../../../src/engine/page-flaws.ts';
import { describeDownloads, localSize } from '../../../src/pipeline/files/downloads.ts';
import { isOfKind } from '../../../src/pipeline/files/file-kinds.ts';
import { plannedPages } from '../../../src/pipeline/planned-pages.ts';
import { keyOf } from '../../../src/pipeline/render-input.ts';
import { folderOf } from '../../support.ts';
import { page, problems, read } from '../library.ts';

const bytes = Buffer.from('%PDF-1.7');

function linked(body: string, files: Record<string, string | Uint8Array>) {
  const library = read({ 'fr-FR/a.md': `# A\n\n${body}\n`, 'en-US/a.md': '# A\n\nText.', ...files });
  const { html, markdown } = page(library, 'fr-FR', 'a');
  expect(pageFlaws(`<!doctype html><title>A</title><article>${html}</article>`, '/help/')).toEqual([]);
  return {
    html: html.replace(/^.*<\/h1>\n/s, ''),
    markdown,
    found: problems(library),
    used: [...library.pages.images.used.values()],
  };
}

const saved = 'docx xlsx pptx odt csv zip 7z gz ics epub'.split(' ');
const viewed = 'pdf mp4 webm mp3'.split(' ');

test.each([...saved, ...viewed])('a file that ends in .%s is published', (ending) => {
  const { html, found, used } = linked(`[Formulaire](guide.${ending})`, { [`fr-FR/guide.${ending}`]: bytes });
  const name = saved.includes(ending) ? ` download="guide.${ending}"` : '';
  const size = `<span dir="auto">(${localSize(bytes.length, 'fr-FR')})</span>`;
  expect(used).toEqual([expect.stringMatching(new RegExp(`^media/guide\\.[0-9a-f]{10}\\.${ending}$`))]);
  expect(html).toBe(`<p><a href="/help/${used[0] ?? ''}"${name}>Formulaire ${size}</a></p>`);
  expect(found).toEqual([]);
});

test.each(
  'html htm xhtml shtml svgz doc xls xml xsl js mjs wasm swf exe msi docm xlsm bat lnk jar apk php key pem'.split(' '),
)('a file that ends in .%s is not', (ending) => {
  const { html, found, used } = linked(`[Fichier](guide.${ending})`, { [`fr-FR/guide.${ending}`]: bytes });
  expect(used).toEqual([]);
  expect(html).toBe('<p><span class="broken-link">Fichier</span></p>');
  expect(found).toEqual(['fr-FR/a.md:3:1 broken-link']);
});

test.each<[what: string, body: string, path: string, href: RegExp]>([
  ['in another folder', '[F](../files/guide.pdf)', 'files/guide.pdf', /^media\/guide\.\w+\.pdf$/],
  ['beside the source article', '[F](files/guide.pdf)', 'en-US/files/guide.pdf', /^media\/guide\.\w+\.pdf$/],
  ['from the root', '[F](/files/guide.pdf)', 'files/guide.pdf', /^media\/guide\.\w+\.pdf$/],
  ['with a page of it', '[F](guide.pdf#page=3)', 'fr-FR/guide.pdf', /^media\/guide\.\w+\.pdf#page=3$/],
  ['with a blank in its name', '[F](mon%20guide.pdf)', 'fr-FR/mon guide.pdf', /^media\/mon-guide\.\w+\.pdf$/],
  ['in other letters', '[F](請求書.pdf)', 'fr-FR/請求書.pdf', /^media\/-\.\w+\.pdf$/],
  ['in capitals', '[F](GUIDE.PDF)', 'fr-FR/guide.pdf', /^media\/guide\.\w+\.pdf$/],
  ['in HTML', '<p><a href="guide.pdf">F</a></p>', 'fr-FR/guide.pdf', /^media\/guide\.\w+\.pdf$/],
  ['with its address elsewhere', '[F][1]\n\n[1]: guide.pdf', 'fr-FR/guide.pdf', /^media\/guide\.\w+\.pdf$/],
])('found: %s', (_what, body, path, href) => {
  const { html, markdown, found, used } = linked(body, { [path]: bytes });
  const [, address = ''] = /href="\/help\/([^"]*)"/.exec(html) ?? [];
  expect(address).toMatch(href);
  expect(used).toEqual([address.replace(/#.*/, '')]);
  expect(markdown).toContain(`/help/${address}`);
  expect(found).toEqual([]);
});

test('a name with other letters is what browsers save the file as', () => {
  expect(linked('[F](請求書.xlsx)', { 'fr-FR/請求書.xlsx': bytes }).html).toContain('download="請求書.xlsx"');
});

test.each([
  ['that is not there', '[F](guide.pdf)', {}],
  ['outside of the content', '[F](../../guide.pdf)', {}],
  ['that is hidden', '[F](.secret/guide.pdf)', { 'fr-FR/.secret/guide.pdf': bytes }],
  ['with a hidden name', '[F](.guide.pdf)', { 'fr-FR/.guide.pdf': bytes }],
  ['that is shown as a picture', '![F](guide.pdf)', { 'fr-FR/guide.pdf': bytes }],
])('a file %s is named', (_what, body, files) => {
  const { found, used } = linked(body, files);
  expect(used).toEqual([]);
  expect(found).toEqual([expect.stringMatching(/^fr-FR\/a\.md:3:1 (?:broken-link|missing-image)$/)]);
});

test('a symbolic link to a file outside of the content leads nowhere', () => {
  const outside = folderOf({ 'guide.pdf': bytes });
  const root = folderOf({ 'fr-FR/a.md': '# A\n\n[F](guide.pdf)' });
  symlinkSync(join(outside, 'guide.pdf'), join(root, 'fr-FR/guide.pdf'));
  const library = read({}, { roots: [root] });
  expect(page(library, 'fr-FR', 'a').html).toContain('<span class="broken-link">F</span>');
  expect([...library.pages.images.used]).toEqual([]);
});

test('a very large file is published and named, and one beyond all measure is not', () => {
  const root = folderOf({
    'fr-FR/a.md': '# A\n\n[F](film.mp4), [G](all.zip)',
    'fr-FR/film.mp4': '',
    'fr-FR/all.zip': '',
  });
  truncateSync(join(root, 'fr-FR/film.mp4'), 26 * 2 ** 20);
  truncateSync(join(root, 'fr-FR/all.zip'), 2 ** 30 + 1);
  const library = read({}, { roots: [root] });
  expect(problems(library)).toEqual(['fr-FR/a.md:3:1 large-download', 'fr-FR/a.md:3:16 broken-link']);
  expect(page(library, 'fr-FR', 'a').html).toContain('</a>, <span class="broken-link">G</span>');
});

test('a page is made again where a file that it links to has changed', () => {
  const root = folderOf({ 'fr-FR/a.md': '# A\n\n[F](guide.pdf)', 'fr-FR/guide.pdf': 'one' });
  const key = () => [...plannedPages('fr-FR', read({}, { roots: [root] }))].map((planned) => keyOf(planned.input()));
  const before = key();
  expect(key()).toEqual(before);
  writeFileSync(join(root, 'fr-FR/guide.pdf'), 'two');
  expect(key()).not.toEqual(before);
});

test('a build says how much there is to download', () => {
  const root = folderOf({
    'a.pdf': Buffer.alloc(2_000_000),
    'b.zip': Buffer.alloc(1),
    'c.png': Buffer.alloc(9_000_000),
  });
  const files = ['a.pdf', 'b.zip', 'c.png'].map((name) => join(root, name));
  expect(describeDownloads(files)).toBe('2 files to download, 2.1 MB; the largest is a.pdf, 2 MB.');
  expect(describeDownloads(files.slice(2))).toBeUndefined();
});

test.each([
  [0, 'en-US', '0 kB'],
  [1, 'en-US', '1 kB'],
  [999_999, 'de-DE', '1.000 kB'],
  [2_050_000, 'en-US', '2.1 MB'],
  [2_050_000, 'fr-FR', '2,1 Mo'],
])('%d bytes in %s are %s', (size, locale, expected) => {
  expect(localSize(size, locale).replace(/\s/g, ' ')).toBe(expected);
});

test('no kind of file can be run', () => {
  expect(isOfKind('download', 'a')).toBe(false);
  expect(isOfKind('download', '.zip')).toBe(false);
  expect(isOfKind('download', 'a.pdf.html')).toBe(false);
});
