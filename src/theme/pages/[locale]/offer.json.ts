/** How a page is offered in a locale to readers of others; loaded only where a reader's browser asks for this language. */
import type { APIRoute } from 'astro';
import { openSite } from '../../../store/site.ts';
import { routeLocale } from '../../../store/site-paths.ts';
import type { OfferWords } from '../../../client/page/offer.ts';
import { languageName } from '../../../core/languages.ts';
import { stringsFor } from '../../../ui/strings.ts';

export function getStaticPaths() {
  return openSite().built.map(({ path }) => ({ params: { locale: path } }));
}

export const GET: APIRoute = ({ params }) => {
  const { tag } = routeLocale(openSite(), params);
  const strings = stringsFor(tag);
  const words: OfferWords = {
    text: strings.t('languages.offer', { language: languageName(tag, tag) }),
    dismiss: strings.t('languages.dismiss'),
  };
  return Response.json(words);
};
