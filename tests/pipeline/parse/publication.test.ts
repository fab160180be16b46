import { expect, test } from 'vitest';
import { momentOf } from '../../../src/pipeline/parse/dates.ts';
import { parseManuscript } from '../../../src/pipeline/parse/manuscript.ts';
import { reasonToWithhold } from '../../../src/pipeline/parse/publication.ts';

/** What a file says of its publication, and the rules of its findings. */
function read(text: string) {
  const { manuscript, findings } = parseManuscript(
    { root: '/', path: 'fr-FR/x.md', text, digest: '' },
    'target',
    'en-US',
  );
  return { metadata: manuscript?.metadata, rules: findings.map(({ rule }) => rule) };
}

const today = Date.UTC(2026, 10, 28, 12);

/** Lines of a header, and whether the file is published. */
const rows: readonly [lines: string, published: boolean][] = [
  ['title: a', true],
  ['draft: true', false],
  ['draft: false', true],
  ['draft: true\ndraft: false', false],
  ['draft: false\ndraft: true', false],
  ['draft: false\ndraft: false', true],
  ['a: ]\ndraft:\n  true', false],
  ['a: ]\ndraft: |\n  true', false],
  ['a: ]\ndraft:\n  - true', false],
  ['a: ]\ndraft:\n  false', true],
  ['a: ]\ndraft:\nslug: a', true],
  ['published: faux', false],
  ['published: nein', false],
  ['publish: いいえ', false],
  ['draft: falso', true],
  ['Draft: TRUE', false],
  ['draft: "true"', false],
  ["draft: 'yes'", false],
  ['draft: on # until Monday', false],
  ['draft: 1', false],
  ['draft: "no"', true],
  ['draft:', true],
  ['draft: second version', false],
  ['is_draft: true', false],
  ['published: false', false],
  ['published: "False"', false],
  ['published: no', false],
  ['published: true', true],
  ['published: 2020-01-01', true],
  ['published: 2999-01-01', false],
  ['published: March 12, 2020', true],
  ['publish: false', false],
  ['unpublished: true', false],
  ['hidden: true', false],
  ['hidden: false', true],
  ['internal: yes', false],
  ['private: true', false],
  ['headless: true', false],
  ['status: draft', false],
  ['status: DRAFT', false],
  ['Status: Archived', false],
  ['status: in-review', false],
  ['status: [draft, beta]', false],
  ['status: PUBLISHED', true],
  ['status: deprecated', true],
  ['state: unpublished', false],
  ['visibility: private', false],
  ['audience: internal', false],
  ['access: private', false],
  ['audience: administrators', true],
  ['status: todo', false],
  ['publishDate: 2999-01-01', false],
  ['publish_date: 2999-01-01T10:00:00+02:00', false],
  ['publishdate: 2026-11-28', true],
  ['publishDate: 2026-11-28T12:00Z', true],
  ['publishDate: 2026-11-28T12:01Z', false],
  ['publishDate: 2026-11-28T13:30+02:00', true],
  ['publishDate: 2026-11-28T11:30-01:00', false],
  ['publishDate: 29.11.2026', false],
  ['publishDate: 11/29/2026', false],
  ['publishDate: some day', false],
  ['expiryDate: 2020-01-01', false],
  ['expiryDate: 2999-01-01', true],
  ['expiryDate: 2026-11-28', false],
  ['expirydate: "2026-11-29"', true],
  ['expires: never', true],
  ['unpublishDate: 2020/1/1', false],
  ['expiryDate: next week', false],
  ['publishedAt: 2999-01-01', false],
  ['published_on: 2020-01-01', true],
  ['go-live-date: 2999-01-01', false],
  ['status: Entwurf', false],
  ['status: 下書き', false],
  ['unlisted: true', true],
  ['noindex: true', true],
  ['build:\n  render: never', false],
  ['title: "a: \\q"\ndraft: true', false],
  ['title: "How a draft: true story"', true],
  ['title: a: b\npublishDate: 2999-01-01', false],
];

test.each(rows)('%s', (lines, published) => {
  const { metadata } = read(`---\n${lines}\n---\n# A\n`);
  expect(metadata && reasonToWithhold(metadata.publication, today) === undefined).toBe(published);
});

