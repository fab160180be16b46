/** What only the whole set can tell: articles beside their editions in other languages, and beside each other. */
import type { Diagnostic } from '../core/diagnostics.ts';
import { languageOf } from '../core/locales.ts';
import { localeOfPath } from '../layouts/locale-of-path.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { mainArticle } from '../pipeline/group/article-for-locale.ts';
import type { Article, Topic } from '../pipeline/types.ts';
import type { RuleFacts } from './rule.ts';
import { attempt, failureOf, ruleNamed } from './rule-failed.ts';

/** A finding about a file as a whole, or about a place that is known only by line and column. */
export type SetFinding = Omit<Diagnostic, 'severity' | 'line' | 'column' | 'endLine' | 'endColumn'> &
  Partial<Pick<Diagnostic, 'line' | 'column' | 'endLine' | 'endColumn'>>;

/** What a rule finds in one article, whose file is given as it is shown. */
type Look = (article: Article, topic: Topic, file: string) => SetFinding[];

export interface SetRule extends RuleFacts {
  /** Gives what looks at each article of a library, in the order of its topics. */
  readonly lookIn: (library: Library) => Look;
}

const behind: SetRule = {
  name: 'behind',
  why: 'The original has changed since this translation was made, and it has another structure now: readers miss something.',
  severity: 'warning',
  lookIn: () =>
    inOwnFiles((article, topic, file) => {
      if (topic.states[article.locale] !== 'behind') return [];
      const newest = Object.values(topic.articles).find(
        ({ locale }) => topic.states[locale] === 'current' && locale !== article.locale,
      );
      return [
        {
          rule: 'behind',
          file,
          message: `The translation was made from an older version of the original${newest ? `: ${differences(article, newest)}` : ''}.`,
          hint: 'Have the article translated again.',
        },
      ];
    }),
};

const sameShape: SetRule = {
  name: 'same-shape',
  why: 'The translation states another version of the original than the newest one, but has the same structure: often nothing has changed.',
  severity: 'info',
  lookIn: () =>
    inOwnFiles((article, topic, file) =>
      topic.states[article.locale] === 'same-shape'
        ? [
            {
              rule: 'same-shape',
              file,
              message: 'An older version of the original was translated; its structure is the same.',
            },
          ]
        : [],
    ),
};

const missing: SetRule = {
  name: 'missing-translation',
  why: 'Readers of this language are shown the article in another one.',
  severity: 'info',
  lookIn:
    ({ pages }) =>
    (article, topic, file) =>
      article === mainArticle(topic, pages.sourceLocale)
        ? pages.locales
            .filter((locale) => topic.articles[locale] === undefined)
            .map((locale) => ({
              rule: 'missing-translation',
              file,
              message: `The article \`${topic.slug}\` is missing in ${locale}.`,
              hint: 'Have it translated.',
            }))
        : [],
};

const recovered: SetRule = {
  name: 'recovered-source',
  why: 'No file holds the original; it was taken out of a bilingual file, and its addresses may be those of a translation.',
  severity: 'info',
  lookIn:
    () =>
    ({ side }, _topic, file) =>
      side === 'source'
        ? [
            {
              rule: 'recovered-source',
              file,
              message: 'The original of this article is known only from this bilingual file.',
              hint: 'Put the original beside its translations.',
            },
          ]
        : [],
};

const duplicateTitle: SetRule = {
  name: 'duplicate-title',
  why: 'Two articles with one title cannot be told apart in lists and search results.',
  severity: 'info',
  lookIn: () => {
    const first = new Map<string, string>();
    return inOwnFiles(({ locale, title }, topic, file) => {
      const key = `${locale} ${title.toLowerCase()}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, topic.slug);
      if (other === undefined) return [];
      return [
        {
          rule: 'duplicate-title',
          file,
          message: `The title “${title}” is also that of the article \`${other}\`.`,
          hint: 'Say in the title what sets the two apart.',
        },
      ];
    });
  },
};

const sharedId: SetRule = {
  name: 'id-taken',
  why: 'A permanent link by an id that several articles have can only offer a choice.',
  severity: 'info',
  lookIn: (library) => {
    const holders = new Map<string, string>();
    for (const topic of library.topics)
      for (const article of Object.values(topic.articles))
        for (const id of article.metadata.ids) if (!holders.has(id)) holders.set(id, topic.slug);
    return inOwnFiles(({ metadata }, topic, file) =>
      metadata.ids.flatMap((id) => {
        const holder = holders.get(id);
        if (holder === undefined || holder === topic.slug) return [];
        return [
          {
            rule: 'id-taken',
            file,
            message: `The id \`${id}\` also belongs to the article \`${holder}\`.`,
            hint: 'Give each article at least one id of its own.',
          },
        ];
      }),
    );
  },
};

