/** What the writers' panel of a preview asks for, as JSON below `<base>__languedocs/`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkLibrary } from '../engine/check-library.ts';
import type { Reports } from '../engine/library.ts';
import type { Configuration } from '../config/configuration.ts';
import { CommandError } from '../core/errors.ts';
import { boardSource, type StatusSource } from '../status/site-status.ts';
import { boardOf } from '../status/board.ts';
import { type Difference, differenceSince } from './sentence-difference.ts';
import { findingsOf } from './findings.ts';
import { comesFromPanel } from './guard.ts';
import type { LiveSite } from './live-site.ts';

type Next = () => void;
/** Vite takes the base away from `url`, and leaves the whole in `originalUrl`. */
type Request = IncomingMessage & { readonly originalUrl?: string | undefined };

interface Answer {
  readonly status: number;
  readonly value: unknown;
}

const nothingThere: Answer = { status: 404, value: { error: 'There is nothing at this address.' } };
const nothingToCompare: Difference = { lines: [], left: 0, isComplete: true };

/** The status board as the articles are now. */
export function liveStatus(site: LiveSite, configuration: Configuration, reports: Reports): StatusSource {
  return boardSource(boardOf(site.library, checkLibrary(site.library, configuration, reports).diagnostics));
}

/** A middleware for Vite's server. */
export function deskOf(site: LiveSite, configuration: Configuration, reports: Reports) {
  const root = `${configuration.base}__languedocs/`;

  async function answer(name: string, parameters: URLSearchParams): Promise<Answer> {
    const path = parameters.get('page') ?? '';
    if (!isPath(path) || !path.startsWith(configuration.base)) {
      const error = `\`page\` is no path of a page. Expected one such as \`${configuration.base}fr-fr/pay-invoice/\`.`;
      return { status: 400, value: { error } };
    }
    const page = site.topicAt(path.slice(configuration.base.length));
    switch (name) {
      case 'findings.json':
        return { status: 200, value: page ? findingsOf(page, site, configuration, reports) : { findings: [] } };
      case 'difference.json': {
        const revision = parameters.get('revision') ?? 'HEAD';
        const found = page
          ? await differenceSince(revision, page.article.file, site.facts.sourceLocale)
          : nothingToCompare;
        return { status: 200, value: found };
      }
      default:
        return nothingThere;
    }
  }

  return (request: Request, response: ServerResponse, next: Next): void => {
    const [path = '', query = ''] = (request.originalUrl ?? '').split('?', 2);
    if (!path.startsWith(root)) {
      next();
      return;
    }
    const [name, parameters] = [path.slice(root.length), new URLSearchParams(query)];
    const send = ({ status, value }: Answer): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      response.end(JSON.stringify(value));
    };
    if (name === 'open-in-editor.json') {
      const file = parameters.get('file') ?? '';
      if (!comesFromPanel({ method: request.method ?? '', headers: request.headers }))
        send({ status: 403, value: { error: 'Only the panel of the preview opens files in an editor.' } });
      else if (!site.hasArticle(file.replace(/(?::\d+){0,2}$/, '')))
        send({ status: 404, value: { error: 'The preview does not have this article.' } });
      else {
        // Vite's own server starts the editor that runs, or that LAUNCH_EDITOR names.
        request.url = `/__open-in-editor?file=${encodeURIComponent(file)}`;
        next();
      }
      return;
    }
    answer(name, parameters).then(send, (error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      send({ status: error instanceof CommandError ? 400 : 500, value: { error: words } });
    });
  };
}

function isPath(text: string): boolean {
  try {
    return decodeURI(text) !== '';
  } catch {
    return false;
  }
}

/** Reports for as long as the preview runs. */
export function newReports(): Reports {
  const known = new Map<string, string>();
  return {
    find(key) {
      const text = known.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    keep(key, value) {
      known.set(key, Buffer.from(value).toString('utf8'));
    },
  };
}
