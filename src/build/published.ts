/** What lies in a site's folder, as the build that made it noted it down, so that the next build can take it over. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostics.ts';
import type { AgentFacts } from '../agents/facts.ts';
import type { ImageLibrary } from '../pipeline/images.ts';
import type { Library } from '../pipeline/prepare.ts';
import { pageKeys } from '../site/keys.ts';
import { entriesEnding } from '../site/pack.ts';
import type { Site } from '../site/packs.ts';
import type { Configuration } from './configuration.ts';
import { codeVersion } from './memory.ts';
import type { Flaw } from './verify.ts';
import { writeWhole } from './whole-files.ts';

/** Everything of the project's own that a page may be made of, besides the articles. */
const siteCode = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** What a site is made from. */
export interface Inputs {
  /** Version of the code that makes pages. */
  readonly code: string;
  /** Keys of article pages by their folder below the site: equal keys and code mean equal files. */
  readonly pages: Readonly<Record<string, string>>;
  /** Digest of all of it, and of what other files are made from. */
  readonly digest: string;
}

/** What is noted of a finished site. */
export interface Note extends Inputs {
  /** Digest of the names, sizes and times of all files. */
  readonly files: string;
  /** What the look at it found that did not keep it from being published. */
  readonly weakLinks: readonly Flaw[];
}

/** A finished site that nobody has changed since. */
export interface NotedSite {
  readonly folder: string;
  readonly note: Note;
}

/** What the site of a build will be made from. */
export function inputsOf(
  packs: string,
  site: Site,
  library: Pick<Library, 'topics' | 'diagnostics'> & {
    readonly pages: { readonly images: Pick<ImageLibrary, 'used'> };
  },
  agents: Pick<AgentFacts, 'redirects'>,
  { project }: Pick<Configuration, 'project'>,
): Inputs {
  const code = codeVersion(project, siteCode);
  const hash = createHash('sha256').update(code);
  for (const name of readdirSync(packs).sort(compareText)) {
    // The pages themselves are in by the digests in their entries.
    if (name.endsWith('.json') && !name.endsWith(entriesEnding))
      hash.update(`${name}\0`).update(readFileSync(join(packs, name)));
  }
  for (const { tag } of site.locales) hash.update(JSON.stringify(site.entries(tag), withoutPlace));
  for (const { home } of site.locales) if (home !== undefined) hash.update(readFileSync(home));
  hash.update(JSON.stringify(library.topics.map(({ slug, states, articles }) => [slug, states, editions(articles)])));
  hash.update(JSON.stringify([library.diagnostics, agents.redirects.map(({ from, to }) => [from, to])]));
  hash.update(JSON.stringify([...library.pages.images.used.values()].sort(compareText)));
  const pages = site.built.flatMap(({ tag, path }) => {
    const keyOf = pageKeys(site, tag);
    return site.entries(tag).map((entry): [string, string] => [`${path}/${entry.slug}`, keyOf(entry)]);
  });
  return { code, pages: Object.fromEntries(pages), digest: hash.digest('hex') };
}

/** The site in a folder with the note about it; undefined where either is missing or the site is not as it was noted. */
export function openNoted(folder: string, noteFile: string): NotedSite | undefined {
  if (!existsSync(folder) || !existsSync(noteFile)) return undefined;
  try {
    const note = JSON.parse(readFileSync(noteFile, 'utf8')) as Note;
    return note.files === filesDigest(folder) ? { folder, note } : undefined;
  } catch {
    // An unreadable note is as good as none: everything is made anew.
    return undefined;
  }
}

/** Notes what lies in a folder. */
export function noteSite(folder: string, noteFile: string, inputs: Inputs, weakLinks: readonly Flaw[]): void {
  const note: Note = { ...inputs, files: filesDigest(folder), weakLinks };
  writeWhole(noteFile, JSON.stringify(note));
}

/** Folders of the article pages that a site has as these inputs would make them. */
export function unchangedPages(site: NotedSite | undefined, { code, pages }: Inputs): Set<string> {
  if (site?.note.code !== code) return new Set();
  const before = site.note.pages;
  return new Set(Object.keys(pages).filter((page) => before[page] === pages[page]));
}

/** Where a page lies in its pack depends on which thread was first. */
function withoutPlace(name: string, value: unknown): unknown {
  return name === 'offset' || name === 'length' ? undefined : value;
}

function filesDigest(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort(compareText)) {
    const found = statSync(join(folder, file));
    hash.update(found.isFile() ? `${file}\0${found.size}\0${found.mtimeMs}\n` : `${file}\n`);
  }
  return hash.digest('hex');
}

function editions(articles: Library['topics'][number]['articles']): unknown[] {
  return Object.values(articles).map(({ locale, title, file, digest, side, metadata }) => [
    locale,
    title,
    file.path,
    digest,
    side,
    metadata,
  ]);
}
