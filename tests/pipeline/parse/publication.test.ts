import { expect, test } from 'vitest';
import { momentsOf } from '../../../src/pipeline/parse/dates.ts';
import { parseManuscript } from '../../../src/pipeline/parse/manuscript.ts';
import { publicationOf } from '../../../src/pipeline/parse/publication-of.ts';
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
  ['published: not yet', false],
  ['published: pending', false],
  ['published: draft', false],
  ['public: "no, internal"', false],
  ['live: In review', false],
  ['public: everybody', true],
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
  ['draft: Final', true],
  ['draft: done', true],
  ['brouillon: published', true],
  ['hidden: done', false],
  ['draft: final review', false],
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
  ['status: Not a draft', true],
  ['status: no longer a draft', true],
  ['status: not a draft, in review', false],
  ['status: En cours', false],
  ['status: in Bearbeitung', false],
  ['status: 进行中', false],
  ['publishDate: 2999-01-01', false],
  ['publish_date: 2999-01-01T10:00:00+02:00', false],
  ['publishdate: 2026-11-28', true],
  ['publishDate: 2026-11-28T12:00Z', true],
  ['publishDate: 2026-11-28T12:01Z', false],
  ['publishDate: 2026-11-28T13:30+02:00', true],
  ['publishDate: 2026-11-28T11:30-01:00', false],
  ['publishDate: 29.11.2026', false],
  ['publishDate: 2026-11-28 10:00 AM', true],
  ['publishDate: 2026-11-28 01:00 PM', false],
  ['publishDate: 20261128', true],
  ['publishDate: 20261129', false],
  ['publishDate: 2020年11月28日', true],
  ['publishDate: 28. November 2026', true],
  ['date: 29. November 2026', false],
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
  // Values in maps and lists
  ['draft: {value: true}', false],
  ['draft: {value: false}', true],
  ['draft: {}', true],
  ['draft: [{since: 2026-01-01}]', false],
  ['published: {value: false}', false],
  ['status: {stage: draft}', false],
  ['publishDate: {at: 2999-01-01}', false],
  ['metadata: {draft: true}', false],
  ['params:\n  status: draft', false],
  ['extra: {draft: no}', true],
  ['publication: {state: published}', true],
  ['sidebar: {hidden: true}', true],
  ['toc: {draft: true}', true],
  ['hide: {navigation: true}', true],
  // Other words
  ['public: false', false],
  ['is_public: "no"', false],
  ['visible: false', false],
  ['live: off', false],
  ['public: true', true],
  ['visibility: false', false],
  ['state: "Draft (not reviewed)"', false],
  ['status: "Draft - v2"', false],
  ['status: "draft, pending legal"', false],
  ['status: Second draft', false],
  ['status: "Under review: legal"', false],
  ['stage: Not reviewed', false],
  ['status: 草稿（未审）', false],
  ['status: Entwurf (ungeprüft)', false],
  ['status: Reviewed', true],
  ['status: "Final (was reviewed)"', true],
  ['audience: "internal (support)"', false],
  ['audience: "draft beer brewers"', true],
  ['stage: production', true],
  // Keys that were widened or translated
  ['ｄｒａｆｔ: true', false],
  ['ｄｒａｆｔ: ｆａｌｓｅ', true],
  ['title: A\nｄｒａｆｔ： ｔｒｕｅ', false],
  ['draft： true', false],
  ['dr\u200baft: true', false],
  ['brouillon: oui', false],
  ['草稿: 是', false],
  ['entwurf: nein', true],
  ['- title: A\n- draft: true', false],
  // Merged maps
  ['b: &b {draft: true}\n<<: *b', false],
  ['b: &b\n  draft: true\n<<: [*b]\ntitle: A', false],
  ['a: &a {draft: true}\nb: &b {<<: *a}\n<<: *b', false],
  ['b: &b {draft: true}\n<<: *b\ndraft: false', true],
  ['b: &b {draft: true}\ntitle: A', true],
  // The day of the article
  ['date: 2999-01-01', false],
  ['date: 2999-01-01T10:00:00+02:00', false],
  ['date: January 1, 2999', false],
  ['date: 2020-01-01', true],
  ['date: some day', true],
  ['ms.date: 01/01/2999', true],
  ['lastmod: 2999-01-01', true],
  ['publishDate: 25/12/2026', false],
  ['publishDate: 25/12/2025', true],
  ['publishDate: 01/12/2026', false],
  ['expiryDate: 01/12/2026', false],
  ['date: 01/12/2026', true],
  ['publishDate: 01/02/2020', true],
  // An address that leads elsewhere
  ['redirect_url: /new', false],
  ['redirect_url: https://docs.example/new', false],
  ['redirect_to: /new', false],
  ['redirect: /ecosystem/?language=a', false],
  ['redirect: true', true],
  ['redirect_url: ""', true],
  ['redirect_from: /old', true],
];

