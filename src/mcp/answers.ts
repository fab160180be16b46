/** What the tools for assistants answer: a value of their schemas, or the problem and the next step. */
import type { z } from 'zod';
import type { Piece } from '../search/query/snippet.ts';
import type { Found } from '../search/query/site-search.ts';
import type { BuiltSite } from './built-site.ts';
import { chooseLocale } from './choose-locale.ts';
import { type Edition, editionOf, factsIn } from './edition.ts';
import { findArticle } from './find-article.ts';
import { PagePlaces, stepOf } from './places.ts';
import { isProblem, type Problem } from './problem.ts';
import {
  type articleInput,
  type ArticleOutput,
  type LocalesOutput,
  type searchInput,
  type SearchOutput,
  type stateInput,
  type StateOutput,
  type stepInput,
  type StepOutput,
  usualCharacters,
} from './schemas.ts';
import { windowOf } from './window.ts';

/** Headings that an answer lists. */
const mostSections = 100;

export async function searchAnswer(
  { query, locale, limit, offset }: z.output<typeof searchInput>,
  site: BuiltSite,
): Promise<SearchOutput | Problem> {
  const chosen = chooseLocale(locale ?? site.sourceLocale, site.tags);
  if (isProblem(chosen)) return chosen;
  const search = site.search(chosen.tag);
  if (!search) {
    const others = site.tags.filter((tag) => site.search(tag) !== undefined).join(', ');
    return { problem: `The site has no search in ${chosen.tag}. It has one in: ${others || 'no locale'}.` };
  }
  const found = await search.search(query);
  const results = await found.load(offset, limit);
  const notes = [
    chosen.note,
    found.fallback ? `Nothing was found in ${chosen.tag}. The results are in ${found.locale.tag}.` : undefined,
    found.corrected ? 'No article has these words. The results are for the suggestion.' : undefined,
    found.total === 0 ? 'Nothing was found. Try fewer or other words, or an error code alone.' : undefined,
  ].filter((note) => note !== undefined);
  return {
    locale: found.locale.tag,
    total: found.total,
    ...(offset + results.length < found.total ? { nextOffset: offset + results.length } : {}),
    ...(found.suggestion === undefined ? {} : { suggestion: found.suggestion }),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    results: results.map((result) => resultOf(result, site)),
  };
}

function resultOf(
  { slug, title, url, excerpt, translation, place }: Found,
  site: BuiltSite,
): SearchOutput['results'][number] {
  const id = place?.url.slice(place.url.indexOf('#') + 1) ?? '';
  const step = place?.step === undefined ? undefined : stepOf(id);
  return {
    slug,
    title: plain(title),
    url: site.addressOf(url),
    excerpt: plain(excerpt),
    translation,
    ...(place === undefined
      ? {}
      : {
          place: {
            url: site.addressOf(place.url),
            section: place.heading,
            id,
            ...(step === undefined ? {} : { step: step.number, list: step.list }),
          },
        }),
  };
}

function plain(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

export function articleAnswer(
  { slug, locale, section, offset, limit }: z.output<typeof articleInput>,
  site: BuiltSite,
): ArticleOutput | Problem {
  const edition = editionOf(slug, locale, site);
  if (isProblem(edition)) return edition;
  const { title, url, translation, state, updated, headings } = edition.facts;
  const whole = section === undefined ? site.markdown(edition.tag, edition.slug) : sectionOf(section, edition, site);
  if (typeof whole !== 'string') return whole;
  const { text, next } = windowOf(whole, offset, limit);
  const place = section === undefined ? '' : `#${section}`;
  return {
    slug: edition.slug,
    locale: edition.tag,
    title,
    url: site.addressOf(url + place),
    translation,
    state,
    ...(updated === undefined ? {} : { updated }),
    ...(edition.note === undefined ? {} : { note: edition.note }),
    markdown: text,
    characters: whole.length,
    ...(next === undefined ? {} : { nextOffset: next }),
    ...(section !== undefined || offset > 0
      ? {}
      : {
          sections: headings
            .filter(({ depth }) => depth > 1)
            .slice(0, mostSections)
            .map(({ id, depth, text: heading }) => ({ id, depth, heading })),
        }),
  };
}

function sectionOf(id: string, edition: Edition, site: BuiltSite): string | Problem {
  const markdown = placesOf(edition, site).markdown(id);
  if (markdown !== undefined) return markdown;
  const known = edition.facts.headings.filter(({ depth }) => depth > 1).map((heading) => heading.id);
  const next =
    known.length === 0 ? 'It has none: ask without `section`.' : `It has: ${known.slice(0, mostSections).join(', ')}.`;
  return { problem: `The article ${edition.slug} has no section ${JSON.stringify(id)} in ${edition.tag}. ${next}` };
}

export function stepAnswer(
  { slug, locale, number, list }: z.output<typeof stepInput>,
  site: BuiltSite,
): StepOutput | Problem {
  const edition = editionOf(slug, locale, site);
  if (isProblem(edition)) return edition;
  const places = placesOf(edition, site);
  const inList = places.steps.filter((step) => step.list === list);
  const step = inList.find((candidate) => candidate.number === number);
  const markdown = step && places.markdown(step.id);
  if (!step || markdown === undefined) return noSuchStep(list, number, edition, places);
  const { title, url, translation, state } = edition.facts;
  const { text, next } = windowOf(markdown, 0, usualCharacters);
  return {
    slug: edition.slug,
    locale: edition.tag,
    title,
    section: step.section,
    list,
    number,
    steps: inList.length,
    url: site.addressOf(`${url}#${step.id}`),
    translation,
    state,
    ...(edition.note === undefined ? {} : { note: edition.note }),
    markdown: text,
    shortened: next !== undefined,
  };
}

function noSuchStep(list: number, number: number, { slug, tag }: Edition, { steps }: PagePlaces): Problem {
  const lists = [...Map.groupBy(steps, (step) => step.list)]
    .slice(0, mostSections)
    .map(([at, inList]) => `list ${at} has ${inList.length}`);
  const next =
    lists.length === 0
      ? 'It has no steps: the tool `article` gives its text.'
      : `Of its lists of steps, ${lists.join(', ')}.`;
  return { problem: `The article ${slug} has no step ${number} in list ${list} in ${tag}. ${next}` };
}

function placesOf({ tag, slug }: Edition, site: BuiltSite): PagePlaces {
  return new PagePlaces(site.page(tag, slug));
}

export function stateAnswer({ slug: text }: z.output<typeof stateInput>, site: BuiltSite): StateOutput | Problem {
  const found = findArticle(text, site);
  if (isProblem(found)) return found;
  const article = site.article(found.slug);
  const { sourceLocale, tags } = site;
  const having = tags.flatMap((tag) => {
    const facts = factsIn(article, tag);
    return facts ? [{ tag, facts }] : [];
  });
  return {
    slug: found.slug,
    title: (factsIn(article, sourceLocale) ?? having[0]?.facts)?.title ?? found.slug,
    sourceLocale,
    locales: having.map(({ tag, facts: { url, translation, state, updated } }) => ({
      locale: tag,
      url: site.addressOf(url),
      translation,
      state,
      ...(updated === undefined ? {} : { updated }),
    })),
    missing: tags.filter((tag) => factsIn(article, tag) === undefined),
  };
}

export function localesAnswer(site: BuiltSite): LocalesOutput {
  return {
    sourceLocale: site.sourceLocale,
    locales: site.locales.map(({ tag, name, url, articles }) => ({
      locale: tag,
      name,
      url: site.addressOf(url),
      articles,
    })),
  };
}
