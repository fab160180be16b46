/** The built help centre, page by page. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { unchanging } from '../../src/exports/headers.ts';
import { contentSecurityPolicies } from '../../src/exports/content-security.ts';
import { stringsFor } from '../../src/ui/strings.ts';
import { articleOf, type Html, parseHtml, property, prose, shown, tag } from './html.ts';
import {
  articleFile,
  base,
  helpCentre,
  lacking,
  pagesOf,
  read,
  readBytes,
  readContent,
  sample,
  slugs,
  tags,
} from './sites.ts';

const pages = new Map<string, Html>();

function page(path: string): Html {
  let html = pages.get(path);
  if (!html) pages.set(path, (html = parseHtml(read(helpCentre, path))));
  return html;
}

const article = (locale: string, slug: string): Element => articleOf(page(articleFile(locale, slug)));
const heading = tag('h1', 'h2', 'h3', 'h4', 'h5', 'h6');
const idOf = (element: Element): string | undefined => property(element, 'id');

/** What a page says about its translation. */
function notice(path: string): string | undefined {
  const [found] = shown(page(path).tree, ({ properties }) => String(properties.className) === 'notice');
  return found && toString(found);
}

/** Pages of a locale; `''` for those that belong to none. */
const pagesIn = (locale: string): string[] =>
  pagesOf(helpCentre).filter((path) =>
    locale === '' ? !path.includes('/') : path.startsWith(`${locale.toLowerCase()}/`),
  );

test('the command ends well and says what it made', () => {
  expect(helpCentre.command).toMatchObject({ code: 0 });
  expect(helpCentre.command.text).toContain('120 pages in 10 locales');
});

test('the content is as the tests expect it', () => {
  expect([tags.length, slugs.length]).toEqual([10, 12]);
  expect(existsSync(join(import.meta.dirname, '../../content', lacking.tag, `${lacking.slug}.md`))).toBe(false);
});

describe.each(tags)('%s', (locale) => {
  const path = locale.toLowerCase();

  test('has every article and the pages around them', () => {
    const own = ['404.html', 'all/index.html', 'index.html', 'search/index.html'];
    const expected = [...own, ...slugs.map((slug) => `${slug}/index.html`)].map((name) => `${path}/${name}`);
    expect(pagesIn(locale).filter((name) => !name.includes('/topics/'))).toEqual(expected.sort());
  });

  test('has a page for each topic area, which lists its articles', () => {
    const topics = pagesIn(locale).filter((name) => name.includes('/topics/'));
    const listed = topics.flatMap((name) => {
      const list = shown(page(name).tree, (element) => String(element.properties.className) === 'article-links')[0];
      return list ? shown(list, tag('a')).map((link) => property(link, 'href')) : [];
    });
    expect(listed.sort()).toEqual(slugs.map((slug) => `${base}${path}/${slug}/`));
  });

  test('has the headings of the source under the same ids', () => {
    const idsIn = (each: string): unknown =>
      slugs.map((slug) => [
        slug,
        shown(article(each, slug), heading).map((element) => [element.tagName, idOf(element)]),
      ]);
    expect(idsIn(locale)).toEqual(idsIn('en-US'));
  });

  test('states its language and direction', () => {
    const expected = { lang: locale, dir: locale === 'ar-SA' ? 'rtl' : 'ltr' };
    for (const each of pagesIn(locale)) {
      expect(shown(page(each).tree, tag('html'))[0]?.properties, each).toMatchObject(expected);
    }
  });

  test('says the direction wherever it says the language', () => {
    for (const path of pagesIn(locale)) {
      const bare = shown(page(path).tree, ({ properties }) => 'lang' in properties && !('dir' in properties));
      expect(bare.map(({ tagName, properties }) => [path, tagName, properties.lang])).toEqual([]);
    }
  });

  test('lists all articles in the order of the language', () => {
    const list = shown(page(`${path}/all/index.html`).tree, tag('main'))[0];
    const titles = list ? shown(list, tag('a')).map((link) => toString(link).trim()) : [];
    expect(titles).toEqual([...titles].sort(new Intl.Collator(locale, { numeric: true }).compare));
    expect(titles).toHaveLength(slugs.length);
  });
});

