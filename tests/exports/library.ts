/** A small library for the tests of what agents get. Its files are gone when it is read: facts are all that is needed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type AgentFacts, agentFacts } from '../../src/exports/export-facts.ts';
import type { SlugHistory } from '../../src/exports/slug-history.ts';
import { collect, type Library } from '../../src/pipeline/pipeline.ts';
import { file } from '../support.ts';

export interface Sample {
  readonly ids?: string;
  readonly asset?: string;
  readonly slug?: string;
  readonly redirect?: string;
  readonly body?: string;
}

/** Files by path, `fr-FR/pay.md`, with what their headers say. */
export type Samples = Readonly<Record<string, Sample>>;

export function libraryOf(samples: Samples, slugHistory: SlugHistory = {}): Library {
  const root = mkdtempSync(join(tmpdir(), 'languedocs-'));
  try {
    for (const [path, sample] of Object.entries(samples)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), textOf(path, sample));
    }
    return collect(
      {
        roots: [root],
        sourceLocale: 'en-US',
        base: '/help/',
        documentationHosts: [],
        displayPath: ({ path }) => `content/${path}`,
        strings: () => (key) => key,
        slugHistory,
      },
      () => undefined,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
}

function textOf(path: string, { ids, asset, slug, redirect, body }: Sample): string {
  const [locale = ''] = path.split('/');
  const name = path.split('/').at(-1)?.replace('.md', '') ?? '';
  const fields = {
    'ms.contentlocale': locale,
    ...(locale === 'en-US' ? {} : { 'ms.translationtype': 'MT' }),
    ...(ids === undefined ? {} : { 'ms.custom': JSON.stringify(ids.split(' ')) }),
    ...(asset === undefined ? {} : { 'ms.assetid': asset }),
    ...(slug === undefined ? {} : { slug }),
    ...(redirect === undefined ? {} : { redirect_from: JSON.stringify(redirect.split(' ')) }),
  };
  return file(fields, body ?? `# <a name="${name}"></a>${name} in ${locale}\n\nText.\n`);
}

export function factsOf(samples: Samples, history: SlugHistory = {}, documentationSite?: string): AgentFacts {
  return agentFacts(libraryOf(samples, history), history, documentationSite);
}
