import languedocs from './src/site/integration.ts';

/**
 * Every command reads this file. Astro's `defineConfig` would only check its types, as the next line does, but have a quarter of a
 * second to load first.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
  trailingSlash: 'always',
  // The default joins inline elements that stand on lines of their own, and with them the words of a sentence.
  compressHTML: true,
  // Pages wait for the disk, so several are written at a time; which ones says nothing about what is in them.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 8 },
  integrations: [
    languedocs({
      title: 'Nimbus Help',
      sourceLocale: 'en-US',
      content: ['content'],
      slugHistory: 'slugs.json',
      synonyms: {
        'en-US': [
          ['bill', 'invoice'],
          ['settle', 'pay'],
          ['declined', 'rejected', 'failed'],
          ['late', 'overdue', 'past due'],
          ['money back', 'refund'],
        ],
        'de-DE': [
          ['zahlen', 'bezahlen', 'begleichen'],
          ['abgelehnt', 'fehlgeschlagen'],
          ['Umsatzsteuernummer', 'USt-IdNr'],
          ['Geld zurück', 'Erstattung'],
          ['Frist', 'Fälligkeit'],
        ],
        'fr-FR': [
          ['régler', 'payer'],
          ['refusée', 'échec'],
          ['délai', 'échéance'],
          ['rembourser', 'remboursement'],
        ],
        'nl-NL': [
          ['rekening', 'factuur'],
          ['geweigerd', 'mislukt'],
          ['overmaken', 'overschrijving'],
          ['geld terug', 'terugbetaling'],
        ],
        'nb-NO': [
          ['regning', 'faktura'],
          ['regningen', 'fakturaen'],
          ['avvist', 'mislykket'],
          ['moms', 'mva'],
          ['penger tilbake', 'refusjon'],
        ],
        'id-ID': [
          ['tagihan', 'faktur'],
          ['bayar', 'membayar', 'pembayaran'],
          ['ditolak', 'gagal'],
          ['telat', 'terlambat'],
          ['NPWP', 'pajak'],
          ['uang kembali', 'pengembalian'],
        ],
        'ja-JP': [
          ['払う', '払い', '支払う', '支払い'],
          ['断られ', '拒否', '失敗'],
          ['締め切り', '期限', '期日'],
        ],
        'zh-TW': [
          ['帳單', '發票'],
          ['付錢', '繳費', '付款', '支付'],
          ['退錢', '退款'],
          ['拒絕', '失敗'],
        ],
        'th-TH': [
          ['บิล', 'ใบแจ้งหนี้'],
          ['จ่าย', 'ชำระ', 'ชำระเงิน'],
          ['คืนเงิน', 'เงินคืน'],
          ['ปฏิเสธ', 'ไม่สำเร็จ'],
        ],
        'ar-SA': [
          ['سداد', 'دفع'],
          ['مرفوضة', 'فشل'],
          ['استرجاع', 'استرداد'],
        ],
      },
      documentationHosts: ['docs.nimbus.example'],
      support: 'https://portal.nimbus.example/support?question={query}&locale={locale}',
      report: 'https://portal.nimbus.example/translations?article={article}&locale={locale}&sentence={sentence}',
    }),
  ],
};
