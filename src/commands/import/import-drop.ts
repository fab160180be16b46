/** A hand-back drop on its way into the content directory. Who hands back decides texts, never names, code or settings. */
import { readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { listFolder } from '../../disk/folders.ts';
import { namedPath } from '../../pipeline/group/cluster.ts';
import { factsOf, normalize } from '../../pipeline/normalize/normalize.ts';
import { parseManuscript } from '../../pipeline/parse/manuscript.ts';
import { localeOfPlace } from '../../layouts/locale-of-place.ts';
import { ignoreOf } from '../../pipeline/files/ignore.ts';
import { isIgnored, listFiles, type OddPlace, readSource } from '../../pipeline/read.ts';
import type { Article, Source } from '../../pipeline/types.ts';
import type { FileReference } from '../../core/file-reference.ts';
import type { Configuration } from '../../config/configuration.ts';
import { displayPath } from '../../config/display-path.ts';
import { ContentFolder } from './content.ts';
import { FileImport, type ImportedFile } from './files.ts';
import { type Known, matchArticles } from './matching.ts';
import { isHomeName, whyNotWritten } from './names.ts';
import { Versions } from './versions.ts';
import { readSlugFile } from '../../engine/slug-file.ts';
import { removeUnfinished } from '../../disk/atomic-files.ts';
import { itemAt, valueOf } from '../../core/lists.ts';

/** What became of one dropped file. */
export interface Imported {
  /** `kept`: the content has a newer version, or the drop a better one. */
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'kept' | 'failed';
  readonly from: string;
  readonly to?: string;
  readonly reason?: string;
  /** What it refers to, as far as that was brought, or was not although it is in the drop. */
  readonly files?: readonly ImportedFile[];
}

export interface ImportOptions {
  /** Locales that files may be in; any where undefined. */
  readonly locales?: ReadonlySet<string>;
  /** Whether source articles of the content may be replaced, and be given to articles that have none. */
  readonly allowSource?: boolean;
  /** The time of this machine. */
  readonly now?: Date;
}

/**
 * Brings the files of the drops into the first content directory. A file goes to the slug of the article that it belongs to, where
 * the content has one; of two versions the one that was handed back later stays. Files are copied byte for byte, with their images.
 * Articles of other content directories count as the content's too, but nothing is written there.
 */
export function importDrop(
  configuration: Configuration,
  drops: readonly string[],
  dryRun: boolean,
  { locales, allowSource = false, now = new Date() }: ImportOptions = {},
): Imported[] {
  const { roots, options, project, slugHistory } = configuration;
  const [root = 'content'] = roots;
  if (!dryRun) removeUnfinished(root, true);
  const existing = listFiles(roots, { ignore: ignoreOf(options.ignore) }).flatMap(
    (file) => readArticle(file, options.sourceLocale).article ?? [],
  );
  const { dropped, refused } = readDrops(drops, options.sourceLocale, locales);
  const versions = new Versions(now);
  const run = new ImportRun({
    content: new ContentFolder(root, project, dryRun),
    drops,
    versions,
    sourceLocale: options.sourceLocale,
    allowSource,
  });
  const history = readSlugFile(slugHistory);
  const matches = matchArticles(existing, dropped, ({ file }) => displayPath(file), history);
  const results = [...dropped].sort(versions.compare).map((article): Imported => {
    const match = valueOf(matches, article);
    const shown = { from: displayPath(article.file) };
    if ('reason' in match) return { outcome: 'failed', ...shown, reason: match.reason };
    return { ...shown, ...run.bring(article, match) };
  });
  return [...refused, ...results];
}

/** The articles of the drops, and what is no article, or in a locale that was not asked for. */
function readDrops(
  drops: readonly string[],
  sourceLocale: string,
  locales: ReadonlySet<string> | undefined,
): { dropped: Article[]; refused: Imported[] } {
  const dropped: Article[] = [];
  const refused: Imported[] = [];
  const refuse = (file: FileReference, reason: string) =>
    void refused.push({ outcome: 'failed', from: displayPath(file), reason });
  const odd = (place: OddPlace): void => {
    if (place.isPassedOver) refuse(place, place.reason.message);
  };
  for (const file of listFiles(drops, { onOdd: odd })) {
    const { article, reason } = readArticle(file, sourceLocale);
    if (!article) refuse(file, reason);
    else if (locales && !locales.has(article.locale))
      refuse(file, `its locale is ${article.locale}, expected ${[...locales].join(' or ')} as --locale says`);
    else dropped.push(article);
  }
  for (const file of drops.flatMap((drop) => homesIn(drop, '')))
    refuse(file, 'a home page is code, which is not imported; read it, and copy it by hand');
  return { dropped, refused };
}

function readArticle(file: FileReference, sourceLocale: string): { article?: Article; reason: string } {
  let source: Source;
  try {
    source = readSource(file);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  const { manuscript, findings } = parseManuscript(source, 'target', sourceLocale);
  // The last finding says why there is none.
  if (!manuscript) return { reason: itemAt(findings, findings.length - 1).message };
  return { article: factsOf(manuscript, normalize(manuscript), displayPath(file)), reason: '' };
}

/** Home pages in a drop: files in MDX that are called like one. */
function homesIn(root: string, folder: string): FileReference[] {
  return listFolder(join(root, folder)).entries.flatMap(({ name, kind, isNamed }) => {
    if (!isNamed || isIgnored(name)) return [];
    const path = posix.join(folder, name);
    if (kind === 'folder') return homesIn(root, path);
    return kind === 'file' && /\.mdx$/i.test(name) && isHomeName(name) ? [{ root, path }] : [];
  });
}

interface Surroundings {
  readonly content: ContentFolder;
  /** Absolute paths of their folders. */
  readonly drops: readonly string[];
  readonly versions: Versions;
  readonly sourceLocale: string;
  readonly allowSource: boolean;
}

type Result = Omit<Imported, 'from'>;

/** One import, which knows what it has brought already. */
class ImportRun {
  readonly #around: Surroundings;
  readonly #files: FileImport;
  /** What was brought to the place of each article, by locale and slug. */
  readonly #brought = new Map<string, { readonly article: Article; readonly path: string }>();

  constructor(around: Surroundings) {
    this.#around = around;
    this.#files = new FileImport(around.content, around.drops, around.sourceLocale);
  }

  /** Brings one version of an article; newer ones are to come before older ones. */
  bring(article: Article, known: Known): Result {
    const { content, versions } = this.#around;
    const place = `${article.locale}/${known.slug}`;
    const earlier = this.#brought.get(place);
    if (earlier?.article.digest === article.digest) return { outcome: 'unchanged', to: content.show(earlier.path) };
    if (earlier) return kept(`${displayPath(earlier.article.file)} is the same article and at least as new`);
    const version = this.#versionOf(article, known);
    const path = version?.file.path ?? `${place}.md`;
    if (version?.digest !== article.digest) {
      const reason = version && versions.whyItStays(version, article, displayPath(version.file));
      if (reason !== undefined) return kept(reason);
      const refusal =
        this.#whyNotTrusted(article, known) ??
        (version ? whyNotReplaced(version.file, content.root) : whyNotPlaced(article, known.slug, path)) ??
        whyLocaleIsLost(article, { root: content.root, path }) ??
        content.obstacle(path);
      if (refusal !== undefined) return failed(refusal);
    }
    const outcome =
      version?.digest === article.digest ? 'unchanged' : this.#write(article, path, version !== undefined);
    if (outcome === 'failed') return failed(`${content.show(path)} is there already, and is not this article`);
    this.#brought.set(place, { article, path });
    return { outcome, to: content.show(path), files: this.#files.bring(article, path) };
  }

  /** The newest version that the content has, of those in the directory that is written into, else in any other. */
  #versionOf({ locale }: Article, { articles }: Known): Article | undefined {
    const { content, versions } = this.#around;
    const sorted = articles.filter((other) => other.locale === locale).sort(versions.compare);
    return sorted.find(({ file }) => file.root === content.root) ?? sorted[0];
  }

  /** @param isVersion whether what lies at the place is another version of the article */
  #write(article: Article, path: string, isVersion: boolean): 'new' | 'changed' | 'unchanged' | 'failed' {
    const { content } = this.#around;
    const bytes = readFileSync(join(article.file.root, article.file.path));
    const occupant = content.occupant(path, bytes);
    if (occupant === 'same') return 'unchanged';
    if (occupant === 'other' && !isVersion) return 'failed';
    content.write(path, bytes);
    return isVersion ? 'changed' : 'new';
  }

  /** What a file says of its date and its locale must not decide over an article that the content has. */
  #whyNotTrusted(article: Article, { articles: [first] }: Known): string | undefined {
    const { versions, sourceLocale, allowSource } = this.#around;
    if (!first) return undefined;
    if (versions.isFromTheFuture(article)) {
      const { handoff = '' } = article.metadata;
      return `its date \`ms.lasthandoff\`, ${handoff}, lies in the future of this machine's clock; correct the date, or the clock`;
    }
    if (article.locale === sourceLocale && !allowSource)
      return `it would be the source, in ${sourceLocale}, of ${displayPath(first.file)}; import it with --allow-source if that is what you want`;
    return undefined;
  }
}

