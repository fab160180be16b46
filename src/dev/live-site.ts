/** The site of a preview: pages are rendered when somebody looks at them. */
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Configuration } from '../config/configuration.ts';
import { openMemory, readLibrary } from '../engine/library.ts';
import { ArticleProcesses } from '../engine/workers/article-pool.ts';
import { noArticles } from '../engine/no-articles.ts';
import { writePacks } from '../engine/render-articles.ts';
import type { Memory } from '../engine/cache/fact-cache.ts';
import { CommandError } from '../core/errors.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { isHidden, isOfKind } from '../pipeline/files/file-kinds.ts';
import { listOf } from '../pipeline/lists.ts';
import { pageOf, type RenderedPage } from '../pipeline/page.ts';
import { inputOf } from '../pipeline/page-inputs.ts';
import { articleFailed } from '../pipeline/facts.ts';
import { plannedPages } from '../pipeline/planned-pages.ts';
import type { Library } from '../pipeline/pipeline.ts';
import type { Progress } from '../pipeline/settings.ts';
import { shownIn } from '../pipeline/group/article-for-locale.ts';
import type { Article, ListEntry, Page, Topic } from '../pipeline/types.ts';
import type { PageEntry } from '../store/page-pack.ts';
import { openPacks, type Site } from '../store/site.ts';
import { localeIn, type SiteFacts, type SiteLocale } from '../store/site-facts.ts';
import { refresh, type Refreshed } from './refresh.ts';

/** Kinds of files that pages show or lead to. */
const shownKinds = ['article', 'picture', 'download'] as const;

export class LiveSite implements Site {
  readonly isPreview = true;
  /** Told of pages that show their article as plain text. */
  onFailure: (diagnostic: Diagnostic) => void = () => undefined;

  readonly #configuration: Configuration;
  readonly #packs: string;
  readonly #memory: Memory;
  #library: Library | undefined;
  #facts: SiteFacts | undefined;
  #bySlug = new Map<string, Topic>();
  #byFile = new Map<string, Topic>();
  readonly #lists = new Map<string, ListEntry[]>();
  /** Files of images by their path below the base. Names hold digests, so older ones stay right. */
  readonly #media = new Map<string, string>();

  /** @param work folder for what is kept from one preview to the next */
  constructor(configuration: Configuration, work: string) {
    this.#configuration = configuration;
    this.#packs = join(work, 'packs');
    this.#memory = openMemory(work);
  }

  /**
   * Reads all articles: those that have not changed from memory. Where that fails, the site stays as it was.
   *
   * @returns all findings
   */
  async read(progress: Progress): Promise<readonly Diagnostic[]> {
    const library = readLibrary(this.#configuration, progress, this.#memory);
    if (library.topics.length === 0) {
      throw new CommandError(noArticles(this.#configuration.roots, library.diagnostics, 'there is nothing to preview'));
    }
    // Packs without pages: they tell what the site's locales are, and cost no rendering.
    const processes = new ArticleProcesses(this.#configuration);
    await writePacks(
      library,
      { ...this.#configuration, shard: [] },
      { folder: this.#packs, processes },
      () => undefined,
    );
    this.#keepMedia();
    const { facts } = openPacks(this.#packs);
    this.#facts = { ...facts, built: facts.locales.map(({ tag }) => tag), status: true };
    this.#library = library;
    this.#bySlug = new Map(library.topics.map((topic) => [topic.slug, topic]));
    this.#byFile = new Map(
      library.topics.flatMap((topic) =>
        Object.values(topic.articles).map(({ file }): [string, Topic] => [join(file.root, file.path), topic]),
      ),
    );
    this.#lists.clear();
    return library.diagnostics;
  }

  /** Keeps what was found out about files for the next preview. */
  saveMemory(): void {
    this.#memory.save();
  }

  /**
   * False for what editors leave beside a file for a moment while they save it, and for home pages that are there: Vite watches
   * those, as modules.
   */
  concerns(path: string): boolean {
    if (existsSync(path)) {
      const name = basename(path);
      return (
        !isHidden(name) && !/^#|(?:~|\.swp|\.tmp)$/i.test(name) && !this.facts.locales.some(({ home }) => home === path)
      );
    }
    const isFolder = () => this.#byFile.keys().some((file) => file.startsWith(join(path, '/')));
    return extname(path) === '' ? isFolder() : shownKinds.some((kind) => isOfKind(kind, path));
  }

  /** Brings the one article up to date whose file this is; undefined where that takes reading all. */
  refresh(path: string): Refreshed | undefined {
    const topic = this.#byFile.get(path);
    const article = Object.values(topic?.articles ?? {}).find(({ file }) => join(file.root, file.path) === path);
    if (!topic || !article) return undefined;
    const refreshed = refresh(article.file, topic, this.#read);
    if (refreshed?.listed === true) this.#lists.clear();
    return refreshed;
  }

  /** True for the absolute path of an article. */
  hasArticle(path: string): boolean {
    return this.#byFile.has(path);
  }

  /** The file of an image by its path below the base. */
  mediaFile(path: string): string | undefined {
    if (!this.#media.has(path)) this.#keepMedia();
    return this.#media.get(path);
  }

  get facts(): SiteFacts {
    if (!this.#facts) throw new Error('No articles have been read yet.');
    return this.#facts;
  }

  get built(): readonly SiteLocale[] {
    return this.facts.locales;
  }

  locale(name: string): SiteLocale {
    return localeIn(this.facts, name);
  }

  entries(tag: string): readonly PageEntry[] {
    return Array.from(plannedPages(tag, this.#read), ({ facts }) => facts);
  }

  /** The articles as they are known now. */
  get library(): Library {
    return this.#read;
  }

  /** The topic of a page, and the article that it shows, by the page's path below the base; undefined for other pages. */
  topicAt(path: string): { topic: Topic; article: Article } | undefined {
    const [, first = '', slug = ''] = /^([^/]+)\/(.+?)\/?(?:index\.html)?$/.exec(decodeURI(path)) ?? [];
    const locale = this.facts.locales.find((known) => known.path === first);
    const topic = this.#bySlug.get(slug);
    const article = locale && topic && shownIn(topic, locale.tag, this.facts.sourceLocale);
    return topic && article ? { topic, article } : undefined;
  }

  page(tag: string, slug: string): Page {
    return this.#render(tag, slug).page;
  }

  original(tag: string, slug: string): Uint8Array | undefined {
    const { original } = this.#render(tag, slug);
    return original && Buffer.from(JSON.stringify(original));
  }

  #render(tag: string, slug: string): RenderedPage {
    const { pages, displayPath } = this.#read;
    const topic = this.#bySlug.get(slug);
    const article = topic && shownIn(topic, tag, this.facts.sourceLocale);
    if (!article) throw new Error(`The site has no page ${tag}/${slug}.`);
    const rendered = pageOf(inputOf(topic, article, tag, pages), pages);
    if (rendered.failure !== undefined)
      this.onFailure(articleFailed(displayPath(article.file), 'it is shown as plain text', rendered.failure));
    return rendered;
  }

  list(tag: string): readonly ListEntry[] {
    let list = this.#lists.get(tag);
    if (!list) this.#lists.set(tag, (list = listOf(this.#read.topics, tag, this.#read.pages)));
    return list;
  }

  get #read(): Library {
    if (!this.#library) throw new Error('No articles have been read yet.');
    return this.#library;
  }

  #keepMedia(): void {
    for (const [file, path] of this.#library?.pages.images.used ?? []) this.#media.set(path, file);
  }
}
