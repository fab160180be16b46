/** By this name the integration of a site's `astro.config.mjs` finds that a command of Languedocs runs Astro. */
export const siteIntegrationName = 'languedocs-site';