describe.each(['', ...tags])('every page of “%s”', (locale) => {
  test('is HTML without errors', () => {
    expect(pagesIn(locale).flatMap((path) => page(path).errors.map((error) => `${path}:${error}`))).toEqual([]);
  });

  test('has one top heading', () => {
    const counts = pagesIn(locale).map((path) => [path, shown(page(path).tree, tag('h1')).length]);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  });

  test('has no id twice', () => {
    const twice = pagesIn(locale).flatMap((path) => {
      const ids = shown(page(path).tree, (element) => idOf(element) !== undefined).map(idOf);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  test('leads within the site to files and places that are there', () => {
    expect(pagesIn(locale).flatMap((path) => addressesOn(path).flatMap((address) => trouble(path, address)))).toEqual(
      [],
    );
  });

  test('shows no remains of the hand-back', () => {
    const remains = /data-[ts]tu-id|sxs-lookup|%22%20%5C|WT\.mc_id|\[\]\(/;
    expect(pagesIn(locale).filter((path) => remains.test(read(helpCentre, path)))).toEqual([]);
  });
});

test.each(tags)('articles in %s show no asterisks of broken bold', (locale) => {
  expect(slugs.filter((slug) => prose(article(locale, slug)).includes('**'))).toEqual([]);
});

test.each(tags)('articles in %s show placeholders in code as they were written', (locale) => {
  const code = shown(article(locale, 'pay-by-bank-transfer'), tag('code')).map((element) => toString(element));
  expect(code).toContain('NIMBUS <invoice-number>');
});

test('articles have no elements but those that Markdown and its extensions make', () => {
  const names = tags.flatMap((locale) =>
    slugs.flatMap((slug) => shown(article(locale, slug), () => true).map(({ tagName }) => tagName)),
  );
  const text = ['article', 'h1', 'h2', 'p', 'ol', 'ul', 'li', 'aside', 'pre'];
  // `noscript` holds the way to the source for readers without scripts.
  const inline = ['a', 'span', 'strong', 'code', 'br', 'img', 'noscript'];
  const table = ['div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
  expect(new Set(names).difference(new Set([...text, ...inline, ...table]))).toEqual(new Set());
});

describe('of a page that falls back to the source', () => {
  const { tree } = page(articleFile(lacking.tag, lacking.slug));

  test('the frame is in the reader’s language', () => {
    expect(notice(articleFile(lacking.tag, lacking.slug))).toContain('บทความนี้ยังไม่มีฉบับภาษาไทย');
  });
  test('the article says that it is English', () => {
    expect(shown(tree, tag('article'))[0]?.properties).toMatchObject({ lang: 'en-US', dir: 'ltr' });
  });
  test('links lead on in the reader’s locale', () => {
    const links = shown(article(lacking.tag, lacking.slug), tag('a')).map((link) => property(link, 'href'));
    expect(links.filter((href) => href?.startsWith(base))).toEqual([
      '/help/th-th/billing-roles/',
      '/help/th-th/download-invoices/#download-one-invoice',
    ]);
  });
});

test.each([
  ['fr-FR', 'pay-invoice', 'Cet article a été traduit automatiquement'],
  ['nl-NL', 'pay-by-bank-transfer', 'Het origineel is gewijzigd'],
  ['de-DE', 'pay-invoice', stringsFor('de-DE').t('notice.human')],
])('%s %s says what it is', (locale, slug, words) => {
  expect(notice(articleFile(locale, slug))).toContain(words);
});

test('a translation that is behind says what it lacks', () => {
  const lacks = stringsFor('nl-NL').t('notice.missingPassages', { count: 2 });
  expect(notice(articleFile('nl-NL', 'pay-by-bank-transfer'))).toContain(lacks);
});

test('the original needs no word about its translation', () => {
  expect(notice(articleFile('en-US', 'pay-invoice'))).toBeUndefined();
});

describe.each([
  ['download-invoices', 'invoice-list.png'],
  ['read-your-invoice', 'invoice-parts.png'],
])('the picture of %s', (slug, name) => {
  const bytes = readContent(`media/${name}`);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const published = `media/${name.replace('.png', `.${hash}.png`)}`;
  const pictures = tags.map((locale) => shown(article(locale, slug), tag('img'))[0]?.properties);

  test('is published under its content', () => {
    expect(readBytes(helpCentre, published).equals(bytes)).toBe(true);
  });
  test('is the same in every locale, with its size', () => {
    // Width and height stand in the header of a PNG file.
    const expected = { src: base + published, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    expect(pictures).toEqual(tags.map(() => expect.objectContaining(expected) as unknown));
  });
  test('is described in each language', () => {
    expect(new Set(pictures.map((picture) => picture?.alt)).size).toBe(tags.length);
  });
});

test.each([
  ['the help centre', helpCentre],
  ['the made-up site', sample],
])('no page of %s runs a script of its own or styles itself', (_name, site) => {
  const inline = /<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=|javascript:/;
  expect(pagesOf(site).filter((path) => inline.test(read(site, path)))).toEqual([]);
});

test.each([
  ['the help centre', helpCentre],
  ['the made-up site', sample],
])('every page of %s forbids what is not its own', (_name, site) => {
  const expected = contentSecurityPolicies('/help/').map(
    (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
  const policies = /<meta http-equiv="Content-Security-Policy"[^>]*>/g;
  const others = pagesOf(site).filter((path) => read(site, path).match(policies)?.join() !== expected.join());
  expect(others).toEqual([]);
  expect(expected.join()).not.toMatch(/unsafe-|https?:/);
});

test.each(unchanging)('each file in %s has a digest in its name, since it is kept for ever', (folder) => {
  const names = readdirSync(join(helpCentre.folder, folder));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !/\.[\w-]{8,10}\.\w+$/.test(name))).toEqual([]);
});

function addressesOn(path: string): string[] {
  const addresses = shown(page(path).tree, () => true).flatMap((element) =>
    ['href', 'src', 'action'].flatMap((name) => property(element, name) ?? []),
  );
  return [...new Set(addresses)];
}

/** What is wrong with an address on a page, if anything is. */
function trouble(path: string, address: string): string[] {
  const { origin, pathname, hash } = new URL(address, `https://site.example${base}${path}`);
  if (origin !== 'https://site.example') return [];
  const says = (what: string): string[] => [`${path}: ${address} ${what}`];
  if (!address.startsWith('/') && !address.startsWith('#')) return says('is relative');
  if (!pathname.startsWith(base)) return says('leaves the base');
  const below = decodeURI(pathname.slice(base.length));
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  if (address.startsWith('#') ? false : !existsSync(join(helpCentre.folder, file))) return says('leads to no file');
  if (hash === '') return [];
  const target = page(address.startsWith('#') ? path : file);
  const id = decodeURIComponent(hash.slice(1));
  return shown(target.tree, (element) => idOf(element) === id).length === 1 ? [] : says('names no place');
}
