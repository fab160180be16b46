/**
 * Languedocs as an Astro integration. It brings the prepared site into Astro's configuration, so that base and origin are
 * stated once, and the hand-written home pages into the bundle.
 */
import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { homesPlugin } from './homes.ts';
import { resolveOptions, type LanguedocsOptions, type ResolvedOptions } from './options.ts';
import { openSite, packFolder, type Site } from './packs.ts';
import { originalFile } from './paths.ts';

export interface LanguedocsIntegration extends AstroIntegration {
  /** Validated and complete, for scripts that read the configuration without Astro. */
  readonly options: ResolvedOptions;
}

/** Throws where an option is wrong. */
export default function languedocs(options: LanguedocsOptions): LanguedocsIntegration {
  return {
    name: 'languedocs',
    options: resolveOptions(options),
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, addWatchFile, injectRoute }) => {
        const site = preparedSite(command);
        // Scripts import the configuration only for its options; they need not load an MDX compiler.
        const { default: mdx } = await import('@astrojs/mdx');
        updateConfig({
          ...(site === undefined
            ? {}
            : { base: site.base, ...(site.origin === undefined ? {} : { site: site.origin }) }),
          integrations: [mdx()],
          vite: {
            plugins: [homesPlugin(site)],
            // Everything stays a file of its own: kept by browsers, and allowed by a strict content security policy.
            build: { assetsInlineLimit: 0 },
          },
        });
        // A build writes these files itself, from its packs.
        if (command === 'dev')
          injectRoute({ pattern: `/[locale]/[...slug]/${originalFile}`, entrypoint: './src/dev/original.ts' });
        // A preview replaces a changed home page like any module; a watched file would start the whole server anew.
        if (command === 'dev') return;
        for (const { home } of site?.locales ?? []) if (home !== undefined) addWatchFile(home);
      },
      'astro:build:done': ({ dir }) => {
        moveNotFoundPages(openSite(), fileURLToPath(dir));
      },
    },
  };
}

/** Types can be checked before anything is prepared; pages cannot be built. */
function preparedSite(command: string): Site | undefined {
  if (command === 'sync' && !existsSync(packFolder())) return undefined;
  return openSite();
}

/** Hosts look for `404.html` beside what was not found; Astro writes a file of that name only at the root. */
function moveNotFoundPages(site: Site, folder: string): void {
  for (const { path } of site.built) {
    const made = join(folder, path, '404', 'index.html');
    if (!existsSync(made)) continue;
    mkdirSync(join(folder, path), { recursive: true });
    renameSync(made, join(folder, path, '404.html'));
    rmdirSync(join(folder, path, '404'));
  }
}
