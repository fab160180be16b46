/** A live preview: Astro's development server over articles that are read when they are saved. */
import { createReadStream } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';
import { checkFolder } from '../config/work-folder.ts';
import type { Configuration } from '../config/configuration.ts';
import { displayPath } from '../config/display-path.ts';
import { frameOf } from '../engine/templates.ts';
import { formatDiagnostics, type Reporter } from '../report/build-report.ts';
import { isOfKind } from '../pipeline/files/file-kinds.ts';
import { publishedImage } from '../pipeline/files/images.ts';
import { moduleName } from '../astro/homes.ts';
import type * as Rendering from '../theme/rendering.ts';
import { forgetStrings, stringsFolder } from '../ui/strings.ts';
import { deskOf, liveStatus, newReports } from './panel-api.ts';
import { guardOf } from './guard.ts';
import { LiveSite } from './live-site.ts';
import { OpenPages } from './open-pages.ts';
import { watchFolders } from './watch.ts';

/** All articles are read again when nothing has been saved for this long, where the last edits concern others. */
const quietMs = 1000;

const imageTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** The writers' panel on every page of the preview, and of the preview only. */
const panelIntegration: AstroIntegration = {
  name: 'languedocs-panel',
  hooks: {
    'astro:config:setup': ({ addMiddleware, injectScript }) => {
      addMiddleware({ order: 'pre', entrypoint: join(import.meta.dirname, 'digest-middleware.ts') });
      injectScript('page', `import ${JSON.stringify(moduleName(join(import.meta.dirname, 'client/panel.ts')))};`);
    },
  },
};

/** Patterns of files that Vite keeps to itself: those of its own default, and in the content directories what begins with a dot. */
function hiddenFiles(roots: readonly string[]): string[] {
  const keptByDefault = ['.env', '.env.*', '*.{crt,pem,key,p12,pfx,cer,der}', '.npmrc', '.yarnrc.yml', '**/.git/**'];
  const folders = roots.map((root) => root.replaceAll('\\', '/').replace(/[*?[\]{}()!+@|]/g, '\\$&'));
  return [...keptByDefault, ...folders.flatMap((folder) => [`${folder}/**/.*`, `${folder}/**/.*/**`])];
}

