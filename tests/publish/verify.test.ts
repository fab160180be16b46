import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, type RecordedRelease, recordOf } from '../../src/publish/manifest.ts';
import { filesBelow } from '../../src/disk/files-below.ts';
import { digestOf } from '../../src/publish/staging-site.ts';
import { verifySite } from '../../src/publish/verify.ts';
import type { Site } from '../../src/store/site.ts';
import { folderOf } from '../support.ts';

const locales = ['en-US', 'fr-FR'].map((tag) => ({
  tag,
  path: tag.toLowerCase(),
  name: tag,
  direction: 'ltr' as const,
  articles: 1,
}));
const entry = (slug: string, fallback = false) => ({ slug, fallback, noindex: false });

/** Two locales; `pay` is in both, `tax` in French falls back. */
const site: Pick<Site, 'facts' | 'built' | 'entries'> = {
  facts: { title: 'Help', base: '/help/', sourceLocale: 'en-US', status: false, locales, built: [] },
  built: locales,
  entries: (tag) => [entry('pay'), entry('tax', tag === 'fr-FR')],
};

const links = (...tags: string[]) => tags.map((tag) => `<link rel="alternate" hreflang="${tag}" href="https://x/">`);
const html = (alternates: string[], body: string) =>
  `<html><head>${links(...alternates).join('')}</head><body>${body}</body></html>`;

const goodPages = (): Record<string, string> => ({
  'en-us/index.html': html(['en-US', 'fr-FR'], ''),
  'fr-fr/index.html': html(['en-US', 'fr-FR'], ''),
  'en-us/404.html': html([], ''),
  'fr-fr/404.html': html([], ''),
  'en-us/pay/index.html': html(['en-US', 'fr-FR'], '<h2 id="card"></h2>'),
  'fr-fr/pay/index.html': html(['en-US', 'fr-FR'], '<a href="/help/en-us/pay/#card">x</a>'),
  'en-us/tax/index.html': html(['en-US'], ''),
  'fr-fr/tax/index.html': html([], '<a href="/help/fr-fr/pay/">x</a>'),
});

function write(folder: string, pages: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What is in a folder; files with the same content have the same key. */
function manifestOf(folder: string): Files {
  const records = Array.from(filesBelow(folder), (path) => {
    const file = join(folder, path);
    return [path, recordOf(file, digestOf(readFileSync(file)))] as const;
  });
  return new Map(records);
}

const problems = (folder: string, before?: RecordedRelease) =>
  verifySite(site, folder, manifestOf(folder), before).map(
    ({ page, problem, fatal }) => `${fatal ? 'fatal ' : ''}${page}: ${problem}`,
  );

test('a whole site has no flaws', () => {
  expect(problems(folderOf(goodPages()))).toEqual([]);
});

test.each<[string, Record<string, string>, string]>([
  [
    'a link that leads nowhere',
    { 'fr-fr/tax/index.html': html([], '<a href="/help/fr-fr/gone/">x</a>') },
    'fatal fr-fr/tax/index.html: /help/fr-fr/gone/ leads to no file',
  ],
  [
    'a fragment that is not there',
    { 'fr-fr/tax/index.html': html([], '<a href="/help/en-us/pay/#cash">x</a>') },
    'fr-fr/tax/index.html: /help/en-us/pay/#cash names no id of its page',
  ],
  [
    'an address outside of the base',
    { 'fr-fr/tax/index.html': html([], '<img src="/x.png">') },
    'fatal fr-fr/tax/index.html: /x.png leaves the base /help/',
  ],
  [
    'a translation that its sibling names and it does not',
    { 'fr-fr/pay/index.html': html(['fr-FR'], '') },
    'fatal fr-fr/pay/index.html: it names its translations as [fr-FR] and not [en-US fr-FR]',
  ],
])('%s is a flaw', (_name, changed, expected) => {
  expect(problems(folderOf({ ...goodPages(), ...changed }))).toEqual([expected]);
});

test('text that looks like a link is none', () => {
  const text = html([], '<code>&#x3C;a href="/gone/">&#x3C;img src="x"></code>');
  expect(problems(folderOf({ ...goodPages(), 'fr-fr/tax/index.html': text }))).toEqual([]);
});

test('a page that was not written is a flaw', () => {
  const folder = folderOf(goodPages());
  rmSync(join(folder, 'fr-fr/tax/index.html'));
  expect(problems(folder)).toEqual(['fatal fr-fr/tax/index.html: the page was not written']);
});

/** The French pages were taken over; the English `pay` was made anew. */
function rebuilt(english: string): { fresh: string; before: RecordedRelease } {
  const root = folderOf({});
  const [fresh, old] = [join(root, 'fresh'), join(root, 'old')];
  write(old, goodPages());
  write(fresh, { ...goodPages(), 'en-us/pay/index.html': english });
  const minorFlaws = [{ page: 'fr-fr/tax/index.html', problem: 'known', fatal: false }];
  const manifest = {
    files: manifestOf(old),
    recordedAt: 0,
    groups: new Map(),
    minorFlaws,
  };
  return { fresh, before: { folder: old, manifest } };
}

test('pages that were taken over keep what was found on them', () => {
  const { fresh, before } = rebuilt(html(['en-US', 'fr-FR'], '<h2 id="card"></h2><h2 id="new"></h2>'));
  expect(problems(fresh, before)).toEqual(['fr-fr/tax/index.html: known']);
});

test('they are looked at again where an id that they may lead to is gone', () => {
  const { fresh, before } = rebuilt(html(['en-US', 'fr-FR'], ''));
  expect(problems(fresh, before)).toEqual(['fr-fr/pay/index.html: /help/en-us/pay/#card names no id of its page']);
});

test('they are looked at again where the page before is not as it was noted, so that nobody knows its ids', () => {
  const { fresh, before } = rebuilt(html(['en-US', 'fr-FR'], ''));
  writeFileSync(join(before.folder, 'en-us/pay/index.html'), html(['en-US', 'fr-FR'], ' '));
  expect(problems(fresh, before)).toEqual(['fr-fr/pay/index.html: /help/en-us/pay/#card names no id of its page']);
});
