/**
 * How a build gets its templates out of Astro: compiled, with the files that pages load, and without a page. Threads render the pages
 * later, and as long as no template changes, later builds need not ask Astro again. This is the way that Astro has for adapters
 * which render pages in another place than Astro's own process.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';

/** The entry's name below the folder of templates. Astro insists on how it begins. */
export const templatesEntry = 'prerender-entry.mjs';
/** List of the files that templates are made of, below the same folder: a JSON array of absolute paths. */
export const templatesSources = 'sources.json';

/** Hooks that make a build of Astro leave its templates in `templates/` beside its output directory. */
export function compiledTemplates(): Pick<
  AstroIntegration['hooks'],
  'astro:config:setup' | 'astro:config:done' | 'astro:build:start'
> {
  let made = '';
  let kept = '';
  return {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({ vite: { plugins: [templatesPlugin()] } });
    },
    'astro:config:done': ({ config, setAdapter }) => {
      made = fileURLToPath(new URL('.prerender/', config.outDir));
      kept = fileURLToPath(new URL('../templates/', config.outDir));
      setAdapter({
        name: 'languedocs',
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- The other value is; this one will become the default.
        entrypointResolution: 'auto',
        adapterFeatures: { buildOutput: 'static' },
        supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
      });
    },
    'astro:build:start': ({ setPrerenderer }) => {
      setPrerenderer({
        name: 'languedocs',
        setup: () => {
          renameSync(made, kept);
          return Promise.resolve();
        },
        getStaticPaths: () => Promise.resolve([]),
        render: () => Promise.reject(new Error('Pages are rendered by threads, from the templates.')),
      });
    },
  };
}

function templatesPlugin(): Plugin {
  return {
    name: 'languedocs-templates',
    configEnvironment(environment) {
      if (environment !== 'prerender') return undefined;
      const input = { 'prerender-entry': join(import.meta.dirname, 'templates-entry.ts') };
      return { build: { rolldownOptions: { input, output: { entryFileNames: templatesEntry } } } };
    },
    writeBundle({ dir = '' }) {
      if (this.environment.name !== 'prerender') return;
      const sources = [...this.getModuleIds()].map((id) => id.replace(/\?.*/s, '')).filter((id) => isAbsolute(id));
      writeFileSync(join(dir, templatesSources), JSON.stringify([...new Set(sources)].sort()));
    },
  };
}
