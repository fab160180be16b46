import languedocs from './src/astro/integration.ts';

/**
 * Every command reads this file. Astro's `defineConfig` would only check its types, as the next line does, but have a quarter of a
 * second to load first.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
  srcDir: './src/theme',
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
      // Everyday words are known; these are what a tax number is called where the product is sold.
      synonyms: {
        'de-DE': [['Umsatzsteuernummer', 'USt-IdNr']],
        'id-ID': [['NPWP', 'ID pajak']],
        'nb-NO': [['moms', 'mva']],
      },
      documentationHosts: ['docs.nimbus.example'],
      support: 'https://portal.nimbus.example/support?question={query}&locale={locale}',
      report: 'https://portal.nimbus.example/translations?article={article}&locale={locale}&sentence={sentence}',
    }),
  ],
};
