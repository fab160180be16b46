/** The description of the static JSON API in OpenAPI 3.1, `/api/v1/openapi.json`. The tests hold every document against it. */

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const path: Schema = { type: 'string', pattern: '^/', description: 'Path on this host.' };
const locale: Schema = { type: 'string', description: 'BCP 47 tag.', examples: ['fr-FR'] };
const slug: Schema = {
  type: 'string',
  minLength: 1,
  description: "The article's name in addresses, the same in every locale.",
};
const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const count: Schema = { type: 'integer', minimum: 0 };

function list(items: Schema, description?: string): Schema {
  return { type: 'array', items, ...(description === undefined ? {} : { description }) };
}

function byKey(value: Schema, description: string): Schema {
  return { type: 'object', additionalProperties: value, description };
}

/** An object with these fields; the names of those that may be absent end in `?`. */
function object(fields: Readonly<Record<string, Schema>>, description?: string): Schema {
  const names = Object.keys(fields);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
  };
}

function reference(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

const shortEdition = {
  url: path,
  file: { ...text, description: 'Input file, relative to its content directory.' },
  translation: reference('Translation'),
  state: reference('State'),
};

const summary = {
  locale,
  path: { ...text, description: 'The locale as it stands in addresses.' },
  articles: { ...count, description: 'Articles in this locale.' },
  lacking: { ...count, description: 'Articles of the site that this locale lacks.' },
  translation: byKey(count, 'Articles by kind of translation.'),
  state: byKey(count, 'Articles by state.'),
  findings: reference('Findings'),
  rules: byKey(count, 'Findings by rule.'),
};

const schemas: Readonly<Record<string, Schema>> = {
  Translation: {
    enum: ['machine', 'human', 'source', 'recovered', 'unknown'],
    description:
      'How the text came to be. `source`: it is the original; `recovered`: the original, taken out of a bilingual translation.',
  },
  State: {
    enum: ['current', 'same-shape', 'behind'],
    description:
      'Against the newest version of the source: made from it, made from an older one of the same structure, or behind it.',
  },
  Findings: object({ error: count, warning: count, info: count }, 'Numbers of findings by severity.'),
  Edition: object(shortEdition),
  Topic: object({
    slug,
    title: byKey(text, 'Title by locale.'),
    ids: list(text, 'All ids that any edition states.'),
    locales: byKey(reference('Edition'), 'Editions by locale; a locale that lacks a translation is not among them.'),
  }),
  Index: object({
    topics: list(reference('Topic')),
    'next?': { ...path, description: 'The next page of the index; absent on the last one.' },
  }),
  Place: object({ id: { ...text, description: 'Fragment that leads to the place.' }, text }),
  Section: object({ id: text, depth: { type: 'integer', minimum: 1, maximum: 6 }, text }),
  ArticleEdition: object({
    title: text,
    summary: text,
    ...shortEdition,
    markdown: { ...path, description: 'The article as Markdown.' },
    'updated?': day,
    'handoff?': { ...day, description: 'Day on which the translation was handed back.' },
    noindex: { type: 'boolean', description: 'True where search engines shall not list it.' },
    headings: list(reference('Section'), 'Headings in reading order. The ids are the same in every locale.'),
    steps: list(reference('Place'), 'Steps in reading order, with their first words.'),
    findings: reference('Findings'),
  }),
  Article: object({
    slug,
    formerSlugs: list(slug, 'Names that the article had before; they still lead to it.'),
    ids: list(text),
    permanent: { ...path, description: "Opens the article in the reader's language, or in that of `?lang=`." },
    sourceLocale: locale,
    fallbacks: list(locale, 'Locales whose readers are shown the source for want of a translation.'),
    locales: byKey(reference('ArticleEdition'), 'Editions by locale.'),
  }),
  Id: object({
    id: text,
    permanent: { ...path, description: 'Opens the article, or the choice between several, in the reader’s language.' },
    topics: {
      ...list(
        object({
          slug,
          permanent: path,
          article: { ...path, description: "The article's document in this API." },
          title: byKey(text, 'Title by locale.'),
          pages: list(locale, 'Locales that have a page for it.'),
        }),
        'The articles that have this id; more than one where they share it.',
      ),
      minItems: 1,
    },
  }),
  Locales: object({
    sourceLocale: locale,
    locales: list(
      object({
        tag: locale,
        path: text,
        name: { ...text, description: "The locale's own name for itself." },
        direction: { enum: ['ltr', 'rtl'] },
        url: path,
        articles: count,
      }),
    ),
  }),
  StatusSummary: object({ sourceLocale: locale, locales: list(object(summary)) }),
  Status: object({
    ...summary,
    list: list(
      object({
        slug,
        title: text,
        translation: reference('Translation'),
        state: reference('State'),
        'updated?': day,
        findings: reference('Findings'),
        rules: byKey(count, 'Findings by rule.'),
      }),
      'The articles in this locale, by slug.',
    ),
    missing: list(object({ slug, title: text }), 'The articles that it lacks, with the title of the source.'),
  }),
  Redirects: object({
    redirects: list(object({ from: path, to: path }), 'Sorted by `from`. No `to` is the `from` of another one.'),
  }),
  Description: { type: 'object', required: ['openapi', 'info', 'paths'] },
};

interface Operation {
  readonly path: string;
  readonly schema: string;
  readonly summary: string;
  /** The parameter in the path. */
  readonly parameter?: { readonly name: string; readonly description: string };
}

const operations: readonly Operation[] = [
  {
    path: '/index.json',
    schema: 'Index',
    summary: 'All articles; the first page where there are too many for one file',
  },
  {
    path: '/index-{page}.json',
    schema: 'Index',
    summary: 'Further pages of the index; `next` of the page before names each',
    parameter: { name: 'page', description: 'Number of the page, from 2.' },
  },
  {
    path: '/articles/{slug}.json',
    schema: 'Article',
    summary: 'One article in all locales: titles, addresses, ids, headings, steps, dates and state',
    parameter: { name: 'slug', description: 'Slug of the article. A slug with folders keeps its slashes.' },
  },
  {
    path: '/ids/{id}.json',
    schema: 'Id',
    summary: 'The articles that an id, a slug or a former slug leads to; 404 for what is none',
    parameter: { name: 'id', description: 'An id as the articles state it, or in small letters.' },
  },
  { path: '/locales.json', schema: 'Locales', summary: 'The locales of the site' },
  { path: '/status.json', schema: 'StatusSummary', summary: 'Translations and findings in numbers' },
  {
    path: '/status/{locale}.json',
    schema: 'Status',
    summary: 'State and findings of each article in a locale, and the articles that it lacks',
    parameter: { name: 'locale', description: 'The locale as it stands in addresses, `fr-fr`.' },
  },
  { path: '/redirects.json', schema: 'Redirects', summary: 'Addresses that lead to others' },
  { path: '/openapi.json', schema: 'Description', summary: 'This description' },
];

/** @param base path below which the site is served */
export function openApiDocument(title: string, base: string): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: `${title}: articles`,
      version: '1.0.0',
      description: 'Static JSON. Fields are added, never renamed or removed; ignore those that you do not know.',
    },
    servers: [{ url: encodeURI(`${base}api/v1`) }],
    paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: operationObject(operation) }])),
    components: { schemas },
  };
}

function operationObject({ schema, summary: words, parameter }: Operation): Schema {
  return {
    operationId: `get${schema}${parameter?.name === 'page' ? 'Page' : ''}`,
    summary: words,
    ...(parameter === undefined ? {} : { parameters: [{ ...parameter, in: 'path', required: true, schema: text }] }),
    responses: {
      200: { description: 'Found.', content: { 'application/json': { schema: reference(schema) } } },
      ...(parameter === undefined ? {} : { 404: { description: 'There is none.' } }),
    },
  };
}