export interface Preview {
  /** Address of the site, base included. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a preview of the configuration's articles on this machine only, until it is stopped. Port 0 takes any free one. */
export async function startPreview(configuration: Configuration, port: number, reporter: Reporter): Promise<Preview> {
  const { project, roots, base } = configuration;
  // Named after the content, so that previews of different articles do not make each other forget.
  const work = checkFolder(configuration);
  const site = new LiveSite(configuration, work);
  site.onFailure = (diagnostic) => {
    for (const line of formatDiagnostics([diagnostic])) reporter.line(line);
  };
  await site.read((stage, done, total) => reporter.progress(stage, done, total));
  reporter.end();
  site.saveMemory();
  const reports = newReports();
  const rendering: Rendering.Rendering = {
    site,
    status: () => liveStatus(site, configuration, reports),
    onMissingArticle: (locale, slug) => {
      const { home = locale } = site.locale(locale);
      reporter.line(`${shown(home)}: there is no article \`${slug}\` in ${locale}, so its link is left out.`);
    },
  };

  const openPages = new OpenPages();
  let vite: ViteDevServer | undefined;
  const plugin: Plugin = {
    name: 'languedocs-preview',
    enforce: 'post',
    configureServer(server) {
      vite = server;
      const modules = server.environments.client.moduleGraph;
      const isLoaded = async (address: string) => ((await modules.getModuleByUrl(address))?.importers.size ?? 0) > 0;
      openPages.serve(server);
      server.middlewares.use((_request, _response, next) => {
        // Before each request: a module that was edited is loaded again, and has forgotten it.
        renderingModule(server).then((templates) => {
          templates.useRendering(rendering);
          next();
        }, next);
      });
      server.middlewares.use(deskOf(site, configuration, reports));
      server.middlewares.use((request, response, next) => {
        // Astro has taken the base away from `url`.
        const path = (request.originalUrl ?? '/').replace(/[?#].*/s, '');
        const file = path.startsWith(`${base}media/`) ? site.mediaFile(path.slice(base.length)) : undefined;
        if (file === undefined) {
          next();
          return;
        }
        if (isOfKind('download', file)) {
          response.setHeader('content-type', 'application/octet-stream');
          response.setHeader('content-disposition', 'attachment');
          pipeline(createReadStream(file), response).catch(() => response.destroy());
          return;
        }
        const published = publishedImage(file);
        if ('problem' in published) {
          response.writeHead(404).end();
          return;
        }
        response.setHeader('content-type', imageTypes[extname(file).toLowerCase()] ?? 'application/octet-stream');
        response.end(published.bytes);
      });
      // Astro puts its middlewares before all others when the server is ready; this one comes before those.
      return () => {
        server.middlewares.stack.unshift({ route: '', handle: guardOf({ base, project, isLoaded }) });
      };
    },
  };
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  const { dev } = await import('astro');
  const { siteIntegration } = await import('../astro/site-integration.ts');
  const server = await dev({
    root: project,
    cacheDir: join(work, 'cache'),
    logLevel: 'error',
    logger: { entrypoint: new URL('./astro-log.ts', import.meta.url) },
    devToolbar: { enabled: false },
    integrations: [siteIntegration(frameOf(configuration)), panelIntegration],
    server: { host: '127.0.0.1', port },
    vite: {
      plugins: [plugin],
      cacheDir: join(work, 'vite'),
      server: {
        // No other site may read anything, on whatever port of this machine it is.
        cors: false,
        watch: { ignored: ['**/.languedocs/**', '**/dist/**', '**/tests/**'] },
        fs: { deny: hiddenFiles(roots) },
      },
    },
  });

  const changes = new Changes(site, reporter, () => vite, openPages);
  const stopWatching = watchFolders(roots, (paths) => changes.add([...paths]));
  const stopStrings = watchFolders([stringsFolder], () => changes.strings());
  const { port: taken } = server.address;
  return {
    url: `http://localhost:${taken}${base}`,
    async stop() {
      stopWatching();
      stopStrings();
      changes.stop();
      await server.stop();
    },
  };
}

/** The copy of `theme/rendering.ts` that the templates have in Vite's server. */
function renderingModule(server: ViteDevServer): Promise<typeof Rendering> {
  const { ssr } = server.environments;
  if (!isRunnableDevEnvironment(ssr)) throw new Error('The preview cannot run templates.');
  return ssr.runner.import<typeof Rendering>(moduleName(join(import.meta.dirname, '../theme/rendering.ts')));
}

/** Brings saved files to the open pages, one batch after the other. */
class Changes {
  readonly #site: LiveSite;
  readonly #reporter: Reporter;
  readonly #vite: () => ViteDevServer | undefined;
  readonly #openPages: OpenPages;
  #queue: Promise<void> = Promise.resolve();
  #quiet: NodeJS.Timeout | undefined;
  /** True while an edit shows that may change others, and these have not been read again. */
  #spreads = false;

  constructor(site: LiveSite, reporter: Reporter, vite: () => ViteDevServer | undefined, openPages: OpenPages) {
    this.#site = site;
    this.#reporter = reporter;
    this.#vite = vite;
    this.#openPages = openPages;
  }

  add(paths: readonly string[]): void {
    this.#enqueue(() => this.#take(paths));
  }

  strings(): void {
    this.#enqueue(async () => {
      forgetStrings();
      const server = this.#vite();
      if (server) (await renderingModule(server)).forgetStrings();
      this.#openPages.reloadAll();
    });
  }

  stop(): void {
    clearTimeout(this.#quiet);
  }

  /** One after the other. Trouble is told, and the next change is taken all the same: the pages that were there stay. */
  #enqueue(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(work).catch((error: unknown) => {
      this.#reporter.line(`Not shown: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  async #take(changed: readonly string[]): Promise<void> {
    const started = performance.now();
    const paths = changed.filter((path) => this.#site.concerns(path));
    if (paths.length === 0) return;
    const refreshed = paths.map((path) => this.#site.refresh(path));
    if (!refreshed.every((result) => result !== undefined)) return this.#readAll(paths);

    await this.#openPages.reloadChanged();
    const diagnostics = refreshed.flatMap(({ diagnostics: found }) => found);
    this.#tell(`${paths.map(shown).join(', ')} (${Math.round(performance.now() - started)} ms)`, diagnostics);
    this.#spreads ||= refreshed.some(({ spreads }) => spreads);
    if (this.#spreads) this.#readAllLater();
  }

  /** For edits that show at once, but may also change where others belong or lead. */
  #readAllLater(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#enqueue(() => this.#readAll([])), quietMs);
  }

  async #readAll(paths: readonly string[]): Promise<void> {
    clearTimeout(this.#quiet);
    this.#spreads = false;
    const started = performance.now();
    const diagnostics = await this.#site.read(() => undefined);
    this.#forgetRoutes();
    await this.#openPages.reloadChanged();
    if (paths.length === 0) return;
    const names = paths.map(shown);
    const named = names.length > 3 ? `${names.length} files` : names.join(', ');
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    this.#tell(
      `${named}; all articles read again (${seconds} s)`,
      diagnostics.filter(({ file }) => names.includes(file)),
    );
  }

  #tell(line: string, diagnostics: Parameters<typeof formatDiagnostics>[0]): void {
    for (const text of [line, ...formatDiagnostics(diagnostics)]) this.#reporter.line(text);
  }

  /** Astro asks pages for their paths once; this makes it ask again. */
  #forgetRoutes(): void {
    const ssr = this.#vite()?.environments.ssr;
    if (!ssr) return;
    const homes = ssr.moduleGraph.getModuleById('\0virtual:languedocs/homes');
    if (homes) ssr.moduleGraph.invalidateModule(homes);
    ssr.hot.send('astro:content-changed', {});
  }
}

function shown(path: string): string {
  const folder = process.cwd();
  return displayPath({ root: folder, path: relative(folder, path) });
}
