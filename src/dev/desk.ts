/** What the writers' panel of a preview asks for, as JSON below `<base>__languedocs/`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { checkLibrary } from '../build/check.ts';
import type { Reports } from '../build/library.ts';
import type { Configuration } from '../build/configuration.ts';
import { boardSource, useStatus } from '../site/status.ts';
import { boardOf } from '../status/board.ts';
import { differenceSince } from './difference.ts';
import { findingsOf } from './findings.ts';
import type { LiveSite } from './live-site.ts';

type Next = () => void;
/** Vite takes the base away from `url`, and leaves the whole in `originalUrl`. */
type Request = IncomingMessage & { readonly originalUrl?: string | undefined };

/** A middleware for Vite's server. */
export function deskOf(site: LiveSite, configuration: Configuration) {
  const reports = newReports();
  const root = `${configuration.base}__languedocs/`;
  useStatus(() => boardSource(boardOf(site.library, checkLibrary(site.library, configuration, reports).diagnostics)));
  return (request: Request, response: ServerResponse, next: Next): void => {
    const url = new URL(request.originalUrl ?? '/', 'http://localhost');
    if (!url.pathname.startsWith(root)) {
      next();
      return;
    }
    const page = site.topicAt((url.searchParams.get('page') ?? '').slice(configuration.base.length));
    const answer = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      response.end(JSON.stringify(value));
    };
    try {
      switch (url.pathname.slice(root.length)) {
        case 'findings.json':
          answer(200, page ? findingsOf(page, site, configuration, reports) : { findings: [] });
          return;
        case 'difference.json': {
          const revision = url.searchParams.get('revision') ?? 'HEAD';
          const path = page && join(page.article.file.root, page.article.file.path);
          answer(200, path === undefined ? { lines: [] } : differenceSince(revision, path, site.sourceLocale));
          return;
        }
        default:
          answer(404, { error: 'There is nothing at this address.' });
      }
    } catch (error) {
      answer(500, { error: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** Reports for as long as the preview runs. */
function newReports(): Reports {
  const known = new Map<string, string>();
  return {
    recall<Value>(key: string, make: () => Value): Value {
      const text = known.get(key) ?? JSON.stringify(make());
      known.set(key, text);
      return JSON.parse(text) as Value;
    },
  };
}
