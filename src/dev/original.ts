/** The source of an article's sentences, made when a preview is asked for it. */
import type { APIRoute } from 'astro';
import { siteOfPaths } from '../theme/rendering.ts';

export function getStaticPaths() {
  const site = siteOfPaths();
  return site.built.flatMap(({ tag, path }) =>
    site.entries(tag).map(({ slug }) => ({ params: { locale: path, slug }, props: { tag, slug } })),
  );
}

export const GET: APIRoute<{ tag: string; slug: string }> = ({ props, locals }) =>
  new Response(Buffer.from(locals.site.original(props.tag, props.slug) ?? '{}'), {
    headers: { 'Content-Type': 'application/json' },
  });
