/** How a page is offered in a locale to readers of others; loaded only where a reader's browser asks for this language. */
import type { APIRoute } from 'astro';
import { siteOfPaths } from '../../rendering.ts';
import { routeLocale } from '../../../store/site-paths.ts';
import type { OfferWords } from '../../../client/page/offer.ts';
import { languageName } from '../../../core/languages.ts';
import { stringsFor } from '../../../ui/strings.ts';

export function getStaticPaths() {
  return siteOfPaths().built.map(({ path }) => ({ params: { locale: path } }));
}

export const GET: APIRoute = ({ params, locals }) => {
  const { tag } = routeLocale(locals.site, params);
  const strings = stringsFor(tag);
  const words: OfferWords = {
    text: strings.t('languages.offer', { language: languageName(tag, tag) }),
    dismiss: strings.t('languages.dismiss'),
  };
  return Response.json(words);
};
