/** Each kind of file that programs here read back, with something else in it: ours is taken for none, and a person's is named. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/publish/assemble.ts';
import type { BuildResult } from '../../src/engine/build-result.ts';
import { lastBuild, noteBuild, type Stamp } from '../../src/engine/cache/inputs.ts';
import { KnownDigests } from '../../src/engine/cache/known-digests.ts';
import { whileLocked } from '../../src/disk/lock.ts';
import { openRelease, writeManifest } from '../../src/publish/manifest.ts';
import { Memory } from '../../src/engine/cache/fact-cache.ts';
import { readSlugFile } from '../../src/engine/slug-file.ts';
import { templateSources } from '../../src/engine/templates.ts';
import { openReports } from '../../src/engine/check-library.ts';
import { isFacts, readLibrary } from '../../src/engine/library.ts';
import { StatusBoard } from '../../src/engine/status-board.ts';
import type { Facts } from '../../src/pipeline/types.ts';
import { BuiltSite } from '../../src/mcp/built-site.ts';
import { openSiteFolder } from '../../src/search/site-folder.ts';
import { templatesSources } from '../../src/astro/adapter.ts';
import { PackReader, PackWriter } from '../../src/store/page-pack.ts';
import { closeSite, openPacks, writeFacts } from '../../src/store/site.ts';
import { resolveOptions } from '../../src/config/options.ts';
import { boardFiles, openStatus, writeBoard } from '../../src/status/site-status.ts';
import { siteFiles } from '../mcp/site.ts';
import { folderOf } from '../support.ts';

/** What may stand in a file instead of what was written. */
const others: Readonly<Record<string, (whole: Buffer) => Buffer>> = {
  null: () => Buffer.from('null'),
  'a list': () => Buffer.from('[]'),
  'a list of nothing': () => Buffer.from('[null]'),
  'an object': () => Buffer.from('{}'),
  'an object of nothing': (whole) => {
    const text = whole.toString('utf8');
    return Buffer.from(/^\{\s*"/.test(text) ? `${text.slice(0, text.indexOf(':'))}: null}` : '{"x": null}');
  },
  'a number': () => Buffer.from('5'),
  'a text': () => Buffer.from('"x"'),
  nothing: () => Buffer.alloc(0),
  'its first half': (whole) => whole.subarray(0, whole.length >> 1),
  'other bytes': () => Buffer.from([0x00, 0xff, 0xfe, 0x80, 0x0a, 0x53, 0x51]),
  'what it held, behind something else': (whole) => Buffer.concat([Buffer.from('0'), whole]),
};
const damages = Object.entries(others);

function damage(file: string, other: (whole: Buffer) => Buffer): void {
  writeFileSync(file, other(readFileSync(file)));
}

const stamp: Stamp = {
  digest: 'd',
  states: new Map([['/content/a.md', { text: 's', changed: 0 }]]),
  latest: 0,
  taken: 1e9,
  time: 0,
};
const result: BuildResult = {
  diagnostics: [],
  minorFlaws: [],
  pages: 1,
  rendered: 1,
  reused: 0,
  indexed: 1,
  changed: true,
  locales: ['fr-FR'],
  leftOut: [],
  validity: {},
};
const facts: Facts = { diagnostics: [] };

/** A locale of one page. */
function writePack(folder: string): void {
  const pack = new PackWriter(folder, 'fr-FR');
  pack.add(Buffer.from('{"page":1}\n'), { slug: 'a', digest: 'd', key: 'k', noindex: false, fallback: false });
  pack.close([{ slug: 'a', title: 'A', summary: '', href: '/fr-fr/a/', bodyLocale: 'fr-FR', noindex: false }]);
}

/** Undefined where the pack is taken for none. */
function withPack<Value>(folder: string, look: (pack: PackReader) => Value): Value | undefined {
  const pack = PackReader.openIfThere(folder, 'fr-FR');
  if (!pack) return undefined;
  const found = look(pack);
  pack.close();
  return found;
}

interface Kept {
  readonly what: string;
  readonly file: string;
  readonly write: (folder: string) => void;
  /** Undefined where nothing is kept. */
  readonly read: (folder: string) => unknown;
}

const kept: readonly Kept[] = [
  {
    what: 'digests of articles',
    file: 'digests.json',
    write: (folder) => writeFileSync(join(folder, 'digests.json'), '{"/content/a.md":["s","d"]}'),
    read: (folder) => new KnownDigests(join(folder, 'digests.json'), stamp).of({ root: '/content', path: 'a.md' }),
  },
  {
    what: 'the last build',
    file: 'last-build.json',
    write: (folder) => noteBuild(folder, stamp, result),
    read: (folder) => lastBuild(folder, stamp),
  },
  {
    what: 'facts of articles',
    file: 'facts.tsv',
    write(folder) {
      const memory = new Memory(join(folder, 'facts.tsv'), 'v1');
      memory.recall('a', () => facts, isFacts);
      memory.save();
      memory.close();
    },
    read: (folder) => new Memory(join(folder, 'facts.tsv'), 'v1').find('a'),
  },
  {
    what: 'the manifest of a site',
    file: 'live.json',
    write: (folder) =>
      writeManifest(join(folder, 'live.json'), {
        files: new Map([['a.html', { key: 'k', size: 1, modified: 1 }]]),
        groups: new Map(),
        recordedAt: 2,
        minorFlaws: [],
      }),
    read: (folder) => openRelease({ folder, manifestFile: join(folder, 'live.json') }),
  },
  {
    what: 'the pages of a locale',
    file: 'fr-FR.entries.json',
    write: writePack,
    read: (folder) => withPack(folder, ({ entries }) => (entries.length === 0 ? undefined : entries)),
  },
  {
    what: 'the list of a locale',
    file: 'fr-FR.list.json',
    write: writePack,
    read: (folder) => withPack(folder, (pack) => (pack.hasWholeList ? pack.entries : undefined)),
  },
  {
    what: 'the text of a page',
    file: 'fr-FR.pages.jsonl',
    write: writePack,
    read: (folder) => withPack(folder, (pack) => pack.entries.find((entry) => pack.isWhole(entry))),
  },
  {
    what: 'the sources of templates',
    file: join('templates', 'templates', templatesSources),
    write(folder) {
      const file = join(folder, 'templates', 'templates', templatesSources);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, '["/project/home.mdx"]');
    },
    read: (folder) => templateSources(folder)[0],
  },
];

describe.each(kept)('$what', ({ file, write, read }) => {
  test('are read as they were written', () => {
    const folder = folderOf({});
    write(folder);
    expect(read(folder)).toBeDefined();
  });
  test.each(damages)('are taken for none where the file holds %s', (_what, other) => {
    const folder = folderOf({});
    write(folder);
    damage(join(folder, file), other);
    expect(read(folder)).toBeUndefined();
  });
});

/** Any letter of these may be another one, which JSON does not notice. */
test.each(kept.filter(({ file }) => /\.(?:list\.json|jsonl|tsv)$/.test(file)))(
  '$what: no change of a letter changes what is read',
  ({ file, write, read }) => {
    const folder = folderOf({});
    write(folder);
    const right = read(folder);
    let refused = 0;
    const whole = readFileSync(join(folder, file));
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at] === 0x61 ? 0x62 : 0x61;
      writeFileSync(join(folder, file), changed);
      const found = read(folder);
      expect([undefined, right]).toContainEqual(found);
      if (found === undefined) refused++;
    }
    // Of a line end, say, nothing depends.
    expect(refused).toBeGreaterThan(whole.length / 2);
  },
);