test.each(rows)('%s', (lines, published) => {
  const { metadata } = read(`---\n${lines}\n---\n# A\n`);
  expect(metadata && reasonToWithhold(metadata.publication, today) === undefined).toBe(published);
});

test.each([
  // Whether or not the header can be read.
  '+++\ntitle = "A"\ndraft = true\n+++\n# A\n',
  '+++\ndraft = true # soon\n\n# A\n',
  '{ "title": "A", "draft": true }\n\n# A\n',
  '{"draft":true}\n# A\n\n```\n}\n```\n',
  '{ "status": "draft",\n  "title": "A" }\n\n# A\n',
  ';;;\n{ "title": "A", "draft": true }\n;;;\n# A\n',
  '{\n  "title": "A",\n  "draft": true\n}\n\n# A\n',
  '{"title": "A", "draft": true}\n\n# A\n',
  '{ "draft": true,\n  "title": "A" }\n\n# A\n',
  '{"page": {"title": "A", "draft": true}}\n\n# A\n',
  '{\n  "title": "A, \\"draft\\": false",\n  "draft": "yes"\n}\n\n# A\n',
  '---toml\ndraft = true\n---\n# A\n',
  '---\ntitle: A\ndraft: true\n\n# A\n',
  '+++\npublishDate = 2999-01-01T00:00:00Z\n+++\n# A\n',
])('a header in another language keeps a draft back: %j', (text) => {
  const { metadata } = read(text);
  expect(metadata && reasonToWithhold(metadata.publication, today)).toBeDefined();
});

const headers: readonly [text: string, published: boolean][] = [
  ['\n\n\n\n---\ndraft: true\n---\n# A\n', false],
  [' \n\n---\ntitle: A\n---\n# A\n', true],
  ['<!-- Licence: MIT -->\n---\ntitle: A\ndraft: true\n---\n# A\n', false],
  ['<!--\nlicence\n-->\n\n<!-- b -->\n---\nstatus: draft\n---\n# A\n', false],
  ['<!-- a -->\n---\ntitle: a: b\ndraft: true\n---\n# A\n', false],
  ['<!-- a -->\n---\ntitle: a\ndraft: true\n\n# A\n', false],
  ['{/* a */}\n---\ndraft: true\n---\n# A\n', false],
  ['[//]: # (a)\n---\ndraft: true\n---\n# A\n', false],
  ['<!-- a -->\n+++\ndraft = true\n+++\n# A\n', false],
  ['\n\n{ "draft": true }\n\n# A\n', false],
  ['---\ntitle: A\n---\n---\ndraft: true\n---\n# A\n', false],
  ['---\ntitle: A\n---\n\n---\ndraft: true\n---\n# A\n', false],
  ['---\ndraft: false\n---\n---\ndraft: true\n---\n# A\n', false],
  ['---\ntitle: A\n---\ndraft: true\n---\n# A\n', false],
  ['---\ntitle: A\n---\n<!-- a -->\n---\nstatus: draft\n---\n# A\n', false],
  ['---\ntitle: A\n---\n+++\ndraft = true\n+++\n# A\n', false],
  ['---\ntitle: A\n---\n---\nauthor: b\n---\n---\ndraft: true\n---\n# A\n', false],
  ['---\ntitle: A\n---\n---\ndraft: true\n\n# A\n', false],
  ['title: A\ndraft: true\n\n# A\n', false],
  ['title: A\nauthor: B\n\n# A\n', true],
  // Text between rules
  ['---\ntitle: A\n---\n\n---\n\nThe draft: true story.\n\n---\n', true],
  ['---\ntitle: A\n---\n---\n\nStatus: open. It is a draft.\n\n---\n', true],
  ['<!-- a -->\n---\n\ndraft: true\nstory, and so on.\n\n---\n', true],
  ['# A\n\n---\ndraft: true\n---\n', true],
];

