/**
 * The integration by which commands tell Astro what it has to know of a site: its base and origin, which are stated once, its hand-written
 * home pages and its icon, and the routes of articles.
 */
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { originalFile } from '../store/site-paths.ts';
import { compiledTemplates } from './adapter.ts';
import { articleComponent, articlePattern } from './article-route.ts';
import type { Frame } from './astro-settings.ts';
import { homesPlugin } from './homes.ts';
import { iconPlugin } from './icon.ts';
import { siteIntegrationName } from './site-integration-name.ts';

/** For Astro's `build`, which compiles the templates, and its `dev`, which serves the preview. */
export function siteIntegration({ base, origin, homes, icon }: Frame): AstroIntegration {
  const compiled: AstroIntegration = { name: 'languedocs-templates', hooks: compiledTemplates() };
  return {
    name: siteIntegrationName,
    hooks: {
      'astro:config:setup': ({ command, updateConfig, injectRoute }) => {
        updateConfig({
          base,
          ...(origin === undefined ? {} : { site: origin }),
          integrations: command === 'build' ? [mdx(), compiled] : [mdx()],
          vite: {
            plugins: [homesPlugin(homes), iconPlugin(icon)],
            // Everything stays a file of its own: kept by browsers, and allowed by a strict content security policy.
            build: { assetsInlineLimit: 0 },
          },
        });
        if (command === 'dev') {
          injectRoute({ pattern: '/[locale]/[...slug]', entrypoint: './src/dev/article.astro' });
          // A build writes these files itself, from its packs.
          injectRoute({ pattern: `/[locale]/[...slug]/${originalFile}`, entrypoint: './src/dev/original.ts' });
        } else {
          injectRoute({ pattern: articlePattern, entrypoint: `./${articleComponent}` });
        }
      },
    },
  };
}
