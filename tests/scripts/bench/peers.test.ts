import { expect, test } from 'vitest';
import { onePerPlace, plainArticle } from '../../../scripts/bench/articles.ts';
import { hugoFiles } from '../../../scripts/bench/hugo.ts';
import { starlightFiles } from '../../../scripts/bench/starlight.ts';

const articles = [
  { locale: 'ar-SA', slug: 'pay', title: 'دفع "الآن"', body: 'نص\n' },
  { locale: 'fr-FR', slug: 'pay', title: 'Payer', body: 'Texte\n' },
  { locale: 'fr-FR', slug: 'refund/late', title: 'Rembourser', body: 'Texte\n' },
];

test('an article is its title and its text', () => {
  expect(
    plainArticle('fr-FR/Pay_Now.md', '---\ntitle: Payer\nms.custom: x\n---\n# <a name="pay"></a>Payer ici\n\nTexte\n'),
  ).toEqual({
    locale: 'fr-FR',
    slug: 'pay-now',
    title: 'Payer',
    body: 'Texte\n',
  });
});

test('the heading is the title where there is no other', () => {
  expect(plainArticle('fr-FR/a.md', '# <a name="pay"></a>Payer\nTexte')).toMatchObject({
    title: 'Payer',
    body: 'Texte',
  });
});

test('the locale comes from the front matter, else from the path', () => {
  expect(plainArticle('0001.txt', '---\nms.contentlocale: nl-nl\n---\nTekst')).toMatchObject({
    locale: 'nl-NL',
    slug: '0001',
  });
  expect(plainArticle('pay.fr-FR.md', 'Texte')).toMatchObject({ locale: 'fr-FR', slug: 'pay' });
  expect(plainArticle('pay.md', 'Texte')).toBeUndefined();
});

test('what would stop a generator is made harmless', () => {
  const body = plainArticle(
    'fr-FR/index.md',
    '![a](media/a.png) ![b](https://x.example/b.png) {{< c >}}\n\n[d]: media/d.png\n',
  );
  expect(body).toMatchObject({
    slug: 'index-article',
    body: '![a](/media/a.png) ![b](https://x.example/b.png) {&#123;< c >}}\n\n[d]: /media/d.png\n',
  });
});

test('the words for an image may hold brackets', () => {
  const article = plainArticle('zh-TW/a.md', '![[列印] 對話方塊 \\]](media/p.gif) [[a]](b.md)');
  expect(article?.body).toBe('![[列印] 對話方塊 \\]](/media/p.gif) [[a]](b.md)');
});

test('the first of several articles at one place stays', () => {
  const [first, ...rest] = articles;
  const twice = [...rest, ...(first ? [first, { ...first, title: 'Other' }] : [])];
  expect(onePerPlace(twice)).toEqual(articles);
});

test('Hugo gets a folder and a language for each locale', () => {
  const files = new Map(hugoFiles(articles).map(({ path, text }) => [path, text]));
  expect([...files.keys()]).toEqual([
    'config.toml',
    'layouts/_default/baseof.html',
    'layouts/_default/single.html',
    'layouts/_default/list.html',
    'content/ar-sa/pay.md',
    'content/fr-fr/pay.md',
    'content/fr-fr/refund/late.md',
  ]);
  expect(files.get('content/ar-sa/pay.md')).toBe('---\ntitle: "دفع \\"الآن\\""\n---\n\nنص\n');
  expect(files.get('config.toml')).toContain(
    '[languages."ar-sa"]\ncontentDir = "content/ar-sa"\nlanguageCode = "ar-SA"',
  );
  expect(files.get('config.toml')).toContain('languageDirection = "rtl"');
  expect(files.get('config.toml')).toContain('defaultContentLanguage = "fr-fr"');
});

test('Starlight gets a folder and a locale for each', () => {
  const files = new Map(starlightFiles(articles).map(({ path, text }) => [path, text]));
  expect([...files.keys()]).toEqual([
    'package.json',
    'astro.config.mjs',
    'src/content.config.ts',
    'src/content/docs/ar-sa/pay.md',
    'src/content/docs/fr-fr/pay.md',
    'src/content/docs/fr-fr/refund/late.md',
  ]);
  expect(files.get('astro.config.mjs')).toContain('"defaultLocale": "fr-fr"');
  expect(files.get('astro.config.mjs')).toMatch(/"ar-sa": \{[^}]*"lang": "ar-SA",\s+"dir": "rtl"/);
});
