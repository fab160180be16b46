/** The source of an article's sentences, made when a preview is asked for it. */
import type { APIRoute } from 'astro';
import { openSite } from '../store/site.ts';

export function getStaticPaths() {
  const site = openSite();
  return site.built.flatMap(({ tag, path }) =>
    site.entries(tag).map(({ slug }) => ({ params: { locale: path, slug }, props: { tag, slug } })),
  );
}

export const GET: APIRoute<{ tag: string; slug: string }> = ({ props }) =>
  new Response(Buffer.from(openSite().original(props.tag, props.slug) ?? '{}'), {
    headers: { 'Content-Type': 'application/json' },
  });
