/** Damage by machine translation in the sample content, and what readers see of it: nothing. */
import { describe, expect, test } from 'vitest';
import { articleFile, helpCentre, read, readContent } from './sites.ts';

interface Specimen {
  readonly what: string;
  readonly locale: string;
  readonly slug: string;
  /** As it stands in the file. */
  readonly damaged: string;
  /** As it stands on the page, without the marks of sentences. */
  readonly mended: string;
}

const specimens: readonly Specimen[] = [
  {
    what: 'a word glued to a link',
    locale: 'fr-FR',
    slug: 'tax-ids',
    damaged: '[Contactez le support facturation](contact-billing-support.md)si une erreur',
    mended: '<a href="/help/fr-fr/contact-billing-support/">Contactez le support facturation</a> si une erreur',
  },
  {
    what: 'a blank before the full stop',
    locale: 'fr-FR',
    slug: 'tax-ids',
    damaged: 'sélectionnez **Ajouter** .',
    mended: 'sélectionnez <strong>Ajouter</strong>.',
  },
  {
    what: 'a full stop pulled into bold',
    locale: 'fr-FR',
    slug: 'tax-ids',
    damaged: 'Sélectionnez **Enregistrer.**',
    mended: 'Sélectionnez <strong>Enregistrer</strong>.',
  },
  {
    what: 'tracking in an address',
    locale: 'fr-FR',
    slug: 'refunds-and-credits',
    damaged: '[portail Nimbus](https://portal.nimbus.example/?WT.mc_id=Portal-Nimbus_Billing)',
    mended: '<a href="https://portal.nimbus.example/" rel="noopener">portail Nimbus</a>',
  },
  {
    what: 'blanks inside of bold',
    locale: 'nl-NL',
    slug: 'refunds-and-credits',
    damaged: 'naar ** Facturering ** en selecteert',
    mended: 'naar <strong>Facturering</strong> en selecteert',
  },
  {
    what: 'a translated keyword of an alert',
    locale: 'nb-NO',
    slug: 'tax-ids',
    damaged: '> [!MERK]\n> En skatte-ID',
    mended: '<aside class="alert alert-note" role="note"> <p class="alert-title">Merk</p> <p>En skatte-ID',
  },
  {
    what: 'a link without text',
    locale: 'id-ID',
    slug: 'contact-billing-support',
    damaged: 'Kirim email ke [](mailto:billing@nimbus.example) dari',
    mended: 'Kirim email ke <a href="mailto:billing@nimbus.example">billing@nimbus.example</a> dari',
  },
  {
    what: 'a link split in two',
    locale: 'id-ID',
    slug: 'download-invoices',
    damaged: '[portal Nimbus] (https://portal.nimbus.example/), buka',
    mended: '<a href="https://portal.nimbus.example/" rel="noopener">portal Nimbus</a>, buka',
  },
  {
    what: 'a word glued to bold',
    locale: 'ar-SA',
    slug: 'failed-payments',
    damaged: '**الفواتير**ثم افتح',
    mended: '<strong>الفواتير</strong> ثم افتح',
  },
  {
    what: 'an end tag that ends nothing',
    locale: 'ar-SA',
    slug: 'failed-payments',
    damaged: 'ولا يلزمك الانتظار.</br>',
    mended: 'ولا يلزمك الانتظار.<br>',
  },
  {
    what: 'bold that holds nothing',
    locale: 'zh-TW',
    slug: 'refunds-and-credits',
    damaged: '選取 ****[送出申請]。',
    mended: '選取 [送出申請]。',
  },
  {
    what: 'digits of another script than the product’s',
    locale: 'th-TH',
    slug: 'failed-payments',
    damaged: 'ไปแล้ว ๓๐ วัน',
    mended: 'ไปแล้ว 30 วัน',
  },
  {
    what: 'remains of a field of Word in an address',
    locale: 'th-TH',
    slug: 'tax-ids',
    damaged: '(https://portal.nimbus.example/%22%20%5Cl%20%22tax-ids%22%20%5Ct%20%22_blank#tax-ids)',
    mended: '<a href="https://portal.nimbus.example/#tax-ids" rel="noopener">พอร์ทัล Nimbus</a>',
  },
];

/** As a reader sees it: without the empty marks of sentences, with blanks in a row as one. */
const seen = (html: string): string => html.replace(/<\/?span[^>]*>/g, '').replace(/\s+/g, ' ');

describe.each(specimens)('$what ($locale/$slug)', ({ locale, slug, damaged, mended }) => {
  // Otherwise the other test would pass for want of damage.
  test('is in the content', () => {
    expect(readContent(`${locale}/${slug}.md`).toString('utf8')).toContain(damaged);
  });
  test('is mended on the page', () => {
    expect(seen(read(helpCentre, articleFile(locale, slug)))).toContain(mended);
  });
});
