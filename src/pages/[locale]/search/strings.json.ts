/** What the search says in a locale; loaded when a reader begins to search, so that no page carries it. */
import type { APIRoute } from 'astro';
import { openSite } from '../../../site/packs.ts';
import { routeLocale } from '../../../site/paths.ts';
import type { SearchStrings } from '../../../search/client/strings.ts';
import { languageName } from '../../../ui/languages.ts';
import { stringsFor } from '../../../ui/strings.ts';

export function getStaticPaths() {
  return openSite().built.map(({ path }) => ({ params: { locale: path } }));
}

export const GET: APIRoute = ({ params }) => {
  const site = openSite();
  const { tag } = routeLocale(site, params);
  const { t, plurals } = bound(tag);
  const sourceName = languageName(site.sourceLocale, tag);
  // In its own language, the advice to search in the source's language would be odd.
  const sameLanguage = new Intl.Locale(site.sourceLocale).language === new Intl.Locale(tag).language;
  const strings: SearchStrings = {
    results: plurals('search.results'),
    none: t('search.none', { query: '{{query}}' }),
    hint: sameLanguage ? t('search.hintSource') : t('search.hint', { language: sourceName }),
    failed: t('search.failed'),
    more: t('search.more'),
    machine: t('search.machine'),
    inSource: t('search.inLanguage', { language: sourceName }),
  };
  return Response.json(strings);
};

function bound(tag: string) {
  const strings = stringsFor(tag);
  return { t: strings.t.bind(strings), plurals: strings.plurals.bind(strings) };
}
