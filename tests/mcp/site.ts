/** The files of a small finished site, as far as the tools for assistants read them. */

export const locales = {
  sourceLocale: 'en-US',
  locales: [
    { tag: 'en-US', path: 'en-us', name: 'English', direction: 'ltr', url: '/help/en-us/', articles: 2 },
    { tag: 'fr-FR', path: 'fr-fr', name: 'Français', direction: 'ltr', url: '/help/fr-fr/', articles: 1 },
    { tag: 'zh-TW', path: 'zh-tw', name: '中文', direction: 'ltr', url: '/help/zh-tw/', articles: 0 },
  ],
};

interface Facts {
  readonly title: string;
  readonly translation: string;
  readonly state?: string;
  readonly headings?: readonly { id: string; depth: number; text: string }[];
}

function edition(slug: string, path: string, { state = 'current', headings = [], ...facts }: Facts) {
  return { ...facts, state, url: `/help/${path}/${slug}/`, markdown: 'x', file: 'x', headings, steps: [] };
}

const payInvoice = {
  'en-US': edition('pay-invoice', 'en-us', { title: 'Pay an invoice', translation: 'source' }),
  'fr-FR': edition('pay-invoice', 'fr-fr', {
    title: 'Payer une facture',
    translation: 'machine',
    state: 'behind',
    headings: [
      { id: 'pay', depth: 1, text: 'Payer une facture' },
      { id: 'by-card', depth: 2, text: 'Par carte' },
    ],
  }),
};
const nested = { 'en-US': edition('billing/tax', 'en-us', { title: 'Tax', translation: 'source' }) };
const unlisted = { 'fr-FR': edition('unlisted', 'fr-fr', { title: 'Secret sale', translation: 'human' }) };

function article(slug: string, editions: object) {
  return JSON.stringify({ slug, sourceLocale: 'en-US', locales: editions });
}

function id(...slugs: string[]) {
  return JSON.stringify({ topics: slugs.map((slug) => ({ slug, title: { 'en-US': slug } })) });
}

function topic(slug: string, editions: Readonly<Record<string, { title: string }>>) {
  const title = Object.fromEntries(Object.entries(editions).map(([tag, facts]) => [tag, facts.title]));
  return { slug, title, ids: [], locales: editions };
}

export const siteFiles: Readonly<Record<string, string>> = {
  'api/v1/locales.json': JSON.stringify(locales),
  'api/v1/index.json': JSON.stringify({
    topics: [topic('billing/tax', nested)],
    next: '/help/api/v1/index-2.json',
  }),
  'api/v1/index-2.json': JSON.stringify({ topics: [topic('pay-invoice', payInvoice)] }),
  'api/v1/articles/pay-invoice.json': article('pay-invoice', payInvoice),
  'api/v1/articles/billing/tax.json': article('billing/tax', nested),
  'api/v1/articles/unlisted.json': article('unlisted', unlisted),
  'api/v1/ids/7302.json': id('pay-invoice'),
  'api/v1/ids/old-name.json': id('pay-invoice'),
  'api/v1/ids/shared.json': id('billing/tax', 'pay-invoice'),
  // As a site that somebody has damaged may say.
  'api/v1/ids/gone.json': id('../../../../etc/passwd'),
  'en-us/pay-invoice.md': '# Pay an invoice\n\nOpen the portal.\n',
  'en-us/billing/tax.md': '# Tax\n',
  'fr-fr/pay-invoice.md': `# Payer une facture\n\n${'Ouvrez le portail.\n\n'.repeat(60)}`,
  'fr-fr/pay-invoice/index.html': `<!DOCTYPE html><title>x</title><ol><li id="step-1">Menu</li></ol><article>
    <h1 id="pay">Payer une facture</h1>
    <h2 id="by-card">Par carte</h2>
    <ol><li id="step-1"><p>Ouvrez le <a href="/help/fr-fr/tax/">portail</a>.</p></li><li id="step-2"><p>Payez.</p></li></ol>
    <h2 id="else">Sinon</h2><ol><li id="step-2-1">Écrivez-nous.</li></ol></article>`,
  'sitemap.xml':
    '<sitemapindex><sitemap><loc>https://help.example/help/sitemap-en-us.xml</loc></sitemap></sitemapindex>',
};