describe('the status board that was kept', () => {
  const files = ['status/status.json', 'status/status.fr-FR.json', 'status/made-from'];
  test.each(files.flatMap((file) => damages.map(([what, other]) => ({ file, what, other }))))(
    'is made again where $file holds $what',
    ({ file, other }) => {
      const root = folderOf({ 'content/fr-FR/pay.md': '# Payer\n\nUn texte.\n', 'packs/x': '' });
      const [packs, work] = [join(root, 'packs'), join(root, 'work')];
      const configuration = {
        project: join(import.meta.dirname, '../..'),
        options: resolveOptions({ title: 'Help' }),
        roots: [join(root, 'content')],
        out: join(root, 'dist'),
        base: '/',
      };
      const library = readLibrary(configuration, () => undefined);
      const build = () => {
        const reports = openReports(work);
        const said = new StatusBoard(packs, library, configuration, work, reports).write();
        reports.close();
        return [said, ...boardFiles(['fr-FR']).map((name) => readFileSync(join(packs, name), 'utf8'))];
      };
      const before = build();
      damage(join(work, file), other);
      expect(build()).toEqual(before);
    },
  );
});

test.each(['null', '[]', '{}', '5', '{"diagnostics":null}', '{"diagnostics":[],"article":{}}', '{'])(
  'a value that is none of its kind is made again, though its sum is right: %s',
  (value) => {
    const folder = folderOf({});
    const first = new Memory(join(folder, 'facts.tsv'), 'v1');
    first.keep('a', Buffer.from(value));
    expect(first.recall('a', () => facts, isFacts)).toEqual(facts);
    first.save();
    first.close();
  },
);

describe('a lock', () => {
  test.each([...damages, ['the beginning of a database', () => Buffer.from('SQLite format 3\0 and no more')] as const])(
    'is taken where its file holds %s',
    async (_what, other) => {
      const folder = folderOf({ 'work.lock': 'x' });
      damage(join(folder, 'work.lock'), other);
      expect(await whileLocked(join(folder, 'work'), 'site', () => Promise.resolve('done'))).toBe('done');
    },
  );
});