test.each(headers)('%j', (text, published) => {
  const { metadata } = read(text);
  expect(metadata && reasonToWithhold(metadata.publication, today) === undefined).toBe(published);
});

test.each([
  ['drafts/x.md', '', '`drafts/`'],
  ['fr-FR/Drafts/x.md', '', '`Drafts/`'],
  ['fr-FR/a/draft/b/x.md', 'title: A', '`draft/`'],
  ['fr-FR/unpublished/x.md', '', '`unpublished/`'],
  ['fr-FR/Brouillons/x.md', '', '`Brouillons/`'],
  ['de-DE/_Entwürfe/x.md', '', '`_Entwürfe/`'],
  ['fr-FR/drafts/x.md', 'draft: done', undefined],
  ['fr-FR/x.draft.md', '', '`x.draft.md`'],
  ['fr-FR/x.draft.fr.md', '', '`x.draft.fr.md`'],
  ['fr-FR/drafts/x.md', 'draft: false', undefined],
  ['fr-FR/drafts/x.md', 'published: true', undefined],
  ['fr-FR/drafts/x.md', 'draft: true', '`draft: true`'],
  ['fr-FR/drafts.md', '', undefined],
  ['fr-FR/overdrafts/x.md', '', undefined],
  ['fr-FR/first.drafting.md', '', undefined],
])('%s with `%s` is held back by %s', (path, line, reason) => {
  const publication = publicationOf({ path, text: `---\ntitle: a\n${line}\n---\n# A\n` });
  if (reason === undefined) expect(reasonToWithhold(publication, today)).toBeUndefined();
  else expect(reasonToWithhold(publication, today)).toContain(reason);
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

test.each<[text: string, ...moments: string[]]>([
  ['2027', '2027-01-01T00:00:00.000Z'],
  ['2027-03', '2027-03-01T00:00:00.000Z'],
  ['2027-3-1', '2027-03-01T00:00:00.000Z'],
  ['2027-03-01 09:30', '2027-03-01T09:30:00.000Z'],
  ['2027-03-01T09:30:15.5Z', '2027-03-01T09:30:15.000Z'],
  ['2027-03-01 09:30:15 +0200', '2027-03-01T07:30:15.000Z'],
  ['2027-03-01T09:30-05', '2027-03-01T14:30:00.000Z'],
  ['2027-03-01 9:30 am', '2027-03-01T09:30:00.000Z'],
  ['2027-03-01 12:30 a.m.', '2027-03-01T00:30:00.000Z'],
  ['2027-03-01 12:30PM +02:00', '2027-03-01T10:30:00.000Z'],
  ['20270301', '2027-03-01T00:00:00.000Z'],
  ['20270301T093000'],
  ['2027年3月1日', '2027-03-01T00:00:00.000Z'],
  ['2027년 3월 1일 09:30', '2027-03-01T09:30:00.000Z'],
  ['1.3.2027', '2027-03-01T00:00:00.000Z'],
  ['3/1/2027', '2027-01-03T00:00:00.000Z', '2027-03-01T00:00:00.000Z'],
  ['03-01-2027 10:00', '2027-01-03T10:00:00.000Z', '2027-03-01T10:00:00.000Z'],
  ['3/3/2027', '2027-03-03T00:00:00.000Z'],
  ['25/3/2027', '2027-03-25T00:00:00.000Z'],
  ['3/25/2027', '2027-03-25T00:00:00.000Z'],
  ['March 1, 2027', '2027-03-01T00:00:00.000Z'],
  ['Mon, 01 Mar 2027 10:00:00 GMT', '2027-03-01T10:00:00.000Z'],
  ['1st of March 2027'],
  ['2027-13-01'],
  ['2027-02-30'],
  ['2027-03-01T25:00'],
  ['2027-03-01 13:00 PM'],
  ['2027-03-01 0:30 AM'],
  ['28112026'],
  ['20270'],
  ['soon'],
])('%s is the moment %s', (text, ...moments) => {
  expect(momentsOf(text).map((moment) => new Date(moment).toISOString())).toEqual(moments);
});