const lostAnchor: SetRule = {
  name: 'lost-anchor',
  why: 'Links to a section carry its English anchor in every language; where it is lost or changed, they lead to the top of the page.',
  severity: 'warning',
  lookIn: (library) =>
    inOwnFiles((article, topic, file) => {
      const source = topic.articles[library.pages.sourceLocale];
      // A recovered source has the anchors of one of its translations, which is as good.
      if (!source || source === article || topic.states[article.locale] !== 'current') return [];
      if (depthsOf(source) !== depthsOf(article)) return [];
      const own = new Set(article.anchors.flatMap(({ id, aliases }) => [id, ...aliases]));
      return source.anchors
        .filter(({ id, explicit, depth }) => explicit && depth > 1 && !own.has(id))
        .map(({ id, text }) => ({
          rule: 'lost-anchor',
          file,
          message: `The anchor \`${id}\` of the section “${text}” is missing.`,
          hint: `Put \`<a name="${id}"></a>\` before the heading.`,
        }));
    }),
};

const foreignLink: SetRule = {
  name: 'cross-locale-link',
  why: 'A link to an article in a fixed language takes readers out of their own.',
  severity: 'info',
  lookIn: (library) => {
    // The same addresses stand in all languages.
    const named = new Map<string, string | undefined>();
    const languageIn = (href: string): string | undefined => {
      if (!named.has(href)) named.set(href, languageNamedIn(href));
      return named.get(href);
    };
    return inOwnFiles((article, _topic, file) =>
      article.references
        .filter(({ kind, href }) => kind === 'link' && isForeign(article, languageIn(href), library.pages.sourceLocale))
        .map(({ href }) => ({
          rule: 'cross-locale-link',
          file,
          message: `The link \`${href}\` leads to another language than ${article.locale}.`,
          hint: 'Leave the language out of the address, so that it leads to that of the reader.',
        })),
    );
  },
};

export const setRules: readonly SetRule[] = [
  sharedId,
  duplicateTitle,
  lostAnchor,
  foreignLink,
  behind,
  sameShape,
  missing,
  recovered,
];

/** What the rules about the whole set find in a library. */
export function findInSet(library: Library): SetFinding[] {
  return setRules.flatMap((rule) => findOf(rule, library));
}

function findOf({ name, lookIn }: SetRule, library: Library): SetFinding[] {
  const articles = library.topics.flatMap((topic) =>
    Object.values(topic.articles).map((article) => ({ article, topic, file: library.displayPath(article.file) })),
  );
  const failed = (file: string, error: unknown, consequence: string): SetFinding => ({
    file,
    ...failureOf(ruleNamed(name), error, consequence),
  });
  let look: Look;
  try {
    look = lookIn(library);
  } catch (error) {
    // No file is to blame more than the others: the first one stands for all.
    return articles.slice(0, 1).map(({ file }) => failed(file, error, 'it found nothing in any file'));
  }
  return articles.flatMap(({ article, topic, file }) =>
    attempt(
      () => look(article, topic, file),
      (error) => failed(file, error, 'it found nothing in this file'),
    ),
  );
}

/** Looks at articles that have a file of their own: what is wrong in a recovered one is told of the file that it came from. */
function inOwnFiles(look: Look): Look {
  return (article, topic, file) => (article.side === 'target' ? look(article, topic, file) : []);
}

function differences(own: Article, newest: Article): string {
  const parts = [
    [
      own.anchors.filter(({ depth }) => depth > 0).length,
      newest.anchors.filter(({ depth }) => depth > 0).length,
      'headings',
    ],
    [linksOf(own), linksOf(newest), 'links'],
  ] as const;
  const said = parts.filter(([a, b]) => a !== b).map(([a, b, what]) => `${a} ${what}, now ${b}`);
  return said.length > 0 ? said.join('; ') : 'its blocks are others';
}

function linksOf({ references }: Article): number {
  return references.filter(({ kind }) => kind === 'link').length;
}

function depthsOf({ anchors }: Article): string {
  return anchors.map(({ depth }) => (depth > 0 ? depth : '')).join('');
}

/** The language of the locale that an address names, in small letters. */
function languageNamedIn(href: string): string | undefined {
  const named =
    /^(?:https?:\/\/[^/]+)?\/([a-z]{2}-[a-z]{2})\//i.exec(href)?.[1] ?? localeOfPath(href.replace(/^[./]+/, ''))?.tag;
  return named === undefined ? undefined : languageOf(named).toLowerCase();
}

function isForeign({ locale }: Article, language: string | undefined, sourceLocale: string): boolean {
  if (language === undefined) return false;
  return (
    language !== languageOf(locale).toLowerCase() || (locale !== sourceLocale && language === languageOf(sourceLocale))
  );
}
