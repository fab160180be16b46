/** A look at a finished site from outside: is all there that was put in, and does all hang together. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBuiltIndex, readBuilt } from '../../src/disk/built-file.ts';
import { isRecord } from '../../src/core/stored.ts';
import { readPage } from './page.ts';
import { letters, readingOn, type Sentence, sentencesOf, withoutReferences } from './sentences.ts';

export interface Fault {
  readonly rule:
    'lost' | 'disorder' | 'link' | 'anchor' | 'alternate' | 'html' | 'title' | 'language' | 'unpublished' | 'search';
  /** File below the site's folder, or input file. */
  readonly where: string;
  readonly what: string;
}

export interface AuditReport {
  readonly pages: number;
  readonly files: number;
  readonly sentences: number;
  /** Sentences with their original beside them. */
  readonly pairs: number;
  /** Sentences that are not on their page, but whose file and line a diagnostic of the build names. */
  readonly named: number;
  readonly faults: readonly Fault[];
}

export interface AuditSettings {
  /** The finished site. */
  readonly site: string;
  /** Path below which it is served, begins and ends with `/`. */
  readonly base: string;
  /** Content directories. */
  readonly roots: readonly string[];
  /** Whether the build has named a line of an input file; line 0 asks for the file as a whole. */
  readonly isNamed: (root: string, path: string, line: number) => boolean;
}

/** An article as the site's API lists it. */
interface Listed {
  readonly file: string;
  readonly url: string;
  /** `recovered` where the page shows the originals of a bilingual file. */
  readonly translation: string;
}