/** What programs here cannot go on without, with the least that they read. */
const needed: readonly (Omit<Kept, 'read'> & { readonly read: (folder: string) => unknown })[] = [
  {
    what: 'the record of slugs',
    file: 'slugs.json',
    write: (folder) => writeFileSync(join(folder, 'slugs.json'), '{\n  "pay": {"known": ["7"], "former": []}\n}\n'),
    read: (folder) => readSlugFile(join(folder, 'slugs.json')),
  },
  {
    what: 'the index of a part',
    file: 'part/api/v1/index.json',
    write(folder) {
      mkdirSync(join(folder, 'part/api/v1'), { recursive: true });
      writeFileSync(join(folder, 'part/api/v1/index.json'), '{"topics":[]}');
    },
    read: (folder) => assemble([join(folder, 'part')], join(folder, 'out'), '/'),
  },
  {
    what: 'the places of a search',
    file: 'fr-fr/search/strings.json',
    write(folder) {
      mkdirSync(join(folder, 'fr-fr/search'), { recursive: true });
      const place = { tag: 'fr-FR', direction: 'ltr', index: '/pagefind/fr-fr/', home: '/fr-fr/' };
      writeFileSync(join(folder, 'fr-fr/search/strings.json'), JSON.stringify({ indexes: [place] }));
    },
    read: (folder) => openSiteFolder(folder, 'fr-fr'),
  },
  ...[
    { what: 'the locales', file: 'api/v1/locales.json', read: ({ locales }: BuiltSite) => locales },
    { what: 'the list of articles', file: 'api/v1/index.json', read: ({ topics }: BuiltSite) => topics },
    {
      what: 'an article',
      file: 'api/v1/articles/pay-invoice.json',
      read: (site: BuiltSite) => site.article('pay-invoice'),
    },
    { what: 'an id', file: 'api/v1/ids/7302.json', read: (site: BuiltSite) => site.articlesOfId('7302') },
  ].map(({ what, file, read }) => ({
    what: `${what} of a site that assistants ask for`,
    file,
    write(folder: string) {
      for (const [path, text] of Object.entries(siteFiles)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    read: (folder: string) => read(new BuiltSite(folder)),
  })),
  {
    what: 'what all pages share',
    file: 'site.json',
    write: (folder) =>
      writeFacts(folder, { title: 'Help', base: '/', sourceLocale: 'en-US', locales: [], built: [], status: false }),
    read(folder) {
      closeSite();
      return openPacks(folder).facts.title;
    },
  },
  {
    what: 'the status board',
    file: 'status.json',
    write: (folder) => writeBoard(folder, { topics: 0, locales: [], articles: [], editions: {} }),
    read: (folder) => openStatus(folder)?.summary.topics,
  },
];

describe.each(needed)('$what', ({ what, file, write, read }) => {
  test('is read as it was written', () => {
    const folder = folderOf({});
    write(folder);
    expect(read(folder)).toBeDefined();
  });
  // A record of no slugs is one.
  const empty = what === 'the record of slugs' ? ['an object'] : [];
  test.each(damages.filter(([name]) => !empty.includes(name)))('is named where the file holds %s', (_what, other) => {
    const folder = folderOf({});
    write(folder);
    damage(join(folder, file), other);
    expect(() => read(folder)).toThrow(/(?:json:\d+: .*|damaged.*)(?:Build|Correct)/s);
  });
});

test.each([
  ['{\n  "pay": {"known": [], "former": []},\n  oops\n}\n', 3, 'not valid JSON'],
  ['{\n  "pay": {"known": [], "former": []},\n<<<<<<< HEAD\n}\n', 3, 'not valid JSON'],
  ['{\n  "pay": {"known": [], "former": []}', 2, 'not valid JSON'],
  ['{\n  "pay": {"known": [], "former": []},\n  "tax": {"known": [7], "former": []}\n}\n', 3, 'the record of `tax`'],
  ['{\n  "pay": null\n}\n', 2, 'the record of `pay`'],
])('a record of slugs that a person has damaged is told with its line: %j', (text, line, what) => {
  const file = join(folderOf({ 'slugs.json': text }), 'slugs.json');
  expect(() => readSlugFile(file)).toThrow(`${file}:${line}: `);
  expect(() => readSlugFile(file)).toThrow(what);
});

test('the mark with which some editors begin a file is no damage', () => {
  const folder = folderOf({ 'slugs.json': '\uFEFF{"pay": {"known": [], "former": ["old"]}}' });
  expect(readSlugFile(join(folder, 'slugs.json'))['pay']?.former).toEqual(['old']);
});
