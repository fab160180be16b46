import { expect, test } from 'vitest';
import { type ApiFile, apiFiles, type ApiIndex } from '../../src/exports/api.ts';
import { factsOf, type Samples } from './library.ts';
import { apiChecker } from './openapi.ts';

const samples: Samples = {
  'en-US/pay.md': {
    ids: '7302 71',
    body: '# <a name="pay"></a>Pay\n\n## <a name="how"></a>How\n\n1. Open.\n1. Pay.\n',
  },
  'fr-FR/pay.md': { ids: '7302', body: '# <a name="pay"></a>Payer\n\n[x](missing.md)\n' },
  'en-US/billing/tax.md': { ids: '7302' },
  'fr-FR/only.md': {},
};

function documents(perPage?: number): Map<string, unknown> {
  const { catalogue, ids } = factsOf(samples);
  const files: ApiFile[] = [...apiFiles(catalogue, ids, 'Help', perPage)];
  // As clients get them: without what JSON leaves out.
  return new Map(files.map(({ path, document }) => [path, JSON.parse(JSON.stringify(document)) as unknown]));
}

const all = documents();
const check = apiChecker(all.get('openapi.json'));

test.each([...all.keys()])('%s is as the description says', (path) => {
  expect(check(path, all.get(path))).toEqual([]);
});

test.each<[string, unknown]>([
  ['locales.json', { sourceLocale: 'en-US' }],
  ['ids/7.json', { id: '7', permanent: '/id/7/', topics: [] }],
  ['locales.json', { sourceLocale: 'en-US', locales: [], more: 1 }],
  ['other.json', {}],
])('a wrong %s is found out', (path, document) => {
  expect(check(path, document)).not.toEqual([]);
});

test('an article tells where its steps and sections are', () => {
  expect(all.get('articles/pay.json')).toMatchObject({
    ids: ['71', '7302'],
    permanent: '/help/id/pay/',
    locales: {
      'en-US': {
        url: '/help/en-us/pay/',
        markdown: '/help/en-us/pay.md',
        headings: [
          { id: 'pay', depth: 1, text: 'Pay' },
          { id: 'how', depth: 2, text: 'How' },
        ],
        steps: [
          { id: 'step-1', text: 'Open.' },
          { id: 'step-2', text: 'Pay.' },
        ],
      },
      'fr-FR': { translation: 'machine', findings: { error: 0, warning: 1 } },
    },
  });
});

test('an article that a locale lacks is named there, and shown in the language of the source', () => {
  expect(all.get('status/fr-fr.json')).toMatchObject({
    articles: 2,
    lacking: 1,
    missing: [{ slug: 'billing/tax', title: 'tax in en-US' }],
  });
  expect(all.get('articles/billing/tax.json')).toMatchObject({ fallbacks: ['fr-FR'] });
});

test('an id names all its articles', () => {
  const { topics } = all.get('ids/7302.json') as { topics: { slug: string }[] };
  expect(topics.map(({ slug }) => slug)).toEqual(['billing/tax', 'pay']);
});

test('an index that is too long for one file goes on in the next', () => {
  const paged = documents(2);
  const slugs: string[] = [];
  for (let path: string | undefined = '/help/api/v1/index.json'; path !== undefined;) {
    const { topics, next } = paged.get(path.replace('/help/api/v1/', '')) as ApiIndex;
    slugs.push(...topics.map(({ slug }) => slug));
    path = next;
  }
  expect(slugs).toEqual(['billing/tax', 'only', 'pay']);
  expect([...paged.keys()].filter((path) => path.startsWith('index'))).toEqual(['index.json', 'index-2.json']);
  expect(Object.keys(all.get('index.json') as ApiIndex)).toEqual(['topics']);
});
