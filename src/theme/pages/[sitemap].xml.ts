/** `sitemap.xml` and `sitemap-<locale>.xml`. Sitemaps need complete addresses: there are none while the origin is unknown. */
import type { APIRoute } from 'astro';
import { siteOfPaths } from '../rendering.ts';
import { sitemap, sitemapIndex } from '../../exports/sitemap.ts';

export function getStaticPaths() {
  const site = siteOfPaths();
  if (site.facts.origin === undefined) return [];
  return [
    { params: { sitemap: 'sitemap' }, props: {} },
    ...site.built.map(({ tag, path }) => ({ params: { sitemap: `sitemap-${path}` }, props: { tag } })),
  ];
}

export const GET: APIRoute<{ tag?: string }> = ({ props, locals }) => {
  const { site } = locals;
  const xml = props.tag === undefined ? sitemapIndex(site) : sitemap(site, site.locale(props.tag));
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
