/** What the tools answer over a small site without a search; `tests/e2e/mcp.test.ts` asks a built one. */
import { describe, expect, test } from 'vitest';
import { articleAnswer, localesAnswer, searchAnswer, stateAnswer, stepAnswer } from '../../src/mcp/answers.ts';
import { BuiltSite } from '../../src/mcp/built-site.ts';
import type { StepOutput } from '../../src/mcp/schemas.ts';
import { folderOf } from '../support.ts';
import { siteFiles } from './site.ts';

const open = () => new BuiltSite(folderOf(siteFiles));
const whole = { offset: 0, limit: 12_000 };

describe('article', () => {
  test('in the locale that is asked for', () => {
    const answer = articleAnswer({ slug: '7302', locale: 'fr', ...whole }, open());
    expect(answer).toEqual({
      slug: 'pay-invoice',
      locale: 'fr-FR',
      title: 'Payer une facture',
      url: 'https://help.example/help/fr-fr/pay-invoice/',
      translation: 'machine',
      state: 'behind',
      markdown: siteFiles['fr-fr/pay-invoice.md'],
      characters: siteFiles['fr-fr/pay-invoice.md']?.length,
      sections: [{ id: 'by-card', depth: 2, heading: 'Par carte' }],
    });
  });

  test('without a locale, in that of its address, else in that of the source', () => {
    const site = open();
    const localeOf = (slug: string) => articleAnswer({ slug, ...whole }, site);
    expect(localeOf('/help/fr-fr/pay-invoice/')).toMatchObject({ locale: 'fr-FR' });
    expect(localeOf('pay-invoice')).toMatchObject({ locale: 'en-US' });
  });

  test('without a translation, the original, and it says so', () => {
    const answer = articleAnswer({ slug: 'billing/tax', locale: 'fr-FR', ...whole }, open());
    expect(answer).toMatchObject({
      locale: 'en-US',
      markdown: '# Tax\n',
      note: expect.stringContaining('not in fr-FR') as string,
    });
  });

  test('in parts', () => {
    const site = open();
    const ask = { slug: 'pay-invoice', locale: 'fr-FR', limit: 500 };
    const first = articleAnswer({ ...ask, offset: 0 }, site);
    const { markdown, nextOffset = 0 } = first as { markdown: string; nextOffset?: number };
    const second = articleAnswer({ ...ask, offset: nextOffset }, site) as { markdown: string };
    expect(markdown.length).toBe(nextOffset);
    expect(siteFiles['fr-fr/pay-invoice.md']?.startsWith(markdown + second.markdown)).toBe(true);
    expect(second).not.toHaveProperty('sections');
  });

  test('one section', () => {
    const answer = articleAnswer({ slug: 'pay-invoice', locale: 'fr-FR', section: 'else', ...whole }, open());
    expect(answer).toMatchObject({
      url: 'https://help.example/help/fr-fr/pay-invoice/#else',
      markdown: '## Sinon\n\n1. Écrivez-nous.',
    });
  });

  test.each([
    [{ slug: 'pay-invoice', locale: 'fr-FR', section: 'x' }, 'It has: by-card.'],
    [{ slug: 'nothing' }, 'The tool `search`'],
    [{ slug: 'pay-invoice', locale: 'ja-JP' }, 'It has: en-US, fr-FR, zh-TW.'],
    [{ slug: 'unlisted', locale: 'zh-TW' }, 'Call again with one of: fr-FR.'],
  ])('%j has a problem', (ask, message) => {
    expect(articleAnswer({ ...whole, ...ask }, open())).toEqual({
      problem: expect.stringContaining(message) as string,
    });
  });
});

describe('step', () => {
  test('of the article, not of a list beside it', () => {
    expect(stepAnswer({ slug: 'pay-invoice', locale: 'fr-FR', number: 1, list: 1 }, open())).toEqual({
      slug: 'pay-invoice',
      locale: 'fr-FR',
      title: 'Payer une facture',
      section: 'Par carte',
      list: 1,
      number: 1,
      steps: 2,
      url: 'https://help.example/help/fr-fr/pay-invoice/#step-1',
      translation: 'machine',
      state: 'behind',
      markdown: 'Ouvrez le [portail](/help/fr-fr/tax/).',
      shortened: false,
    });
  });

  test('of another list', () => {
    const answer = stepAnswer({ slug: 'pay-invoice', locale: 'fr-FR', number: 1, list: 2 }, open());
    expect(answer).toMatchObject({
      url: expect.stringContaining('#step-2-1') as string,
      markdown: 'Écrivez-nous.',
      steps: 1,
    });
  });

  test('that is long is shortened, and the article gives all of it', () => {
    const words = 'Ouvrez le portail. '.repeat(2000).trim();
    const page = `<article><ol><li id="step-1">${words}</li></ol></article>`;
    const site = new BuiltSite(folderOf({ ...siteFiles, 'fr-fr/pay-invoice/index.html': page }));
    const ask = { slug: 'pay-invoice', locale: 'fr-FR' };
    const { markdown, shortened } = stepAnswer({ ...ask, number: 1, list: 1 }, site) as StepOutput;
    expect(shortened).toBe(true);
    expect(words.startsWith(markdown)).toBe(true);
    expect(markdown.length).toBeLessThan(15_000);
    expect(articleAnswer({ ...ask, section: 'step-1', offset: 0, limit: 50_000 }, site)).toMatchObject({
      markdown: words,
    });
  });

  test.each([
    [3, 1],
    [2, 2],
    [1, 3],
  ])('there is no step %i in list %i', (number, list) => {
    const answer = stepAnswer({ slug: 'pay-invoice', locale: 'fr-FR', number, list }, open());
    expect(answer).toEqual({ problem: expect.stringContaining('list 1 has 2, list 2 has 1.') as string });
  });
});

describe('state', () => {
  test('of an article, by locale', () => {
    expect(stateAnswer({ slug: 'pay-invoice' }, open())).toEqual({
      slug: 'pay-invoice',
      title: 'Pay an invoice',
      sourceLocale: 'en-US',
      locales: [
        {
          locale: 'en-US',
          url: 'https://help.example/help/en-us/pay-invoice/',
          translation: 'source',
          state: 'current',
        },
        {
          locale: 'fr-FR',
          url: 'https://help.example/help/fr-fr/pay-invoice/',
          translation: 'machine',
          state: 'behind',
        },
      ],
      missing: ['zh-TW'],
    });
  });

  test('of one without an original', () => {
    expect(stateAnswer({ slug: 'unlisted' }, open())).toMatchObject({
      title: 'Secret sale',
      missing: ['en-US', 'zh-TW'],
    });
  });
});

test('locales', () => {
  const { locales } = localesAnswer(open());
  expect(locales[1]).toEqual({
    locale: 'fr-FR',
    name: 'Français',
    url: 'https://help.example/help/fr-fr/',
    articles: 1,
  });
});

test('a site without a search says so', async () => {
  const answer = await searchAnswer({ query: 'x', locale: 'fr', limit: 5, offset: 0 }, open());
  expect(answer).toEqual({ problem: 'The site has no search in fr-FR. It has one in: no locale.' });
});
