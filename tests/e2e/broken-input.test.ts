/** The build command on what it was not made for: broken articles, no articles, wrong options. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Finished, makeWorkFolder, removeWorkFolder, runBuild } from './command.ts';

const folder = makeWorkFolder();
const content = join(folder, 'content');
const out = join(folder, 'site');
const unmade = join(folder, 'unmade');
afterAll(() => removeWorkFolder(folder, 'site', 'unmade'));

const articles: Readonly<Record<string, string>> = {
  'lost.md': '# An article of no language\n\nNobody knows who shall read this.\n',
  'fr-FR/bad-header.md':
    '---\ntitle: Un titre: deux fois\nms.contentlocale: fr-FR\n---\n# <a name="bad-header"></a>En-tête cassé\n\nLe texte reste.\n',
  'fr-FR/no-picture.md':
    '---\nms.contentlocale: fr-FR\n---\n# <a name="no-picture"></a>Sans image\n\nVoici :\n\n![Une facture](gone.png)\n',
  'fr-FR/good.md':
    '---\nms.contentlocale: fr-FR\n---\n# <a name="good"></a>Tout va bien\n\nVoir [l’image](no-picture.md).\n',
};

function write(files: Readonly<Record<string, string>>, root: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Digest of all files below a folder, with their names. */
function digestOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    if (statSync(join(root, path)).isFile()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

describe('one article without a locale, one with a broken header, one without its picture, one good', () => {
  let finished: Finished;
  beforeAll(async () => {
    write(articles, content);
    finished = await runBuild('--content', content, '--out', out);
  });

  test('the command tells that not all is well', () => {
    expect(finished.code).toBe(1);
  });

  test.each([
    ['lost.md:1:1', 'locale-unknown'],
    ['fr-FR/bad-header.md:2:16', 'front-matter-unreadable'],
    ['fr-FR/no-picture.md:8:1', 'missing-image'],
  ])('%s is named for %s', (place, rule) => {
    const line = finished.text.split('\n').find((each) => each.includes(place));
    expect(line).toContain(rule);
  });

  test('the good article is not named', () => {
    expect(finished.text).not.toContain('good.md');
  });

  test('the three that have a locale are published', () => {
    const published = readdirSync(join(out, 'fr-fr')).filter((name) =>
      existsSync(join(out, 'fr-fr', name, 'index.html')),
    );
    expect(published.sort()).toEqual(['all', 'bad-header', 'good', 'no-picture', 'search']);
  });

  test.each([
    ['bad-header', 'Le texte reste.'],
    ['no-picture', '<span class="missing-image">Une facture</span>'],
    ['good', '<a href="/fr-fr/no-picture/">l’image</a>'],
  ])('the page of %s shows what there is', (slug, html) => {
    expect(readFileSync(join(out, 'fr-fr', slug, 'index.html'), 'utf8')).toContain(html);
  });

  describe('then a folder without articles', () => {
    let before: string;
    let failed: Finished;
    beforeAll(async () => {
      before = digestOf(out);
      const empty = join(folder, 'empty');
      write({ 'picture.png': 'no picture', 'lost.md': '# A text in no language\n' }, empty);
      failed = await runBuild('--content', empty, '--out', out);
    });

    test('the command fails and says why, and what would work', () => {
      expect(failed.code).toBe(1);
      expect(failed.text).toMatch(/^There are no articles in [^\n]*; nothing was built\.$/m);
      expect(failed.text).toMatch(/lost\.md:1:1 The file names no locale/);
      expect(failed.text).toContain(`${join(folder, 'empty')}/fr-FR/pay-invoice.md`);
    });
    test('the site that was there stays as it was', () => {
      expect(digestOf(out)).toBe(before);
    });
  });
});

test.each([
  ['a base that is no path', ['--base', 'help'], 'Wrong base `help`'],
  ['a locale that nobody speaks', ['--locales', 'fr-FR,klingon'], 'Unknown locale `klingon`'],
  ['a site without an address', ['--site', 'help.example'], 'Wrong site `help.example`'],
  ['a folder that is not there', ['--content', 'nowhere'], 'There is no directory'],
  ['an option that does not exist', ['--colour'], '--colour'],
])('%s is wrong usage', async (_what, options, message) => {
  const { code, text } = await runBuild(...options, '--out', unmade);
  expect(code).toBe(2);
  expect(text).toContain(message);
  expect(text).toContain('npm run build -- --help');
  expect(existsSync(unmade)).toBe(false);
});

test('a locale that has no articles cannot be built', async () => {
  const { code, text } = await runBuild('--content', content, '--locales', 'sv-SE', '--out', unmade);
  expect(code).toBe(2);
  expect(text).toContain('No articles in sv-SE are published; there are fr-FR.');
  expect(existsSync(unmade)).toBe(false);
});
