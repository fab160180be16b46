/** Entry of the compiled templates: what a thread imports to render pages. */
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';
import type { Rendering } from '../theme/rendering.ts';
import { articleComponent, articlePattern } from './article-route.ts';

export { type Rendering, useRendering } from '../theme/rendering.ts';

export interface PlannedFile {
  /** Path of the page or endpoint, with the slash at its end that its address has, without the base. */
  readonly pathname: string;
  readonly route: RouteData;
}

/** An article whose page is to be rendered. */
export interface ShownArticle {
  /** Locale of the page. */
  readonly tag: string;
  readonly slug: string;
}

const app = createApp({ streaming: false });
/** What Astro says of pages that it cannot render, since somebody has looked. */
const said: string[] = [];
app.logger.options.level = 'error';
app.logger.setDestination({ write: ({ message }) => void said.push(message) });

const articleRoute = app.manifest.routes.find(({ routeData }) => routeData.component === articleComponent)?.routeData;
const articleRequest = requestOf(articlePattern);

/** All pages and endpoints of the site that `useRendering` has named, but those of articles. */
export async function plannedFiles(): Promise<PlannedFile[]> {
  const files = await new StaticPaths(app).getAll();
  return files.filter(({ route }) => route !== articleRoute);
}

/** The page of an article. */
export async function renderArticle(article: ShownArticle, rendering: Rendering): Promise<Uint8Array> {
  if (!articleRoute) throw new Error(`There is no route ${articleComponent}.`);
  const response = await app.render(articleRequest, { routeData: articleRoute, locals: { ...rendering, article } });
  return contentOf(response, 200, `${article.tag}/${article.slug}`);
}

/** What a file shows. */
export async function render({ pathname, route }: PlannedFile, rendering: Rendering): Promise<Uint8Array> {
  const slash = route.type === 'page' && !pathname.endsWith('/') ? '/' : '';
  const response = await app.render(requestOf(pathname + slash), { routeData: route, locals: rendering });
  return contentOf(response, route.route === '/404' ? 404 : 200, pathname);
}

/** The origin is no part of any page: they take it from the site. */
function requestOf(pathname: string): Request {
  return new Request(new URL(app.manifest.base.replace(/\/$/, '') + pathname, 'http://localhost'));
}

async function contentOf(response: Response, expected: number, name: string): Promise<Uint8Array> {
  if (response.status !== expected) {
    const reason = said.splice(0).at(-1) ?? 'Astro gives no reason.';
    throw new Error(`${name} could not be rendered (status ${response.status}). ${reason}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** Where hosts look for a file, below the site's folder. */
export function fileOf({ pathname, route }: PlannedFile): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (route.type !== 'page') return path;
  if (path === '') return 'index.html';
  return /(?:^|\/)404$/.test(path) ? `${path}.html` : `${path}/index.html`;
}
