/** The status board for spreadsheets: `summary.csv`, and one file a locale. */
import type { APIRoute } from 'astro';
import { siteOfPaths } from '../../rendering.ts';
import { editionsCsv, summaryCsv } from '../../../status/csv.ts';

export function getStaticPaths() {
  const site = siteOfPaths();
  if (!site.facts.status) return [];
  const files = site.built.map(({ tag, path }) => ({ params: { file: path }, props: { tag } }));
  return [{ params: { file: 'summary' }, props: { tag: undefined } }, ...files];
}

export const GET: APIRoute<{ tag: string | undefined }> = ({ props: { tag }, locals }) => {
  const status = locals.status();
  const text = status ? (tag === undefined ? summaryCsv(status.summary) : editionsCsv(status.editions(tag))) : '';
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
