/**
 * The nouns of the pipeline. All of them are plain values; `Article`, `Topic`, `Page` and `Diagnostic` are JSON.
 * `src/README.md` shows which stage makes which.
 */
import type { Diagnostic } from '../core/diagnostics.ts';
import type { FileReference } from '../core/file-reference.ts';
import type { Span } from '../core/span.ts';

/** One input file as it was read. */
export interface Source extends FileReference {
  readonly text: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
}

/**
 * A translation unit: one sentence (rarely a whole paragraph) with its original.
 * In a plain file that was aligned to a bilingual sibling, one line with all units of that line.
 */
export interface Segment {
  /** Unit numbers without the file's prefix, `['103']`; they are the same in every locale. */
  readonly units: readonly string[];
  /** The sentence in the article's own language, Markdown. */
  readonly target: string;
  /** The English sentence, Markdown. */
  readonly source: string;
  /** Where the segment stands in `Manuscript.markdown`. */
  readonly range: Span;
  /** Where the whole pair stands in the file; for an aligned line, that line. */
  readonly span: Span;
}

/** How a translation came to be. `source`: the file is the original; `recovered`: taken out of a bilingual file. */
export type Translation = 'machine' | 'human' | 'source' | 'recovered' | 'unknown';

/** A translation against the newest version of its source that any sibling knows. */
export type State = 'current' | 'same-shape' | 'behind';

/** The facts that the header of a file states, after all its variants are understood. */
export interface Metadata {
  readonly title?: string;
  readonly description?: string;
  /** BCP 47 tag in canonical case. */
  readonly locale?: string;
  readonly translation: Translation;
  /** `ms.openlocfilehash`: equal for all translations of one version of one source. */
  readonly sourceHash?: string;
  /** Date of the hand-back, `YYYY-MM-DD`. */
  readonly handoff?: string;
  /** Date that the author gave, `YYYY-MM-DD`. */
  readonly date?: string;
  /** Ids from `ms.custom` and `ms.assetid`, in the order of the file. */
  readonly ids: readonly string[];
  /** `slug:` where the author chose one. */
  readonly slug?: string;
  readonly category?: string;
  /** Words by which people look for the article, `keywords:`; in one line each. */
  readonly keywords?: readonly string[];
  /** Paths that the article had before, `redirect_from:`; each begins with `/` and has no slash at its end. */
  readonly redirectFrom?: readonly string[];
  readonly publication: Publication;
  /** Whether search engines are told to leave it alone. */
  readonly noindex: boolean;
}

/** Whether, when and how a file is published. Times are milliseconds since 1970. */
export interface Publication {
  /** What keeps it from being published whatever the day, as the header says it: `draft: true`. */
  readonly withheld?: string;
  /** The folder or name that says so, `drafts/`, where the header does not deny it. */
  readonly draftPlace?: string;
  /** It is published from this time on. */
  readonly from?: number;
  /** From this time on it is not published any more. */
  readonly until?: number;
  /** Days in these times that may be read in two ways. */
  readonly ambiguous?: readonly AmbiguousDay[];
  /** True where it has a page, which no list, search or sitemap names. */
  readonly unlisted?: true;
  /** True where it asks search engines to leave it alone. */
  readonly noindex?: true;
}

/** A day of which nothing tells whether it begins with the day or the month. */
export interface AmbiguousDay {
  /** As the header says it: `publishDate: 1/2/2027`. */
  readonly stated: string;
  readonly earlier: number;
  readonly later: number;
  /** Whether the file is published between the two. */
  readonly isPublished: boolean;
}

/** A place in an article that a fragment can lead to. */
export interface Anchor {
  /** Unique in the article. */
  readonly id: string;
  /** Depth of the heading, 1 to 6; 0 where the anchor belongs to no heading. */
  readonly depth: number;
  /** Plain text of the heading. */
  readonly text: string;
  /** False where the id had to be made from the heading's own words. */
  readonly explicit: boolean;
  /** Further ids that lead to the same place. */
  readonly aliases: readonly string[];
}

/** A link or an image as it is written, unresolved. */
export interface Reference {
  readonly kind: 'link' | 'image' | 'include' | 'code';
  readonly href: string;
  /** Where the reference stands in the file. */
  readonly span: Span;
}

