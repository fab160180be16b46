/** The page of an article as it is published: one that is not what was meant shows its article as plain text. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { plainText } from '../pipeline/render/plain-text.ts';
import { serialize } from '../pipeline/render/serialize.ts';
import type { Page } from '../pipeline/types.ts';
import type { PageEntry } from '../store/page-pack.ts';
import type { Site } from '../store/site.ts';
import { pageFlaws } from './page-flaws.ts';

export interface ArticlePage {
  readonly html: Uint8Array;
  /** The site of which the page was made, for the other files of the article. */
  readonly site: Site;
  /** What was wrong with the page, and whether it still is. */
  readonly problems: readonly { readonly problem: string; readonly fatal: boolean }[];
}

/**
 * Makes the page of an article and looks at it. What is wrong there is a defect of the generator that an article found; it must cost
 * no other article its page, so that only a page that is wrong without the markup of its article, too, keeps a site from readers.
 *
 * @param render makes the page from what a site knows
 */
export async function articlePage(
  site: Site,
  tag: string,
  entry: PageEntry,
  render: (site: Site) => Promise<Uint8Array>,
): Promise<ArticlePage> {
  const html = await render(site);
  const flaws = flawsOf(html, site.facts.base);
  if (flaws.length === 0) return { html, site, problems: [] };
  const plain = withPlainPage(site, tag, entry.slug);
  const plainHtml = await render(plain);
  const problems = [
    ...flaws.map((problem) => ({ problem: `${problem}; it shows its article as plain text`, fatal: false })),
    ...flawsOf(plainHtml, site.facts.base).map((problem) => ({ problem, fatal: true })),
  ];
  return { html: plainHtml, site: plain, problems };
}

function flawsOf(html: Uint8Array, base: string): string[] {
  return pageFlaws(new TextDecoder().decode(html), base);
}

/** The same site, but for one page, which has no markup of its article, and no sentences beside others. */
function withPlainPage(site: Site, tag: string, slug: string): Site {
  const { originalLocale: _without, ...page } = site.page(tag, slug);
  // It begins with the title, which is shown as such.
  const body = parseFragment(page.html).childNodes.filter(({ nodeName }, at) => at > 0 || nodeName !== 'h1');
  const text = body.map(textOf).join('');
  const html = serialize(plainText(page.title, text.trim()));
  const plain: Page = { ...page, html, toc: [] };
  return {
    ...site,
    locale: (of) => site.locale(of),
    entries: (of) => site.entries(of),
    page: (locale, of) => (locale === tag && of === slug ? plain : site.page(locale, of)),
    original: (locale, of) => site.original(locale, of),
    list: (of) => site.list(of),
  };
}

function textOf(node: DefaultTreeAdapterTypes.ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
