/** A hand-back drop on its way into the content directory. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative } from 'node:path';
import { decodePath, FileFinder } from '../pipeline/files.ts';
import { cluster, evidence, namedPath } from '../pipeline/group/cluster.ts';
import { byFreshness } from '../pipeline/group/group.ts';
import { assignSlugs } from '../pipeline/group/slugs.ts';
import { factsOf, normalize } from '../pipeline/normalize/normalize.ts';
import { parseManuscript } from '../pipeline/parse/manuscript.ts';
import { listFiles, readSource } from '../pipeline/read.ts';
import type { Article, SlugHistory } from '../pipeline/types.ts';
import { type Configuration, displayPath } from './configuration.ts';
import { readSlugFile } from './slug-file.ts';
import { removeUnfinished, writeWhole } from './whole-files.ts';

/** What became of one dropped file. */
export interface Imported {
  /** `kept`: the content has a newer version, or the drop a better one. */
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'kept' | 'failed';
  readonly from: string;
  readonly to?: string;
  readonly reason?: string;
}

/**
 * Brings the files of the drops into the first content directory. A file goes to the slug of the article that it belongs to, where
 * the content has one; of two versions the one that was handed back later stays. Files are copied byte for byte, with their images.
 */
export function importDrop(
  { roots, options, slugHistory }: Configuration,
  drops: readonly string[],
  dryRun: boolean,
): Imported[] {
  const [content = 'content'] = roots;
  if (!dryRun) removeUnfinished(content, true);
  const results: Imported[] = [];
  const [existing, dropped]: [Article[], Article[]] = [[], []];
  for (const file of listFiles([content, ...drops])) {
    const { manuscript, findings } = parseManuscript(readSource(file), 'target', options.sourceLocale);
    const article = manuscript && factsOf(manuscript, normalize(manuscript), displayPath(file));
    if (article) (file.root === content ? existing : dropped).push(article);
    else if (file.root !== content)
      results.push({ outcome: 'failed', from: displayPath(file), reason: findings.at(-1)?.message ?? '' });
  }
  const slugs = slugsFor(dropped, existing, readSlugFile(slugHistory));
  const versions = new Map(existing.map((article) => [`${article.locale}/${slugs.get(article) ?? ''}`, article]));
  const finder = new FileFinder(drops, options.sourceLocale);
  for (const article of [...dropped].sort(byFreshness)) {
    const place = `${article.locale}/${slugs.get(article) ?? ''}`;
    const version = versions.get(place);
    if (version && byFreshness(version, article) < 0 && version.digest !== article.digest) {
      const reason = `${displayPath(version.file)} was handed back later or at the same time`;
      results.push({ outcome: 'kept', from: displayPath(article.file), reason });
      continue;
    }
    const path =
      version?.file.root === content
        ? version.file.path
        : `${place}${extname(article.file.path) === '.mdx' ? '.mdx' : '.md'}`;
    versions.set(place, article);
    results.push(bring(article, content, path, dryRun));
    if (!dryRun) bringFiles(article, content, path, finder);
  }
  return results;
}

/**
 * The slug of every article, dropped ones by the article in the content that they belong to. Grouping alone would part a new version
 * from the old one in the same language, so what it leaves alone is looked up by the evidence that an article carries itself.
 */
function slugsFor(
  dropped: readonly Article[],
  existing: readonly Article[],
  history: SlugHistory,
): ReadonlyMap<Article, string> {
  const clusters = cluster([...existing, ...dropped]);
  const assigned = assignSlugs(clusters, history);
  const slugs = new Map(
    clusters.flatMap((members, index) => members.map((article) => [article, assigned[index] ?? ''] as const)),
  );
  const known = new Set(existing.map((article) => slugs.get(article)));
  const byEvidence = evidence.map((keyOf) => {
    const found = new Map<string, Set<string>>();
    for (const article of existing) {
      const key = keyOf(article);
      if (key !== undefined) found.set(key, (found.get(key) ?? new Set()).add(slugs.get(article) ?? ''));
    }
    return { keyOf, found };
  });
  for (const article of dropped) {
    if (known.has(slugs.get(article)) || namedPath(article) !== undefined) continue;
    for (const { keyOf, found } of byEvidence) {
      const [only, ...others] = found.get(keyOf(article) ?? '') ?? [];
      if (only === undefined || others.length > 0) continue;
      slugs.set(article, only);
      break;
    }
  }
  return slugs;
}

function bring(article: Article, content: string, path: string, dryRun: boolean): Imported {
  const from = join(article.file.root, article.file.path);
  const to = join(content, path);
  const shown = { from: displayPath(article.file), to: displayPath({ root: content, path }) };
  const bytes = readFileSync(from);
  const isThere = existsSync(to);
  if (isThere && bytes.equals(readFileSync(to))) return { outcome: 'unchanged', ...shown };
  if (!dryRun) writeWhole(to, bytes);
  return { outcome: isThere ? 'changed' : 'new', ...shown };
}

/** Brings the files that an article refers to: images, also linked ones, includes and code. What is there already stays. */
function bringFiles(article: Article, content: string, path: string, finder: FileFinder): void {
  for (const { href } of article.references) {
    const place = decodePath(href);
    const file = place === undefined ? undefined : finder.find(article.file, href);
    if (place === undefined || file === undefined || isArticleFile(file, article)) continue;
    const fromRoot = /^~?\//.test(place) ? place.replace(/^~?\//, '') : undefined;
    const target = join(content, fromRoot ?? posix.join(posix.dirname(path), place));
    if (relative(content, target).startsWith('..') || existsSync(target)) continue;
    writeWhole(target, readFileSync(file));
  }
}

/** Articles are brought as articles, to the place that their slug says; parts of articles are files like any other. */
function isArticleFile(file: string, { file: { root } }: Article): boolean {
  const path = relative(root, file).replaceAll('\\', '/');
  return /\.(md|txt|mdx)$/i.test(path) && !/(^|\/)(includes|_[^/]*)\//i.test(path);
}