export function audit(settings: AuditSettings, progress: (done: number, total: number) => void): AuditReport {
  const { site, base } = settings;
  const files = new Set(
    readdirSync(site, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')),
  );
  const fileOf = (address: string): string => {
    const path = decode(address.slice(base.length).replace(/[?#].*/s, ''));
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  };
  const pages = [...files].filter((file) => file.endsWith('.html')).sort();
  const listed = listedArticles(site);
  const inputs = new Map(listed.map((each) => [fileOf(each.url), each]));
  const published = new Set(listed.map(({ file }) => file));
  const faults: Fault[] = [];
  const fault = (rule: Fault['rule'], where: string, what: string) => faults.push({ rule, where, what });
  const anchors = new Map<string, { page: string; id: string }[]>();
  const alternates = new Map<string, ReadonlyMap<string, string>>();
  const originals = new Map<string, string>();
  const counts = { sentences: 0, pairs: 0, named: 0 };

  for (const [index, file] of pages.entries()) {
    progress(index, pages.length);
    const page = readPage(readFileSync(join(site, file), 'utf8'));
    if (page.title.trim() === '') fault('title', file, 'the page has no title');
    if (page.language === '') fault('language', file, 'the page names no language');
    for (const error of page.errors) fault('html', file, error);
    if (page.alternates.size > 0) alternates.set(file, page.alternates);
    for (const address of new Set(page.addresses)) {
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) continue;
      const [path = '', id = ''] = address.split('#', 2);
      const target = path === '' ? file : path.startsWith(base) ? fileOf(path) : undefined;
      if (target === undefined) fault('link', file, `${address} is outside of ${base}`);
      else if (!files.has(target)) fault('link', file, `${address} leads to no file`);
      else if (id !== '' && target === file && !page.ids.has(decode(id)))
        fault('anchor', file, `${address} names no id`);
      else if (id !== '' && target !== file && target.endsWith('.html')) {
        const wanted = anchors.get(target) ?? [];
        anchors.set(target, wanted);
        wanted.push({ page: file, id: decode(id) });
      }
    }
    const input = inputs.get(file);
    if (input !== undefined) checkSentences(input, file, page.text);
  }
  progress(pages.length, pages.length);
  for (const [target, wanted] of anchors) {
    const { ids } = readPage(readFileSync(join(site, target), 'utf8'));
    for (const { page, id } of wanted) if (!ids.has(id)) fault('anchor', page, `${target}#${id} names no id`);
  }
  checkAlternates();
  const inputFiles = settings.roots.flatMap((root) => articleFiles(root).map((path) => ({ root, path })));
  for (const { root, path } of inputFiles) {
    if (!published.has(path) && !settings.isNamed(root, path, 0))
      fault('unpublished', join(root, path), 'no page and no diagnostic');
  }
  return { pages: pages.length, files: inputFiles.length, ...counts, faults };

  function checkSentences({ file: path, translation }: Listed, file: string, shown: string): void {
    const root = settings.roots.find((each) => existsSync(join(each, path)));
    if (root === undefined) return;
    const original = originalText(dirname(file));
    let from = 0;
    const isOriginal = translation === 'recovered';
    for (const said of sentencesOf(readFileSync(join(root, path), 'utf8'))) {
      const sentence = isOriginal
        ? { ...said, parts: said.original ?? said.parts, otherwise: [], original: undefined }
        : said;
      counts.sentences++;
      if (sentence.original) counts.pairs++;
      const missing = missingPart(sentence, shown, original);
      if (missing === undefined) {
        if (sentence.isFootnote) continue;
        const at = placeOf(readingOn(sentence, shown) ?? sentence.parts, shown, from);
        if (at === undefined) fault('disorder', file, `line ${sentence.line}: ${sentence.text.slice(0, 120)}`);
        else from = at;
      } else if (settings.isNamed(root, path, sentence.line)) counts.named++;
      else fault('lost', join(root, path), `line ${sentence.line}: ${missing} of ${sentence.text.slice(0, 200)}`);
    }
  }

  /** Letters of everything beside a page that shows its original, and of the original's own page. */
  function originalText(folder: string): string | undefined {
    const place = join(site, folder, 'original.json');
    if (!existsSync(place)) return undefined;
    let text = originals.get(folder);
    if (text === undefined) {
      originals.clear();
      const html = stringsIn(readBuilt(place, isRecord)).join('\n');
      text = letters(withoutReferences(html.replace(/<[^>]*>?/g, '')));
      originals.set(folder, text);
    }
    return text;
  }

  function checkAlternates(): void {
    for (const [file, named] of alternates) {
      // The chooser of languages is a translation of nothing; it only leads on.
      if (file === 'index.html') continue;
      for (const [language, address] of named) {
        const path = address.replace(/^https?:\/\/[^/]+/, '');
        const back = alternates.get(fileOf(path));
        if (language === 'x-default') continue;
        if (!files.has(fileOf(path))) fault('alternate', file, `${address} leads to no file`);
        else if (!back || ![...back.values()].some((other) => fileOf(other.replace(/^https?:\/\/[^/]+/, '')) === file))
          fault('alternate', file, `${address} does not name it in return`);
      }
    }
  }
}

/** The first part of a sentence, or of its original, that is not shown. */
function missingPart(
  sentence: Pick<Sentence, 'parts' | 'otherwise'> & { readonly original?: readonly string[] | undefined },
  shown: string,
  beside: string | undefined,
): string | undefined {
  const { parts, original = [] } = sentence;
  const missing = readingOn(sentence, shown) === undefined ? parts.find((part) => !shown.includes(part)) : undefined;
  if (missing !== undefined || beside === undefined) return missing;
  // A sentence that is the same in both languages is not written twice.
  return original.find((part) => !beside.includes(part) && !shown.includes(part));
}

/** Where a sentence begins that is shown from a place on; undefined where it is only shown before it. */
function placeOf(parts: readonly string[], shown: string, from: number): number | undefined {
  let [first, at]: [number | undefined, number] = [undefined, from];
  for (const part of parts) {
    const found = shown.indexOf(part, at);
    if (found === -1) return undefined;
    first ??= found;
    at = found + part.length;
  }
  return first ?? from;
}

function listedArticles(site: string): Listed[] {
  return readBuilt(join(site, 'api/v1/index.json'), isBuiltIndex).topics.flatMap(({ locales }) =>
    Object.values(locales),
  );
}

/**
 * The base that a finished site seems to be built for, as the addresses of its articles and the places of their files tell; undefined where
 * neither tells.
 */
export function builtBase(site: string): string | undefined {
  for (const { url } of listedArticles(site)) {
    const segments = decode(url).split('/').slice(1);
    for (const index of segments.keys()) {
      if (
        segments.at(-1) === '' &&
        index < segments.length - 1 &&
        existsSync(join(site, ...segments.slice(index), 'index.html'))
      )
        return ['', ...segments.slice(0, index), ''].join('/');
    }
  }
  return undefined;
}

function articleFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|mdx|txt)$/i.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/(?:^|\/)(?:[._]|includes\/|node_modules\/)|(?:^|\/)index\.mdx$/i.test(path))
    .sort();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
