/** Entry of the compiled templates: what a thread imports to render pages. */
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';

export interface PlannedFile {
  /** Path of the page or endpoint, with the slash at its end that its address has, without the base. */
  readonly pathname: string;
  readonly route: RouteData;
}

const app = createApp({ streaming: false });

/** All pages and endpoints that the routes below `src/pages` plan for the opened site. */
export function plannedFiles(): Promise<PlannedFile[]> {
  return new StaticPaths(app).getAll();
}

/** The route of a file below `src/pages`. */
export function routeOf(component: string): RouteData {
  const found = app.manifest.routes.find(({ routeData }) => routeData.component === component);
  if (!found) throw new Error(`There is no route ${component}.`);
  return found.routeData;
}

/** What a file shows. */
export async function render({ pathname, route }: PlannedFile): Promise<Uint8Array> {
  const path = app.manifest.base.replace(/\/$/, '') + pathname;
  const slash = route.type === 'page' && !path.endsWith('/') ? '/' : '';
  // The origin is no part of any page: they take it from the site.
  const response = await app.render(new Request(new URL(path + slash, 'http://localhost')), { routeData: route });
  const expected = route.route === '/404' ? 404 : 200;
  if (response.status !== expected) {
    throw new Error(`${pathname} could not be rendered (status ${response.status}); what went wrong stands above.`);
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
