/**
 * Astro's middleware of a preview. It gives pages their site. Every page tells its digest, so that a later one can be compared with what a
 * browser shows.
 */
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'astro';
import { currentRendering } from '../theme/rendering.ts';
import { digestHeader, digestName } from './open-page.ts';

export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  Object.assign(locals, currentRendering());
  const response = await next();
  if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return response;
  const html = await response.text();
  const headers = new Headers(response.headers);
  // The one header of its own response that a page can read.
  headers.set(digestHeader, `${digestName};desc="${createHash('sha256').update(html).digest('base64url')}"`);
  return new Response(html, { status: response.status, statusText: response.statusText, headers });
};
