/**
 * What the server of a preview answers, and to whom. Vite serves every file of the project to whoever asks from this machine; articles
 * come from others, and so may the page that a writer has open beside them.
 */
import { existsSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { previewPolicies } from './policy.ts';

/** What lies behind an address. */
export type Kind =
  /** A page, which people also reach by links from elsewhere. */
  | 'page'
  /** A page without the slash at its end. Vite would look for a module of this name. */
  | 'unfinished'
  /** What pages load and may read: pictures, lists, findings. */
  | 'data'
  /** A script or style of ours that pages load; `isLoaded` has the last word. */
  | 'module'
  /** Nothing, or what is nobody's business. */
  | 'nothing'
  /** No address. */
  | 'wrong';

export interface Guarded {
  /** Path below which the site is; begins and ends with `/`. */
  readonly base: string;
  /** Folder that Vite serves. */
  readonly project: string;
  /** True for addresses of modules that another one imports, so that a page has asked for it. */
  readonly isLoaded: (address: string) => Promise<boolean>;
}

/** Parameters by which Vite gives out sources instead of what pages load. */
const sourceParameter = /[?&](?:raw|url|inline|import|direct|worker|sharedworker|html-proxy|astro)(?:[=&]|$)/;

/** Files that Vite takes for modules. */
const moduleFile = /\.(?:[cm]?[jt]sx?|astro|vue|svelte|mdx|css|less|s[ac]ss|styl|wasm)$/i;

/** What the pages of the preview name themselves; everything else is imported by these. */
const entries = [
  /^\/@vite\/client$/,
  /^\/@id\/astro:scripts\/[\w.-]+$/,
  /^\/src\/theme\/styles\/[\w/.-]+\.(?:css|svg|woff2)(?:\?(?:direct|import|[tv]=\w+)(?:&(?:direct|import|[tv]=\w+))*)?$/,
  /^\/src\/[^?]+\.astro\?astro&type=(?:script|style)&index=\d+&lang\.\w+(?:&[tv]=\w+)*$/,
];

/** @param address path and query of a request */
export function kindOf(address: string, { base, project }: Pick<Guarded, 'base' | 'project'>): Kind {
  const path = decoded(address.split('?', 1)[0] ?? '');
  if (path === undefined) return 'wrong';
  const below = path.startsWith(base) ? path.slice(base.length - 1) : path;
  if (/^\/(?:@|node_modules\/|src\/)/.test(below)) return 'module';
  const isOurs = existsSync(join(project, 'public', below)) && !below.endsWith('/');
  if (sourceParameter.test(address) || below.split('/').some((part) => /^\.|^__(?!languedocs$)/.test(part)))
    return 'nothing';
  if (isOurs || below.startsWith('/__languedocs/') || below.startsWith('/media/')) return 'data';
  // With or without the base: Vite takes both.
  const isFile = [path, below].some((each) => !each.endsWith('/') && existsSync(join(project, each)));
  if (isFile || moduleFile.test(below)) return 'nothing';
  if (/(?:\/|\.html)$/.test(below)) return 'page';
  return /\.\w+$/.test(below) ? 'data' : 'unfinished';
}

/** The path in letters; undefined for what is no path, or hides one in another. */
function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    const isPlain = text.startsWith('/') && !/[\\\0]|\/\/|\/\.\.?(?:\/|$)/.test(text) && !/%(?:2f|25)/i.test(path);
    return isPlain ? text : undefined;
  } catch {
    return undefined;
  }
}

/** What a request says of where it comes from. */
export interface Asked {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Why a request is refused; undefined where it may pass. Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`), and by
 * which name they have found the server (`Host`). Another port of this machine is another site to us.
 */
export function refusal({ method, headers }: Asked, kind: Kind): string | undefined {
  const { host = '', origin } = headers;
  const name = /^(\[::1\]|[^:]*)(?::\d+)?$/.exec(host)?.[1]?.toLowerCase() ?? '';
  if (!['localhost', '127.0.0.1', '[::1]'].includes(name))
    return 'The preview answers to `localhost` only, so that no other host name can stand for it.';
  const from = headers['sec-fetch-site'] ?? 'none';
  const isOwn = from === 'same-origin' || from === 'none';
  const isReader = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (!isOwn && !((kind === 'page' || kind === 'unfinished') && isReader && isReading(method)))
    return 'Another site may link to pages of the preview, but not load anything from it.';
  if (origin !== undefined && origin !== `http://${host}`) return 'The preview answers its own pages only.';
  return undefined;
}

/** True where the request certainly comes from a script of a page of the preview: nothing else may have an effect. */
export function comesFromPanel({ method, headers }: Asked): boolean {
  return (
    method === 'POST' &&
    headers.origin === `http://${headers.host ?? ''}` &&
    refusal({ method, headers }, 'data') === undefined
  );
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * Sent with everything but pages. Opened by itself, a picture in SVG is a document of the preview; it runs nothing and loads nothing
 * then. Pages do not notice: a picture in a page keeps its own styles, and scripts take the policy of their page.
 */
const lifeless = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

type Request = IncomingMessage & { readonly originalUrl?: string | undefined };
type Handler = (request: Request, response: ServerResponse, next: () => void) => void;

/** The first middleware of the server, before any of Vite's and Astro's. */
export function guardOf(guarded: Guarded): Handler {
  return (request, response, next) => {
    const address = request.originalUrl ?? request.url ?? '';
    const [kind, asked] = [kindOf(address, guarded), { method: request.method ?? '', headers: request.headers }];
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('x-frame-options', 'DENY');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
    const policies = kind === 'page' ? previewPolicies(guarded.base, request.headers.host).join(', ') : lifeless;
    response.setHeader('content-security-policy', policies);
    const refused = refusal(asked, kind);
    if (refused !== undefined) answer(response, 403, refused);
    else if (kind === 'wrong') answer(response, 400, 'The preview does not understand this address.');
    else if (kind === 'nothing') answer(response, 404, 'The preview has nothing at this address.');
    else if (kind === 'unfinished') response.writeHead(302, { location: address.replace(/(?=\?|$)/, '/') }).end();
    else if (kind !== 'module') next();
    else
      void isServed(address, guarded).then((served) => {
        if (served) next();
        else answer(response, 404, 'No page of the preview loads this.');
      });
  };
}

async function isServed(address: string, { base, isLoaded }: Guarded): Promise<boolean> {
  const below = base !== '/' && address.startsWith(base) ? address.slice(base.length - 1) : address;
  if (/[?&](?:raw|url|inline|worker|sharedworker)(?:[=&]|$)/.test(below)) return false;
  return entries.some((entry) => entry.test(below)) || isLoaded(below).catch(() => false);
}

function answer(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}
