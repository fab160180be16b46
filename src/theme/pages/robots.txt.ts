/** Lets search engines in, and names the sitemap where there is one. */
import type { APIRoute } from 'astro';
import { absolute } from '../../store/site-paths.ts';

export const GET: APIRoute = ({ locals }) => {
  const { site } = locals;
  const sitemap =
    site.facts.origin === undefined ? '' : `\nSitemap: ${absolute(site, `${site.facts.base}sitemap.xml`)}\n`;
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`, { headers: { 'Content-Type': 'text/plain' } });
};
