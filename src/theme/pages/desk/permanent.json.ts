/** What permanent links that several articles share say in each language; loaded by the choice between them. */
import type { APIRoute } from 'astro';
import { stringsFor } from '../../../ui/strings.ts';
import type { ChoiceStrings } from '../../../client/page/permanent.ts';

export const GET: APIRoute = ({ locals }) => {
  const strings = locals.site.facts.locales.map(({ tag, direction }): [string, ChoiceStrings] => {
    const words = stringsFor(tag);
    return [
      tag,
      {
        direction,
        choose: words.t('permanent.choose'),
        several: words.t('permanent.several', { id: '{{id}}' }),
      },
    ];
  });
  return Response.json(Object.fromEntries(strings));
};
