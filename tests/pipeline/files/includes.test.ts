/** Words of included files in titles, summaries and headings: what readers see on the page is what lists, addresses and programs say. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plannedPages } from '../../../src/pipeline/planned-pages.ts';
import { keyOf } from '../../../src/pipeline/render-input.ts';
import { collect } from '../../../src/pipeline/pipeline.ts';
import type { Facts } from '../../../src/pipeline/types.ts';
import { file, folderOf, pair } from '../../support.ts';
import { french, page, problems, read, settingsFor } from '../library.ts';

const product = { 'en-US/includes/p.md': 'Nimbus **Drive**', 'fr-FR/includes/p.md': 'Nimbus Drive' };
const mark = '[!INCLUDE[p](includes/p.md)]';

function article(text: string, more: Record<string, string> = {}) {
  const library = read({ 'en-US/a.md': text, ...product, ...more });
  const found = library.topics.find(({ slug }) => slug === 'a')?.articles['en-US'];
  if (!found) throw new Error('There is no article.');
  return { library, found, shown: page(library, 'en-US', 'a') };
}

test.each<[what: string, text: string, title: string]>([
  ['a product', `# Welcome to ${mark}\n\nText.`, 'Welcome to Nimbus Drive'],
  ['a mark with a blank', '# Welcome to [!INCLUDE [p](includes/p.md)]\n\nText.', 'Welcome to Nimbus Drive'],
  ['a mark in small letters', '# Welcome to [!include[p](./includes/p.md)]\n\nText.', 'Welcome to Nimbus Drive'],
  ['a mark with a title', '# Welcome to [!INCLUDE[p](includes/p.md "P")]\n\nText.', 'Welcome to Nimbus Drive'],
  ['a whole heading', `# ${mark}\n\nText.`, 'Nimbus Drive'],
  ['a heading with a line below it', `Welcome to ${mark}\n===\n\nText.`, 'Welcome to Nimbus Drive'],
  ['two marks', `# ${mark} and ${mark}\n\nText.`, 'Nimbus Drive and Nimbus Drive'],
  ['an include in an include', '# Welcome to [!INCLUDE[q](includes/q.md)]\n\nText.', 'Welcome to the Nimbus Drive'],
  ['a file that is not there', '# Welcome to [!INCLUDE[x](includes/x.md)]\n\nText.', 'Welcome to'],
  ['the header alone', `---\ntitle: "Welcome to ${mark}"\n---\nText.`, 'Welcome to Nimbus Drive'],
  ['a heading that is in the included file', '[!INCLUDE[h](includes/h.md)]\n\nText.', 'Welcome to Nimbus'],
  ['the opening, where nothing else is a title', `Begin with ${mark}.`, 'Begin with Nimbus Drive.'],
  ['words that are not translated', '# Welcome to :::no-loc text="Nimbus":::\n\nText.', 'Welcome to Nimbus'],
  ['code', '# Write `[!INCLUDE[p](includes/p.md)]`\n\nText.', 'Write [!INCLUDE[p](includes/p.md)]'],
])('title: %s', (_what, text, title) => {
  const { found, shown } = article(text, {
    'en-US/includes/q.md': `the ${mark.replace('includes/', '')}`,
    'en-US/includes/h.md': '# Welcome to Nimbus\n',
  });
  expect(found.title).toBe(title);
  expect(shown.title).toBe(title);
});

test.each<[what: string, text: string]>([
  ['the opening', `# A\n\nBegin with ${mark}.`],
  ['the description', `---\ndescription: "Begin with ${mark}."\n---\n# A\n\nText.`],
])('summary: %s', (_what, text) => {
  expect(article(text).found.summary).toBe('Begin with Nimbus Drive.');
});

test.each<[what: string, header: string, isShown: boolean]>([
  ['a draft', 'draft: true', false],
  ['one that is archived', 'status: archived', false],
  ['one whose day cannot be read', 'publishDate: some day', false],
  ['one that is no draft', 'draft: false', true],
])('a file that says it is %s', (_what, header, isShown) => {
  const secret = `---\ntitle: x\n${header}\n---\nSecret words\n`;
  const { library, found, shown } = article(
    '---\ndescription: "D [!INCLUDE[d](includes/d.md)]"\n---\n# A [!INCLUDE[d](includes/d.md)]\n\nB [!INCLUDE[o](includes/o.md)]',
    { 'en-US/includes/d.md': secret, 'en-US/includes/o.md': 'Outer [!INCLUDE[d](d.md)]' },
  );
  expect(JSON.stringify([found.title, found.summary, found.anchors, shown]).includes('Secret')).toBe(isShown);
  const told = library.diagnostics.filter(({ rule }) => rule === 'not-published').map(({ message }) => message);
  const sentence = (name: string) =>
    `The include \`includes/${name}.md\`, or a file that it includes, is not published.`;
  expect(told).toEqual(isShown ? [] : [sentence('d'), sentence('o')]);
});

test('a category has the words of included files too', () => {
  const { found, shown } = article(`---\ncategory: "Use ${mark}"\n---\n# A\n\nText.`);
  expect(found.category).toBe('Use Nimbus Drive');
  expect(shown.category).toBe('Use Nimbus Drive');
});

test('headings have the ids that the page has, and links to them work', () => {
  const { library, found, shown } = article(
    `# A\n\n## Set up ${mark}\n\n[there](#set-up-nimbus-drive), [gone](#set-up-includep)\n\n[!INCLUDE[h](includes/h.md)]`,
    { 'en-US/includes/h.md': '## More\n\nText.' },
  );
  expect(found.anchors.map(({ id, text }) => `${id}: ${text}`)).toEqual([
    'a: A',
    'set-up-nimbus-drive: Set up Nimbus Drive',
    'more: More',
  ]);
  for (const { id } of found.anchors) expect(shown.html).toContain(` id="${id}"`);
  expect(shown.html).toContain('<a href="#set-up-nimbus-drive">there</a>');
  expect(shown.toc).toEqual([
    { id: 'set-up-nimbus-drive', depth: 2, text: 'Set up Nimbus Drive' },
    { id: 'more', depth: 2, text: 'More' },
  ]);
  expect(problems(library)).toEqual(['en-US/a.md:5:32 broken-anchor']);
});

test('a translation leads to the section of its original', () => {
  const heading = pair(102, `Configurer ${mark}`, `Set up ${mark}`);
  const library = read({
    'en-US/a.md': `# A\n\n## Set up ${mark}\n\nText.`,
    'fr-FR/a.md': file(french, `# A\n\n## ${heading}\n\nTexte.`),
    ...product,
  });
  expect(page(library, 'fr-FR', 'a').toc).toEqual([
    { id: 'set-up-nimbus-drive', depth: 2, text: 'Configurer Nimbus Drive', inSource: true },
  ]);
});

test('the original of a sentence has the words of included files', () => {
  const library = read({
    'fr-FR/a.md': file(french, `# A\n\n${pair(102, `Ouvrez ${mark}.`, `Open ${mark}.`)}`),
    'fr-FR/includes/p.md': pair(1, 'le nuage', 'the cloud'),
  });
  const [planned] = plannedPages('fr-FR', library);
  expect(planned?.render().original?.sentences).toEqual({ s102: 'Open the cloud.' });
});

test('a file that includes itself ends with its name', () => {
  const text = '# Welcome to [!INCLUDE[p](includes/p.md)]\n\nText.';
  expect(article(text, { 'en-US/includes/p.md': 'the [!INCLUDE[p](p.md)]' }).found.title).toBe('Welcome to the p');
});

test('facts are found again where a file that is included, at any depth, has changed', () => {
  const root = folderOf({
    'en-US/a.md': '# Welcome to [!INCLUDE[p](includes/p.md)]\n\nText.',
    'en-US/includes/p.md': 'the [!INCLUDE[q](../more/includes/q.md)]',
    'en-US/more/includes/q.md': 'Nimbus',
  });
  const memory = new Map<string, Facts>();
  let made = 0;
  const look = () => {
    const library = collect(
      {
        roots: [root],
        sourceLocale: 'en-US',
        base: '/',
        documentationHosts: [],
        displayPath: ({ path }) => path,
        strings: () => (key) => key,
        recall: (key, make) => {
          const known = memory.get(key);
          if (known) return known;
          made++;
          const facts = make();
          memory.set(key, facts);
          return facts;
        },
      },
      () => undefined,
    );
    const [planned] = plannedPages('en-US', library);
    return { title: planned?.render().page.title, key: planned && keyOf(planned.input()) };
  };
  const first = look();
  expect(first.title).toBe('Welcome to the Nimbus');
  const before = made;
  expect(look()).toEqual(first);
  expect(made).toBe(before);
  writeFileSync(join(root, 'en-US/more/includes/q.md'), 'Cumulus');
  const second = look();
  expect(second.title).toBe('Welcome to the Cumulus');
  expect(second.key).not.toBe(first.key);
  writeFileSync(join(root, 'en-US/more/includes/q.md'), 'Nimbus');
  expect(look()).toEqual(first);
});

describe('a file that is included comes and goes with the time that the site is made for', () => {
  const [march, june] = [Date.UTC(2027, 2, 1), Date.UTC(2027, 5, 1)];
  const include = '[!INCLUDE[d](includes/d.md)]';
  const articles: [what: string, files: Record<string, string>][] = [
    ['in the text', { 'en-US/a.md': `# A\n\nB ${include}` }],
    ['in the title', { 'en-US/a.md': `# A ${include}\n\nB` }],
    ['in the header', { 'en-US/a.md': `---\ndescription: "C ${include}"\n---\n# A\n\nB` }],
    [
      'in another include',
      {
        'en-US/a.md': '# A\n\nB [!INCLUDE[o](includes/o.md)]',
        'en-US/includes/o.md': 'Outer [!INCLUDE[d](d.md)]',
      },
    ],
    [
      'in a bilingual file',
      {
        'fr-FR/a.md': file(french, `# ${pair(101, 'A', 'A')}\n\n${pair(102, `Un ${include}.`, `One ${include}.`)}\n`),
        'fr-FR/includes/d.md': '---\npublishDate: 2027-03-01\nexpiryDate: 2027-06-01\n---\nSecret\n',
      },
    ],
  ];

  test.each(articles)('%s', (_what, files) => {
    const part = '---\ntitle: x\npublishDate: 2027-03-01\nexpiryDate: 2027-06-01\n---\nSecret\n';
    const root = folderOf({ 'en-US/includes/d.md': part, ...files });
    const memory = new Map<string, Facts>();
    const look = (time: number) => {
      const recall = (key: string, make: () => Facts) => {
        const facts = memory.get(key) ?? make();
        memory.set(key, facts);
        return facts;
      };
      const library = collect({ ...settingsFor(root), time, recall }, () => undefined);
      const [planned] = plannedPages('en-US', library);
      const { topics, diagnostics, validity } = library;
      const shown = JSON.stringify([topics, planned?.render().page]).includes('Secret');
      const isNamed = diagnostics.some(
        ({ rule, message }) => rule === 'not-published' && message.startsWith('The include'),
      );
      return { shown, isNamed, validity, key: planned && keyOf(planned.input()) };
    };
    const before = look(march - 1);
    expect(before).toMatchObject({ shown: false, isNamed: true, validity: { until: march } });
    const during = look(march);
    expect(during).toMatchObject({ shown: true, isNamed: false, validity: { since: march, until: june } });
    // What was kept before the turning point is not shown after it, nor the other way round.
    expect(during.key).not.toBe(before.key);
    const after = look(june);
    expect(after).toMatchObject({ shown: false, isNamed: true, validity: { since: june } });
    expect(look(june + 1).key).toBe(after.key);
    expect(look(march - 1)).toEqual(before);
  });
});
