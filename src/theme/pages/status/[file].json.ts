/** The status board as JSON: `summary.json`, and one file a locale. */
import type { APIRoute } from 'astro';
import { publishedJson } from '../../../core/escape-controls.ts';
import { siteOfPaths } from '../../rendering.ts';

export function getStaticPaths() {
  const site = siteOfPaths();
  if (!site.facts.status) return [];
  const files = site.built.map(({ tag, path }) => ({ params: { file: path }, props: { tag } }));
  return [{ params: { file: 'summary' }, props: { tag: undefined } }, ...files];
}

export const GET: APIRoute<{ tag: string | undefined }> = ({ props: { tag }, locals }) => {
  const status = locals.status();
  const { heatMap: _, ...summary } = status?.summary ?? {};
  const value = tag === undefined ? summary : status?.editions(tag);
  return new Response(`${publishedJson(value, 1)}\n`, { headers: { 'Content-Type': 'application/json' } });
};
