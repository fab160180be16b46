/**
 * Files that somebody could put beside good articles to stop a build, or to cost another article its page or its address. Each is one
 * file; `tests/engine/hostile-files.test.ts` and `npm run hostile` add them to good content one by one. A new attack is a row.
 */
import { pair } from '../support.ts';

export interface HostileFile {
  /** What is tried. */
  readonly name: string;
  /** Below the content directory. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** True where the file does no more than look odd: it is published as it is, and nothing has to be said of it. */
  readonly harmless?: boolean;
}

/** An article with this line in its front matter. */
const withLine = (line: string, locale = 'fr-FR') =>
  `---\ntitle: Attaque\nms.contentlocale: ${locale}\nms.translationtype: MT\n${line}\n---\n# <a name="attaque"></a>Attaque\n\nTexte.\n`;
const withBody = (body: string) =>
  `---\ntitle: Attaque\nms.contentlocale: fr-FR\nms.translationtype: MT\n---\n# <a name="attaque"></a>Attaque\n\n${body}\n`;
const list = (items: readonly string[]) => `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
const many = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at));

/** Keys that the product reads. */
const keys = [
  'title',
  'description',
  'ms.contentlocale',
  'ms.translationtype',
  'ms.openlocfilehash',
  'ms.lasthandoff',
  'ms.date',
  'ms.custom',
  'ms.assetid',
  'slug',
  'category',
  'redirect_from',
  'ROBOTS',
];

/** Values that a key does not expect. None of them is worth a word where the key is no more than ignored. */
const values: readonly [what: string, value: string][] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['an enormous number', '1e999'],
  ['a date', '2020-02-30T25:61:61Z'],
  ['a list', '[a, [b, [c]], {d: e}]'],
  ['a map', '{a: {b: c}, __proto__: {d: e}}'],
  ['a long text', JSON.stringify('x'.repeat(100_000))],
  ['a text of long letters', JSON.stringify('漢'.repeat(3_000))],
  ['controls', '"a\\u0001\\u001b]0;x\\u0007\\u202e\\u2028b"'],
  ['half a surrogate pair', '"a\\ud800b"'],
  ['a line end and an order to a terminal', '"a\\n::error::b"'],
  ['a template', '"{{items}} $t(x) ${y} </script>"'],
  ['what every object has', 'constructor'],
  ['the prototype', '__proto__'],
];

const headers: HostileFile[] = keys.flatMap((key) =>
  values.map(([what, value], at) => ({
    name: `${what} as ${key}`,
    path: `fr-FR/value-${keys.indexOf(key)}-${at}.md`,
    content: withLine(`${key}: ${value}`),
    harmless: true,
  })),
);

const paths = [
  '/robots.txt',
  '/preferences.js',
  '/llms.txt',
  '/favicon.svg',
  '/404.html',
  '/404',
  '/index',
  '/index.html/x',
  '/sitemap.xml',
  '/sitemap-fr-fr.xml',
  '/_astro/x',
  '/pagefind/fr-fr/x',
  '/media/x',
  '/api/v1/index.json',
  '/desk',
  '/status',
  '/id/pay-invoice',
  '/id/7100101',
  '/fr-fr',
  '/FR-FR',
  '/fr-fr/search',
  '/fr-fr/SEARCH/strings.json',
  '/fr-fr/all/2',
  '/fr-fr/topics/x',
  '/fr-fr/404',
  '/fr-fr/llms.txt',
  '/fr-fr/offer.json',
  '/fr-fr/pay-invoice',
  '/FR-FR/Pay-Invoice',
  '/fr-fr/pay-invoice/index',
  '/fr-fr/pay-invoice/index.html/x',
  '/fr-fr/pay-invoice.md',
  '/fr-fr/pay-invoice.md/x',
  '/fr-fr/pay-invoice/original.json',
  '/de-de/pay-invoice',
  '/pay-invoice',
  '/sv-se/pay-invoice',
  '/../x',
  '//evil.example/x',
  'javascript:alert(1)',
  '/con',
  '/x/aux.txt',
  '/x\\ud800',
  '/x\\u0000',
  '/x y',
  '/*',
  '/:x',
  `/${'x'.repeat(300)}`,
  `/${'x/'.repeat(2_000)}x`,
];

const redirects: HostileFile[] = [
  ...paths.map((path, at) => ({
    name: `the former address ${path.slice(0, 60)}`,
    path: `fr-FR/redirect-${at}.md`,
    content: withLine(`redirect_from: "${path}"`),
  })),
  {
    name: 'thousands of former addresses',
    path: 'fr-FR/redirects.md',
    content: withLine(`redirect_from: ${list(many(3_000, (at) => `/old-${at}/`))}`),
  },
  {
    name: 'thousands of former addresses that are none',
    path: 'fr-FR/redirects-wrong.md',
    content: withLine(`redirect_from: ${list(many(3_000, (at) => `old ${at}`))}`),
  },
];

const ids: HostileFile[] = [
  {
    name: 'thousands of ids',
    path: 'fr-FR/ids.md',
    content: withLine(`ms.custom: ${list(many(20_000, (at) => `i${at}`))}`),
  },
  ...['pay-invoice', '7100101', 'PAY-INVOICE', 'Pay-Invoice'].map((id, at) => ({
    name: `the id ${id} of another article`,
    path: `fr-FR/id-${at}.md`,
    content: withLine(`ms.custom: ${id}`),
  })),
  ...['index.html', 'con', 'a.b.c.', '-x', 'x'.repeat(5_000), 'llms.txt', '404'].map((id, at) => ({
    name: `the id ${id.slice(0, 40)}`,
    path: `fr-FR/odd-id-${at}.md`,
    content: withLine(`ms.assetid: ${JSON.stringify(id)}`),
    harmless: true,
  })),
];

const takenSlugs = [
  'pay-invoice',
  'PAY-INVOICE',
  'pay invoice',
  'ｐａｙ-invoice',
  'search',
  'all',
  'topics',
  'topics/x',
  '404',
];
const oddSlugs = [
  '../../x',
  '/etc/passwd',
  'con',
  'index',
  'pay-invoice/original.json',
  'pay-invoice/index.html',
  'pay-invoice.md',
  'llms.txt',
  '7100101x',
  'a'.repeat(1_000),
  'a/'.repeat(1_000),
  '?!',
  '\u202epay',
];
const slugs: HostileFile[] = [
  ...takenSlugs.map((slug, at) => ({
    name: `the slug ${slug}`,
    path: `fr-FR/slug-${at}.md`,
    content: withLine(`slug: ${JSON.stringify(slug)}`),
  })),
  ...oddSlugs.map((slug, at) => ({
    name: `the slug ${slug.slice(0, 40)}`,
    path: `fr-FR/odd-slug-${at}.md`,
    content: withLine(`slug: ${JSON.stringify(slug)}`),
    harmless: true,
  })),
];

const plain = '# Attaque\n\nTexte.\n';
const names: HostileFile[] = [
  ...['search', 'all', 'topics', 'Search', 'ALL', 'topics/x'].map((name) => ({
    name: `a file called ${name}`,
    path: `fr-FR/${name}.md`,
    content: plain,
  })),
  ...[
    'robots.txt',
    '404',
    'index',
    'con',
    'aux',
    '*',
    ':x',
    'a b',
    'a\nb',
    'a"b',
    "a'b",
    'a\\b',
    '{x}',
    '#',
    '%',
    '%2e%2e%2f',
    '?',
    '$uri',
    '...',
    '~',
    'constructor',
    'é'.repeat(120),
    'x'.repeat(250),
    '\u202eabc',
    '-rf',
  ].map((name) => ({
    name: `a file called ${JSON.stringify(name).slice(0, 40)}`,
    path: `fr-FR/${name}.md`,
    content: plain,
    harmless: true,
  })),
  {
    name: 'the file of another article in other capitals',
    path: 'fr-FR/Pay-Invoice.md',
    content: withLine('ms.lasthandoff: 2019-01-01'),
  },
  {
    name: 'the source of another article in another folder, and of another day',
    path: 'aa/en-US/pay-invoice.md',
    content: withLine('ms.lasthandoff: 2099-01-01', 'en-US'),
  },
  { name: 'a file of no locale', path: 'nowhere.md', content: plain },
  {
    name: 'a file in a language that there is not',
    path: 'fr-FR/klingon.md',
    content: withLine('ms.contentlocale: tlh-KL-x'),
  },
];

const bodies: HostileFile[] = [
  { name: 'nothing at all', path: 'fr-FR/empty.md', content: '' },
  { name: 'blanks', path: 'fr-FR/blanks.md', content: ' \n\t\n\u2003\n' },
  { name: 'front matter alone', path: 'fr-FR/header.md', content: '---\ntitle: x\nms.contentlocale: fr-FR\n---\n' },
  { name: 'front matter without an end', path: 'fr-FR/unclosed.md', content: '---\ntitle: x\n\n# x\n\nText.\n' },
  { name: 'front matter that is no YAML', path: 'fr-FR/yaml.md', content: withLine('title: "a: b\n  - c: [') },
  {
    name: 'aliases in aliases in YAML',
    path: 'fr-FR/aliases.md',
    content: withLine(
      [
        'a0: &a0 [x, x, x, x, x, x, x, x]',
        ...many(12, (at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(8)}]`),
        'ms.custom: *a12',
      ].join('\n'),
    ),
    harmless: true,
  },
  { name: 'a zero byte', path: 'fr-FR/zero.md', content: 'a\0b' },
  {
    name: 'bytes that are no text',
    path: 'fr-FR/bytes.md',
    content: new Uint8Array(5_000).map((_, at) => 128 + ((at * 37) % 128)),
    harmless: true,
  },
  {
    name: 'half of UTF-16',
    path: 'fr-FR/utf16.md',
    content: new Uint8Array([0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42]),
    harmless: true,
  },
  { name: 'too many characters', path: 'fr-FR/long.md', content: 'x '.repeat(2_100_000) },
  { name: 'quotes in quotes', path: 'fr-FR/quotes.md', content: withBody(`${'>'.repeat(2_000)} x`) },
  {
    name: 'items in items',
    path: 'fr-FR/items.md',
    content: withBody(many(300, (at) => `${'  '.repeat(at)}- x`).join('\n')),
    harmless: true,
  },
  { name: 'tags in tags', path: 'fr-FR/tags.md', content: withBody(`${'<b><div>'.repeat(3_000)}x`) },
  { name: 'brackets in brackets', path: 'fr-FR/brackets.md', content: withBody('['.repeat(5_000)), harmless: true },
  { name: 'pairs alone', path: 'fr-FR/pairs.md', content: many(50, (at) => pair(at, '', '')).join(''), harmless: true },
  { name: 'half a pair', path: 'fr-FR/half.md', content: withBody(pair(1, 'un', 'one').slice(0, -20)) },
  { name: 'pairs in pairs', path: 'fr-FR/nested.md', content: withBody(pair(1, pair(2, 'a', 'b'), pair(3, 'c', 'd'))) },
  {
    name: 'a pair across the front matter',
    path: 'fr-FR/across.md',
    content: `---\ntitle: ${pair(1, 'un', 'one')}\nms.contentlocale: fr-FR\n---\n# x\n\n${pair(2, '---', '---')}\n`,
  },
  { name: 'an include of itself', path: 'fr-FR/self.md', content: withBody('[!INCLUDE [x](self.md)]'), harmless: true },
  {
    name: 'an include from outside',
    path: 'fr-FR/outside.md',
    content: withBody('[!INCLUDE [x](../../../../../etc/passwd)]'),
  },
  { name: 'code from outside', path: 'fr-FR/code.md', content: withBody('[!code-ini[x](~/../package.json)]') },
  {
    name: 'an address with a zero byte',
    path: 'fr-FR/link.md',
    content: withBody('[x](a%00b.md) ![y](%ff%fe.png) [z](%)'),
  },
  {
    name: 'an address of many characters',
    path: 'fr-FR/address.md',
    content: withBody(`[x](${'a/'.repeat(50_000)}b.md) ![y](${'x'.repeat(5_000)}.png)`),
  },
  {
    name: 'anchors of the page around it',
    path: 'fr-FR/anchors.md',
    content: withBody('## <a name="page.original-hint"></a>A\n\n## <a name="__proto__"></a>B\n\n[x](#%)'),
  },
  { name: 'code in MDX', path: 'fr-FR/code.mdx', content: "import x from 'node:fs'\n\n# A\n\n{process.exit(9)}\n" },
  { name: 'tables in tables', path: 'fr-FR/tables.md', content: withBody('<table><tr><td>'.repeat(500)) },
];

export const hostileFiles: readonly HostileFile[] = [...redirects, ...ids, ...slugs, ...names, ...bodies, ...headers];