/** Markup of one kind that this site does not know, so that readers of the article see it as text. */
export interface VisibleMarkup {
  /** Name of a kind of `markupKinds`. */
  readonly kind: string;
  readonly count: number;
  /** Where the first one stands in the file, as in `Diagnostic`. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Facts about one article in one locale: 1 to 2 KB, so that all of a site fit in memory. */
export interface Article {
  readonly file: FileReference;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** Which side of a bilingual file this is; `source` only for recovered articles. */
  readonly side: 'target' | 'source';
  readonly locale: string;
  readonly metadata: Metadata;
  /** Offset in the file's text at which the body begins, behind the header. */
  readonly bodyStart: number;
  /** Text of the h1, else the title of the header, else the first words. */
  readonly title: string;
  /** The header's description, else the beginning of the text. */
  readonly summary: string;
  /** The header's category, with the words of included files. */
  readonly category?: string;
  /** True where the file has pairs. */
  readonly bilingual: boolean;
  readonly anchors: readonly Anchor[];
  /** Ids that the page gives its footnotes, `fn-1`, and the references to them, `fnref-1`, `fnref-1-2`. */
  readonly footnoteIds: readonly string[];
  readonly references: readonly Reference[];
  /** Addresses of files that the source of its sentences includes, but its own text does not. */
  readonly sourceIncludes?: readonly string[];
  /** First words of the steps of each list of steps; their places are those of `stepId`. */
  readonly steps: readonly (readonly string[])[];
  /** Kinds of the blocks in their order, and the number of links: what two versions must share to be of one shape. */
  readonly shape: string;
  /** What readers see of the markup of other tools, in the order of `markupKinds`. */
  readonly visibleMarkup: readonly VisibleMarkup[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The same article in all its locales. */
export interface Topic {
  readonly slug: string;
  /** By locale tag, sorted by tag. */
  readonly articles: Readonly<Record<string, Article>>;
  readonly states: Readonly<Record<string, State>>;
}

/** What is recorded of one slug from build to build. */
export interface SlugRecord {
  /** What only this article had when it was seen last, sorted; see `marksOf`. */
  readonly known: readonly string[];
  /** Slugs that it had before, sorted. */
  readonly former: readonly string[];
}

/** By slug. */
export type SlugHistory = Readonly<Record<string, SlugRecord>>;

/** A heading of the table of contents. */
export interface TocEntry {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
  /** True where the page that `sourceHref` leads to has the same section. */
  readonly inSource?: boolean;
}

/** One entry of the language switcher. */
export interface Alternate {
  /** BCP 47 tag. */
  readonly locale: string;
  /** Path with the base, ends in `/`. */
  readonly href: string;
  /** False where that locale shows the source article for want of a translation. */
  readonly translated: boolean;
}

/** What a translation lacks, as far as structure can tell. */
export interface Missing {
  /** Headings of sections, in the language of the source. */
  readonly sections: readonly string[];
  /** Number of paragraphs, rows of tables and samples of code outside of those sections. */
  readonly passages: number;
}

/**
 * The sentences of an article's source beside those of one page. It is a file of its own, loaded when a reader asks for it.
 */
export interface Original {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Safe HTML by the ids of the page's sentences, `s103`, in reading order. */
  readonly sentences: Readonly<Record<string, string>>;
}

/** Everything that one article page shows; its digest is the key under which the rendered page is kept. */
export interface Page {
  /** Locale of the page around the article. */
  readonly locale: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** Locale of the article itself: another one than `locale` on a fallback page. */
  readonly bodyLocale: string;
  readonly translation: Translation;
  readonly state: State;
  /** Date of the last update, `YYYY-MM-DD`. */
  readonly updated?: string;
  readonly category?: string;
  /** The article's body, sanitized HTML, with its h1. */
  readonly html: string;
  /** The article's body as Markdown with the addresses of the site; empty on a fallback page. */
  readonly markdown: string;
  readonly toc: readonly TocEntry[];
  readonly alternates: readonly Alternate[];
  /** The page that search engines shall index, path with the base: the source's own page on a fallback page. */
  readonly canonical: string;
  /** Language of the sentences that can be shown beside their translations; undefined where none are known. */
  readonly originalLocale?: string;
  /** What the newest version of the source has and this translation has not, where it is behind. */
  readonly missing?: Missing;
  /** Path of the source article, where this page is a translation and the source has a page. */
  readonly sourceHref?: string;
  /** Words that the search knows the article by; the page does not show them. */
  readonly keywords?: readonly string[];
  readonly noindex: boolean;
}

/** One line of a list of articles. */
export interface ListEntry {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  readonly bodyLocale: string;
  readonly category?: string;
  readonly updated?: string;
  readonly noindex: boolean;
}

/** What phase one finds out about one file; it depends on that file alone. */
export interface Facts {
  /** Undefined where the file cannot be published. */
  readonly article?: Article;
  readonly diagnostics: readonly Diagnostic[];
}
