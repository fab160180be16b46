import { expect, test } from 'vitest';
import { articlePage } from '../../src/engine/article-page.ts';
import type { Site } from '../../src/store/site.ts';
import { openPacks } from '../../src/store/site.ts';
import { writeSampleSite } from '../theme/sample-site.ts';

const { folder } = writeSampleSite({ base: '/help/', origin: 'https://x.example' });
const site = openPacks(folder);
const tag = 'fr-FR';
const [entry] = site.entries(tag);
if (!entry) throw new Error('The sample site has no articles.');
const { slug } = entry;

/** A template that puts the article, and what else there is, into a page. */
const pageAround =
  (change: (html: string) => string, around = '') =>
  (shown: Site): Promise<Uint8Array> => {
    const { html } = shown.page(tag, slug);
    const body = shown === site ? change(html) : html;
    const page = `<!doctype html><html lang="fr"><head><title>x</title></head><body><article>${body}</article>${around}</body></html>`;
    return Promise.resolve(new TextEncoder().encode(page));
  };
const text = (html: Uint8Array) => new TextDecoder().decode(html);

test('a page as it was meant is published as it is', async () => {
  const made = await articlePage(
    site,
    tag,
    entry,
    pageAround((html) => html),
  );
  expect(made.problems).toEqual([]);
  expect(made.site).toBe(site);
  expect(text(made.html)).toContain(site.page(tag, slug).html);
});

test.each([
  ['is not well formed', '<p id="a" id="b">x</p>', 'duplicate-attribute'],
  ['runs a script', '<script>x()</script>', 'it has <script>'],
  ['runs a handler', '<p onclick="x()">x</p>', 'attribute onclick'],
])('an article that %s is shown as plain text, and costs no other page anything', async (_what, attack, problem) => {
  const made = await articlePage(
    site,
    tag,
    entry,
    pageAround((html) => html + attack),
  );
  expect(made.problems.every(({ fatal }) => !fatal)).toBe(true);
  expect(made.problems.map((each) => each.problem).join()).toContain(problem);
  expect(text(made.html)).not.toContain(attack);
  expect(text(made.html)).toContain('<pre tabindex="0">Text with a link.');
  // The other files are made of the same text, and other pages are as they were.
  expect(made.site.page(tag, slug).toc).toEqual([]);
  expect(made.site.page('en-US', slug)).toEqual(site.page('en-US', slug));
});

test('what is wrong around an article is a defect that keeps the site from readers', async () => {
  const made = await articlePage(
    site,
    tag,
    entry,
    pageAround((html) => html, '<iframe></iframe>'),
  );
  expect(made.problems.filter(({ fatal }) => fatal).map(({ problem }) => problem)).toEqual(['it has <iframe>']);
});
