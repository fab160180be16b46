/** What the search says in a locale, and where it looks; loaded when a reader begins to search, so that no page carries it. */
import type { APIRoute } from 'astro';
import type { IndexPlace } from '../../../../search/query/site-search.ts';
import type { SearchStrings } from '../../../../client/search/search-strings.ts';
import { siteOfPaths } from '../../../rendering.ts';
import type { Site, SiteLocale } from '../../../../store/site.ts';
import { localePath, routeLocale, searchIndexPath } from '../../../../store/site-paths.ts';
import { languageName } from '../../../../core/languages.ts';
import { stringsFor } from '../../../../ui/strings.ts';

export function getStaticPaths() {
  return siteOfPaths().built.map(({ path }) => ({ params: { locale: path } }));
}

export const GET: APIRoute = ({ params, locals }) => {
  const { site } = locals;
  const locale = routeLocale(site, params);
  const strings = stringsFor(locale.tag);
  const text = strings.t.bind(strings);
  const language = languageName(locale.tag, locale.tag);
  const source = languageName(site.facts.sourceLocale, locale.tag);
  // In its own language, the advice to search in the source's language would be odd.
  const sameLanguage = new Intl.Locale(site.facts.sourceLocale).language === new Intl.Locale(locale.tag).language;
  const answer: SearchStrings = {
    results: strings.plurals('search.results'),
    none: text('search.none', { query: '{{query}}' }),
    hint: sameLanguage ? text('search.hintSource') : text('search.hint', { language: source }),
    more: text('search.more'),
    didYouMean: text('search.didYouMean', { suggestion: '{{suggestion}}' }),
    corrected: text('search.corrected', { suggestion: '{{suggestion}}', query: '{{query}}' }),
    section: text('search.section', { title: '{{title}}' }),
    step: text('search.step', { number: '{{number}}' }),
    byId: text('search.byId', { id: '{{id}}' }),
    inSource: text('search.inSource', { language, other: source }),
    translations: { machine: text('search.machine') },
    ways: [
      { text: text('list.all'), href: localePath(site, locale, 'all/') },
      ...(site.facts.support === undefined ? [] : [{ text: text('footer.support'), href: site.facts.support }]),
    ],
    indexes: site.isPreview ? [] : indexesFor(site, locale),
  };
  return Response.json(answer);
};

/** The locale's own index, then that of the source, as far as they have articles. */
function indexesFor(site: Site, locale: SiteLocale): IndexPlace[] {
  const source = site.facts.locales.filter(({ tag }) => tag === site.facts.sourceLocale && tag !== locale.tag);
  return [locale, ...source]
    .filter(({ articles }) => articles > 0)
    .map((place) => ({
      tag: place.tag,
      direction: place.direction,
      index: searchIndexPath(site, place),
      home: localePath(site, place),
    }));
}