function kept(reason: string): Result {
  return { outcome: 'kept', reason };
}

function failed(reason: string): Result {
  return { outcome: 'failed', reason };
}

/** Why a file that the content has is not replaced, whatever is handed back. */
function whyNotReplaced(file: FileReference, root: string): string | undefined {
  const name = displayPath(file);
  if (file.root !== root)
    return `its article lies in ${name}, in another content directory; import it with \`--content ${file.root}\``;
  return extname(file.path).toLowerCase() === '.mdx'
    ? `its article lies in ${name}, and home pages can make code of MDX; rename that file to \`.md\`, and import again`
    : undefined;
}

/** Why an article that the content has not does not get the place that its slug says. */
function whyNotPlaced(article: Article, slug: string, path: string): string | undefined {
  const reason = whyNotWritten(path);
  if (reason !== undefined) return reason;
  const parts = slug.split('/');
  if (isHomeName(parts.at(-1) ?? '')) return '`index` is the name of home pages; give the article another `slug:`';
  const ignored = parts.find(isIgnored);
  if (ignored !== undefined) return `nothing called \`${ignored}\` is published; give the article another \`slug:\``;
  // A path such as `pay/readme` is that of the article `pay`.
  const named = namedPath({ ...article, file: { root: article.file.root, path } });
  return named === undefined || named === slug
    ? undefined
    : `its slug \`${slug}\` would be read as \`${named}\`; give the article another \`slug:\``;
}

/** A file whose header names no locale has the one of its place, which may be another one in the content. */
function whyLocaleIsLost({ locale, metadata }: Article, place: FileReference): string | undefined {
  return metadata.locale === undefined && localeOfPlace(place) !== locale
    ? `it would lose its locale at ${displayPath(place)}; add \`ms.contentlocale: ${locale}\` to its front matter`
    : undefined;
}
