/** A small site in packs: three locales, one article that only the source has, one that search engines shall not list. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localeOf } from '../../src/core/locales.ts';
import type { ListEntry, Page } from '../../src/pipeline/types.ts';
import { PackWriter } from '../../src/store/page-pack.ts';
import { closeSite, openPacks, type PackedSite, writeFacts, type SiteFacts } from '../../src/store/site.ts';

export const tags = ['ar-SA', 'en-US', 'fr-FR'];

interface Sample {
  readonly slug: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly html?: string;
  readonly noindex?: boolean;
  readonly category?: string;
}

const everyBlock = `<h2 id="steps">Steps</h2><ol><li id="step-1">One<ol><li>Inner</li></ol></li><li id="step-2">Two</li></ol>
<h2 id="more">More</h2><aside class="alert alert-note" role="note"><p class="alert-title">Note</p><p>Text.</p></aside>
<div class="table-scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr><th>A</th></tr></thead>
<tbody><tr><td>1</td></tr></tbody></table></div><pre><code>npm start</code></pre>
<div class="tabs"><section class="tab"><p class="tab-title">Windows</p><p>On Windows</p></section>
<section class="tab"><p class="tab-title">macOS</p><p id="mac">On macOS</p></section></div>`;

const samples: readonly Sample[] = [
  {
    slug: 'pay-invoice',
    titles: { 'en-US': 'Pay an invoice', 'fr-FR': 'Payer une facture', 'ar-SA': 'دفع فاتورة' },
    html: everyBlock,
    category: 'Payments',
  },
  { slug: 'export-data', titles: { 'en-US': 'Export data' } },
  { slug: 'legal', titles: { 'en-US': 'Legal', 'fr-FR': 'Mentions légales' }, noindex: true },
];

/**
 * Writes the packs into a folder of their own and opens them.
 *
 * @param order in which order the pages come
 */
export function writeSampleSite(
  facts: Partial<SiteFacts> = {},
  order: <Item>(items: Item[]) => Item[] = (items) => items,
): { folder: string; site: PackedSite } {
  const folder = mkdtempSync(join(tmpdir(), 'languedocs-packs-'));
  const base = facts.base ?? '/';
  writeFacts(folder, {
    title: 'Sample Help',
    base,
    sourceLocale: 'en-US',
    built: tags,
    status: false,
    locales: tags.map((tag) => {
      const { path, name, direction } = localeOf(tag);
      return { tag, path, name, direction, articles: samples.filter(({ titles }) => tag in titles).length };
    }),
    ...facts,
  });
  for (const tag of tags) writePack(folder, base, tag, order);
  closeSite();
  return { folder, site: openPacks(folder) };
}

function writePack(folder: string, base: string, tag: string, order: <Item>(items: Item[]) => Item[]): void {
  const writer = new PackWriter(folder, tag);
  const pages = samples.map((sample) => samplePage(sample, base, tag));
  for (const page of order([...pages])) {
    const { slug, noindex, updated, bodyLocale } = page;
    writer.add(Buffer.from(`${JSON.stringify(page)}\n`), {
      slug,
      noindex,
      fallback: bodyLocale !== tag,
      digest: `digest-${slug}-${tag}`,
      key: '',
      ...(updated === undefined ? {} : { updated }),
    });
  }
  writer.close(pages.map((page) => listEntry(page, base)));
}

function samplePage({ slug, titles, html = '', noindex = false, category }: Sample, base: string, tag: string): Page {
  const own = titles[tag];
  const bodyLocale = own === undefined ? 'en-US' : tag;
  const title = own ?? titles['en-US'] ?? slug;
  const hrefIn = (locale: string): string => `${base}${locale.toLowerCase()}/${slug}/`;
  return {
    locale: tag,
    slug,
    title,
    description: `About: ${title}`,
    bodyLocale,
    translation: bodyLocale === 'en-US' ? 'source' : 'machine',
    state: 'current',
    updated: '2026-10-12',
    ...(category === undefined ? {} : { category }),
    html: `<h1 id="${slug}">${title}</h1><p>Text with a <a href="https://example.com/">link</a>.</p>${html}`,
    markdown: bodyLocale === tag ? `# ${title}\n\nText.\n` : '',
    toc: [...html.matchAll(/<h2 id="(\w+)">(\w+)/g)].map(([, id = '', text = '']) => ({ id, depth: 2, text })),
    alternates: tags.map((locale) => ({ locale, href: hrefIn(locale), translated: locale in titles })),
    canonical: hrefIn(bodyLocale),
    ...(tag === 'en-US' ? {} : { sourceHref: hrefIn('en-US') }),
    noindex,
  };
}

function listEntry({ slug, title, description, bodyLocale, category, noindex, locale }: Page, base: string): ListEntry {
  const href = `${base}${locale.toLowerCase()}/${slug}/`;
  return {
    slug,
    title,
    summary: description,
    href,
    bodyLocale,
    ...(category === undefined ? {} : { category }),
    noindex,
  };
}
