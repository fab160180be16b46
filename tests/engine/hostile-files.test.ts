/**
 * One file never stops a build and never costs another article anything: the functions of a build, on good articles and one hostile
 * file. `npm run hostile` does the same with the real command.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type AgentFacts, agentFacts } from '../../src/exports/export-facts.ts';
import { movedPages, permanentPages } from '../../src/exports/permanent-pages.ts';
import { linesOf } from '../../src/engine/workers/rendered-lines.ts';
import { asFile } from '../../src/pipeline/group/slugify.ts';
import { plannedPages } from '../../src/pipeline/planned-pages.ts';
import { keyOf } from '../../src/pipeline/render-input.ts';
import { collect, type Library } from '../../src/pipeline/pipeline.ts';
import type { SlugHistory } from '../../src/pipeline/types.ts';
import { hostileFiles } from '../attacks/hostile-files.ts';
import { file } from '../support.ts';
import { bareTemplates } from '../exports/templates.ts';

/** An article in three languages; the source has the file, French has pairs or not. */
const article = (name: string, id: string) =>
  Object.fromEntries(
    ['en-US', 'de-DE', 'fr-FR'].map((locale) => [
      `${locale}/${name}.md`,
      file(
        { title: name, 'ms.contentlocale': locale, 'ms.custom': id, 'ms.lasthandoff': '2020-01-01' },
        `# <a name="${name}"></a>${name} in ${locale}\n\nSee [the other](tax-ids.md).\n`,
      ),
    ]),
  );
const good = { ...article('pay-invoice', '7100101'), ...article('tax-ids', '7100108') };
const copied = ['favicon.svg', 'preferences.js', '_astro/x.css'];
/** Files of the site's own, wherever it has them. */
const own = [
  ...copied,
  'index.html',
  '404.html',
  'robots.txt',
  'llms.txt',
  'sitemap.xml',
  ...['en-us', 'de-de', 'fr-fr'].flatMap((path) =>
    ['index.html', '404.html', 'llms.txt', 'offer.json', 'all/index.html', 'search/index.html'].map(
      (name) => `${path}/${name}`,
    ),
  ),
];

interface Made {
  readonly library: Library;
  readonly agents: AgentFacts;
  /** Pages of the good articles. */
  readonly pages: Readonly<Record<string, string>>;
  /** Every file of the site. */
  readonly paths: readonly string[];
}

function make(files: Readonly<Record<string, string | Uint8Array>>, slugHistory: SlugHistory): Made {
  const root = mkdtempSync(join(tmpdir(), 'languedocs-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const library = collect(
      {
        roots: [root],
        sourceLocale: 'en-US',
        base: '/',
        documentationHosts: [],
        documentationSite: 'https://docs.example',
        displayPath: ({ path }) => path,
        strings: () => (key) => key,
        slugHistory,
      },
      () => undefined,
    );
    const agents = agentFacts(library, slugHistory, 'https://docs.example', copied);
    const pages: Record<string, string> = {};
    const paths = [...own];
    for (const locale of library.pages.locales) {
      for (const { slug, render, input } of plannedPages(locale, library)) {
        keyOf(input());
        const lines = linesOf(render());
        const place = `${locale.toLowerCase()}/${slug}`;
        if (slug === 'pay-invoice' || slug === 'tax-ids') pages[place] = Buffer.from(lines.lines).toString();
        paths.push(`${place}/index.html`, `${place}/original.json`, `${place}.md`, `${place}.oembed.json`);
      }
    }
    for (const { path } of permanentPages(agents.ids, agents.catalogue, bareTemplates)) paths.push(path);
    for (const { path } of movedPages(agents.redirects, agents.catalogue, bareTemplates)) paths.push(path);
    return { library, agents, pages, paths };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Paths that are one file on some disk, or of which one is a folder and the other a file; spellings of one id have equal pages. */
function clashes(paths: readonly string[]): string[] {
  const files = new Set<string>();
  const twice = paths.filter((path) => {
    const name = asFile(path);
    const isTwice = files.has(name) && !path.startsWith('id/');
    files.add(name);
    return isTwice;
  });
  const inTheWay = paths.filter((path) =>
    [...path.matchAll(/\//g)].some(({ index }) => files.has(asFile(path.slice(0, index)))),
  );
  return [...twice, ...inTheWay];
}

/** Where the ids of the good articles lead. */
const leads = ({ agents }: Made) =>
  agents.ids
    .filter(({ id }) => ['7100101', '7100108', 'pay-invoice', 'tax-ids'].includes(id.toLowerCase()))
    .flatMap(({ spellings, entries }) =>
      spellings.map((id) => [id.toLowerCase(), entries.map(({ slug }) => slug).join()]),
    );

const redirectsOf = ({ agents }: Made) =>
  agents.redirects.filter(({ entry }) => entry.slug === 'pay-invoice').map(({ from, to }) => `${from} ${to}`);

let before: Made;
beforeAll(() => {
  before = make(good, {});
});

test.each(hostileFiles.map((hostile) => [hostile.name, hostile] as const))(
  '%s',
  (_name, hostile) => {
    // What does no more than look odd has nothing to do with who has had what.
    for (const known of hostile.harmless === true ? [{}] : [{}, before.agents.history]) {
      const made = make({ ...good, [hostile.path]: hostile.content }, known);
      expect(clashes(made.paths)).toEqual([]);
      expect(made.pages).toEqual(before.pages);
      expect(Object.fromEntries(leads(made))).toMatchObject(Object.fromEntries(leads(before)));
      expect(redirectsOf(made)).toEqual(redirectsOf(before));
      const found = [...made.library.diagnostics, ...made.agents.diagnostics];
      if (hostile.harmless !== true)
        expect(found.filter((diagnostic) => diagnostic.file === hostile.path).map(({ rule }) => rule)).not.toEqual([]);
    }
  },
  60_000,
);
