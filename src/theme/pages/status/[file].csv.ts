/** The status board for spreadsheets: `summary.csv`, and one file a locale. */
import type { APIRoute } from 'astro';
import { openSite } from '../../../store/site.ts';
import { openStatus } from '../../../status/site-status.ts';
import { editionsCsv, summaryCsv } from '../../../status/csv.ts';

export function getStaticPaths() {
  const site = openSite();
  if (!site.facts.status) return [];
  const files = site.built.map(({ tag, path }) => ({ params: { file: path }, props: { tag } }));
  return [{ params: { file: 'summary' }, props: { tag: undefined } }, ...files];
}

export const GET: APIRoute<{ tag: string | undefined }> = ({ props: { tag } }) => {
  const status = openStatus();
  const text = status ? (tag === undefined ? summaryCsv(status.summary) : editionsCsv(status.editions(tag))) : '';
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