test.each([
  '+++\ntitle = "A"\ndraft = true\n+++\n# A\n',
  '+++\ndraft = true # soon\n\n# A\n',
  '{ "title": "A", "draft": true }\n\n# A\n',
  '{"draft":true}\n# A\n\n```\n}\n```\n',
  '{ "status": "draft",\n  "title": "A" }\n\n# A\n',
  ';;;\n{ "title": "A", "draft": true }\n;;;\n# A\n',
  '{\n  "title": "A",\n  "draft": true\n}\n\n# A\n',
  '{"title": "A", "draft": true}\n\n# A\n',
  '{ "draft": true,\n  "title": "A" }\n\n# A\n',
  '{\n  "title": "A, \\"draft\\": false",\n  "draft": "yes"\n}\n\n# A\n',
  '---toml\ndraft = true\n---\n# A\n',
  '---\ntitle: A\ndraft: true\n\n# A\n',
  '+++\npublishDate = 2999-01-01T00:00:00Z\n+++\n# A\n',
])('a header that is shown as text keeps a draft back all the same: %j', (text) => {
  const { metadata } = read(text);
  expect(metadata && reasonToWithhold(metadata.publication, today)).toBeDefined();
});

test('a sentence about drafts is none', () => {
  expect(read('# A\n\ndraft: true\n').metadata?.publication).toEqual({});
  expect(read('{"title": "A, draft: true"}\n\n# A\n').metadata?.publication).toEqual({});
});

test.each([
  ['noindex: true', { noindex: true, publication: { noindex: true } }, []],
  ['NOINDEX: "Yes"', { noindex: true }, []],
  ['noindex: false', { noindex: false }, []],
  ['robots: none', { noindex: true }, []],
  ['robots: [noindex, nofollow]', { noindex: true }, []],
  ['unlisted: true', { noindex: true, publication: { unlisted: true } }, ['unlisted']],
  ['hide: yes', { noindex: true, publication: { unlisted: true } }, ['unlisted']],
  ['hide: [navigation, toc]', { noindex: false, publication: {} }, []],
  ['build: { list: never }', { publication: { unlisted: true } }, ['unlisted']],
  ['publishDate: some day', { publication: { withheld: 'publishDate: some day' } }, ['unreadable-date']],
])('%s', (line, metadata, rules) => {
  const result = read(`---\ntitle: a\n${line}\n---\n# A\n`);
  expect(result.metadata).toMatchObject(metadata);
  expect(result.rules).toEqual(rules);
});

test.each([
  ['---\ndraft: true\n---\n', 'fr-FR/x.md'],
  ['---\ndraft: true\n---\n# A\n', 'x.md'],
])('a draft may lack its text and its locale: %j in %s', (text, path) => {
  const { manuscript, findings } = parseManuscript({ root: '/', path, text, digest: '' }, 'target', 'en-US');
  expect(manuscript).toBeUndefined();
  expect(findings.map(({ rule }) => rule)).toEqual(['not-published']);
});

test.each([
  ['2027', '2027-01-01T00:00:00.000Z'],
  ['2027-03', '2027-03-01T00:00:00.000Z'],
  ['2027-3-1', '2027-03-01T00:00:00.000Z'],
  ['2027-03-01 09:30', '2027-03-01T09:30:00.000Z'],
  ['2027-03-01T09:30:15.5Z', '2027-03-01T09:30:15.000Z'],
  ['2027-03-01 09:30:15 +0200', '2027-03-01T07:30:15.000Z'],
  ['2027-03-01T09:30-05', '2027-03-01T14:30:00.000Z'],
  ['1.3.2027', '2027-03-01T00:00:00.000Z'],
  ['3/1/2027', '2027-03-01T00:00:00.000Z'],
  ['2027-13-01', undefined],
  ['2027-02-30', undefined],
  ['2027-03-01T25:00', undefined],
  ['20270', undefined],
  ['soon', undefined],
])('%s is the moment %s', (text, iso) => {
  const moment = momentOf(text);
  expect(moment === undefined ? undefined : new Date(moment).toISOString()).toBe(iso);
});
