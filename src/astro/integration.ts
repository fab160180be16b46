/**
 * Languedocs as an Astro integration. It brings a site's base and origin into Astro's configuration, so that they are stated once,
 * and the hand-written home pages into the bundle.
 */
import type { AstroIntegration } from 'astro';
import { compiledTemplates } from './adapter.ts';
import { articleComponent, articlePattern } from './article-route.ts';
import { type Frame, usedFrame } from './astro-settings.ts';
import { homesPlugin } from './homes.ts';
import { iconPlugin } from './icon.ts';
import { resolveOptions, type LanguedocsOptions, type ResolvedOptions } from '../config/options.ts';
import { originalFile } from '../store/site-paths.ts';

export interface LanguedocsIntegration extends AstroIntegration {
  /** Validated and complete, for scripts that read the configuration without Astro. */
  readonly options: ResolvedOptions;
}

/** Throws where an option is wrong. */
export default function languedocs(options: LanguedocsOptions): LanguedocsIntegration {
  const compiled: AstroIntegration = { name: 'languedocs-templates', hooks: compiledTemplates() };
  return {
    name: 'languedocs',
    options: resolveOptions(options),
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectRoute }) => {
        const frame = frameFor(command);
        // Scripts import the configuration only for its options; they need not load an MDX compiler.
        const { default: mdx } = await import('@astrojs/mdx');
        updateConfig({
          ...(frame === undefined
            ? {}
            : { base: frame.base, ...(frame.origin === undefined ? {} : { site: frame.origin }) }),
          integrations: command === 'build' ? [mdx(), compiled] : [mdx()],
          vite: {
            plugins: [homesPlugin(frame?.homes ?? []), iconPlugin(frame?.icon)],
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

/** Types can be checked for no site in particular; pages cannot be made. */
function frameFor(command: string): Frame | undefined {
  const frame = usedFrame();
  if (frame === undefined && (command === 'build' || command === 'dev'))
    throw new Error('Astro alone does not know the articles. Use `npm run build` or `npm run dev`.');
  return frame;
}
