/** Learns related terms, in the thread that makes search indexes. */
import { everydayWordsOf } from '../../search/everyday-words.ts';
import { learnFromArticles, type ReadableArticles } from '../../search/learn/articles.ts';
import { indexedTerms } from '../../search/learn/indexed-terms.ts';
import type { Lesson } from '../../search/learn/lesson.ts';
import { numberedArticle, type NumberedArticle, Numbering } from '../../search/learn/numbered.ts';
import { alikeIn, alikeInSource, relatedTerms } from '../../search/learn/related.ts';
import { writeRelated } from '../../search/learn/write.ts';
import { everydayWeight, namedWeight } from '../../search/related-format.ts';
import { type PackedPage, recordAt } from '../../store/page-pack.ts';
import { readLesson, writeLesson } from '../cache/stored-lesson.ts';

/** The pages of a locale that are really in its language. */
export interface OwnPages {
  /** Open file with the locale's pages. */
  readonly file: number;
  readonly entries: readonly PackedPage[];
}

export interface LearnTask {
  readonly source: OwnPages;
  readonly translation: OwnPages;
  /** Where the lesson goes. */
  readonly lesson: string;
}

/** What related terms are made of. */
export interface RelateTask {
  /** Files with the lessons of all locales, in the order of the locales. */
  readonly lessons: readonly string[];
  /** BCP 47 tag; undefined where the build is a part of the site. */
  readonly sourceLocale?: string;
  /** Locales whose related terms are not what they should be. */
  readonly wanted: readonly {
    /** BCP 47 tag. */
    readonly locale: string;
    /** Folder with its index. */
    readonly index: string;
    /** File with its own lesson; undefined for the source, and where nothing was learned. */
    readonly lesson?: string;
    readonly synonyms: readonly (readonly string[])[];
    /** Where its files go. */
    readonly folder: string;
  }[];
}

/** The source's articles, which all lessons share. */
let source: (ReadableArticles & { readonly file: number }) | undefined;

export function learnLesson({ source: original, translation, lesson }: LearnTask): void {
  if (source?.file !== original.file) source = { file: original.file, ...readable(original) };
  const slugs = translation.entries.map(({ slug }) => slug);
  writeLesson(lesson, learnFromArticles(slugs, source, readable(translation)));
}

export function relateTerms({ lessons, sourceLocale, wanted }: RelateTask): void {
  source = undefined;
  const ofAll = new Map(lessons.map((file) => [file, lessonIn(file)]));
  const alike = alikeInSource([...ofAll.values()]);
  for (const { locale, index, lesson, synonyms, folder } of wanted) {
    const own = lesson === undefined ? undefined : ofAll.get(lesson);
    const pairs = locale === sourceLocale ? alike : own ? alikeIn(own, alike) : [];
    const named = [
      { groups: synonyms, weight: namedWeight },
      { groups: everydayWordsOf(locale), weight: everydayWeight },
    ];
    const locales = sourceLocale === undefined ? [locale] : [locale, sourceLocale];
    const indexed = indexedTerms(index, locales);
    writeRelated(relatedTerms(pairs, named, indexed), folder, (term) => indexed.isFunctionWord(term));
  }
}

function readable({ file, entries }: OwnPages): ReadableArticles {
  const numbering = new Numbering();
  const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));
  const known = new Map<string, NumberedArticle>();
  return {
    numbering,
    read(slug) {
      const entry = bySlug.get(slug);
      if (!entry) return undefined;
      let article = known.get(slug);
      if (!article) known.set(slug, (article = numberedArticle(recordAt(file, entry), numbering)));
      return article;
    },
  };
}

function lessonIn(file: string): Lesson {
  const lesson = readLesson(file);
  if (!lesson) throw new Error(`What was learned, in ${file}, is damaged. Build again with --force.`);
  return lesson;
}
