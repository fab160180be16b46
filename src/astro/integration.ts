/** Languedocs as an Astro integration: what a site's `astro.config.mjs` names. It states the options; commands bring the rest. */
import type { AstroIntegration } from 'astro';
import { resolveOptions, type LanguedocsOptions, type ResolvedOptions } from '../config/options.ts';
import { siteIntegrationName } from './site-integration-name.ts';

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
      'astro:config:setup': ({ command, config }) => {
        // Types can be checked for no site in particular; pages cannot be made.
        const makesPages = command === 'build' || command === 'dev';
        if (makesPages && !config.integrations.some(({ name }) => name === siteIntegrationName))
          throw new Error('Astro alone does not know the articles. Use `npm run build` or `npm run dev`.');
      },
    },
  };
}
