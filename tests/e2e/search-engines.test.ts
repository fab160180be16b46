/** What the built help centre tells search engines. */
import { describe, expect, test } from 'vitest';
import { parseHtml, property, shown, tag } from './html.ts';
import { articleFile, helpCentre, lacking, origin, read, slugs, tags } from './sites.ts';

const others = tags.filter((each) => each !== lacking.tag);
const listed = slugs.filter((slug) => slug !== lacking.slug);
const addressOf = (locale: string, rest: string): string => `${origin}/help/${locale.toLowerCase()}/${rest}`;

interface Told {
  readonly canonical: string | undefined;
  /** Languages and addresses of translations. */
  readonly alternates: Readonly<Record<string, string | undefined>>;
  readonly robots: string | undefined;
}

function told(path: string): Told {
  const elements = shown(parseHtml(read(helpCentre, path)).tree, tag('link', 'meta'));
  const links = elements.map((element) => ({ rel: String(element.properties.rel), element }));
  const canonical = links.find(({ rel }) => rel === 'canonical');
  const robots = elements.find((element) => property(element, 'name') === 'robots');
  const alternates = links
    .filter(({ rel, element }) => rel === 'alternate' && property(element, 'hrefLang') !== undefined)
    .map(({ element }) => [property(element, 'hrefLang') ?? '', property(element, 'href')] as const);
  return {
    canonical: canonical && property(canonical.element, 'href'),
    alternates: Object.fromEntries(alternates),
    robots: robots && property(robots, 'content'),
  };
}

/** Addresses of a page in these locales, and of the source for everybody else. */
function inAll(locales: readonly string[], rest: string): Record<string, string> {
  return {
    ...Object.fromEntries(locales.map((locale) => [locale, addressOf(locale, rest)])),
    'x-default': addressOf('en-US', rest),
  };
}

describe.each(tags)('%s', (locale) => {
  test.each(listed)('%s names itself and all its translations', (slug) => {
    const rest = `${slug}/`;
    expect(told(articleFile(locale, slug))).toEqual({
      canonical: addressOf(locale, rest),
      alternates: inAll(tags, rest),
      robots: undefined,
    });
  });

  test('the home page names itself and all its translations', () => {
    const path = locale.toLowerCase();
    expect(told(`${path}/index.html`)).toEqual({
      canonical: addressOf(locale, ''),
      alternates: inAll(tags, ''),
      robots: undefined,
    });
  });

  test.each(['404.html', 'search/index.html'])('%s is not to be listed', (name) => {
    expect(told(`${locale.toLowerCase()}/${name}`)).toMatchObject({ alternates: {}, robots: 'noindex,nofollow' });
  });
});

test.each(others)('the article that is not to be listed says so in %s, and names no fallback page', (locale) => {
  const rest = `${lacking.slug}/`;
  expect(told(articleFile(locale, lacking.slug))).toEqual({
    canonical: addressOf(locale, rest),
    alternates: inAll(others, rest),
    robots: 'noindex,nofollow',
  });
});

test('a page that falls back to the source leaves everything to the source', () => {
  expect(told(articleFile(lacking.tag, lacking.slug))).toEqual({
    canonical: addressOf('en-US', `${lacking.slug}/`),
    alternates: {},
    robots: 'noindex,nofollow',
  });
});

describe('the sitemap', () => {
  const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, value = '']) => value);
  const sitemapOf = (locale: string): string => read(helpCentre, `sitemap-${locale.toLowerCase()}.xml`);

  test('has a part for each locale', () => {
    expect(all(read(helpCentre, 'sitemap.xml'), /<loc>([^<]*)/g)).toEqual(
      tags.map((locale) => `${origin}/help/sitemap-${locale.toLowerCase()}.xml`),
    );
  });

  test('is named in robots.txt', () => {
    expect(read(helpCentre, 'robots.txt')).toContain(`Sitemap: ${origin}/help/sitemap.xml`);
  });

  test.each(tags)('lists the home page and the articles of %s', (locale) => {
    const expected = ['', ...listed.map((slug) => `${slug}/`)].map((rest) => addressOf(locale, rest));
    expect(all(sitemapOf(locale), /<loc>([^<]*)/g)).toEqual(expected);
  });

  test.each(tags)('names all translations of each article of %s', (locale) => {
    const entries = sitemapOf(locale).split('<url>').slice(2);
    const languages = entries.map((entry) => all(entry, /hreflang="([^"]*)"/g));
    expect(languages).toEqual(listed.map(() => [...tags, 'x-default']));
  });

  test.each(tags)('does not know the article of %s that is not to be listed', (locale) => {
    expect(sitemapOf(locale)).not.toContain(lacking.slug);
  });
});
