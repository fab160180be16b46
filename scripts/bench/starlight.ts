/** The same articles as a project for Astro Starlight. Its search index is made by the Pagefind that it brings. */
import { localeOf } from '../../src/core/locales.ts';
import { localesOf, mainLocale, markdownFile, type PeerFile, type PlainArticle } from './articles.ts';

/** What npm installs into the project. */
export const starlightPackages = ['@astrojs/starlight@latest', 'astro@latest'];

/** All files of the project but its packages. */
export function starlightFiles(articles: readonly PlainArticle[]): PeerFile[] {
  return [
    { path: 'package.json', text: `${JSON.stringify({ name: 'peer', private: true, type: 'module' })}\n` },
    { path: 'astro.config.mjs', text: configuration(articles) },
    { path: 'src/content.config.ts', text: collections },
    ...articles.map((item) => markdownFile(`src/content/docs/${localeOf(item.locale).path}`, item)),
  ];
}

// Starlight writes alternates only where it knows the site's address. Its side bar would name all articles on every page, which
// no other layout here does, so it is empty.
function configuration(articles: readonly PlainArticle[]): string {
  const locales = Object.fromEntries(
    localesOf(articles).map((tag) => {
      const { path, name, direction } = localeOf(tag);
      return [path, { label: name, lang: tag, dir: direction }];
    }),
  );
  const options = {
    title: 'Help',
    defaultLocale: localeOf(mainLocale(articles)).path,
    locales,
    sidebar: [],
    pagination: false,
    tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
  };
  return `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://help.example',
  integrations: [starlight(${JSON.stringify(options, undefined, 2)})],
});
`;
}

const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;
