import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../src/pipeline/parse/header.ts';
import { readMetadata } from '../../../src/pipeline/parse/metadata.ts';
import type { Metadata } from '../../../src/pipeline/types.ts';
import { pair } from '../../support.ts';

function read(text: string): { metadata: Metadata; body: string; rules: string[] } {
  const header = readHeader(text);
  const { metadata, findings } = readMetadata(header.fields, text, { start: 0, end: header.bodyStart });
  return {
    metadata,
    body: text.slice(header.bodyStart),
    rules: [...header.findings, ...findings].map(({ rule }) => rule),
  };
}

const rows: readonly [what: string, header: string, metadata: Partial<Metadata>, rules: string[]][] = [
  ['ids as a list', 'ms.custom:\n- "7100101"\n- "7302"', { ids: ['7100101', '7302'] }, []],
  ['ids as a number', 'ms.custom: 7302', { ids: ['7302'] }, []],
  ['an id with a leading zero', 'ms.custom: 0123', { ids: ['0123'] }, []],
  ['ids as text', 'ms.custom: 665,2578', { ids: ['665', '2578'] }, []],
  ['ids with a slash', 'ms.custom: 9003961/7017', { ids: ['9003961', '7017'] }, []],
  ['no ids', "ms.custom: ''", { ids: [] }, []],
  [
    'an asset id',
    'ms.assetid: 3f6c1d52-8a7e-4b90-9c14-5e2d7b61a0f8',
    { ids: ['3f6c1d52-8a7e-4b90-9c14-5e2d7b61a0f8'] },
    [],
  ],
  ['a former path', 'redirect_from: /fr-fr/payer/', { redirectFrom: ['/fr-fr/payer'] }, []],
  [
    'former paths as they are written elsewhere',
    'redirect_from:\n- /old.html\n- /old/\n- /a/index.html',
    { redirectFrom: ['/old', '/a'] },
    [],
  ],
  [
    'former paths that are none',
    'redirect_from: ["https://evil.example/", "//evil.example", "/../x", "/x?y", "old"]',
    {},
    Array.from({ length: 5 }, () => 'wrong-redirect'),
  ],
  ['ids under the key of the asset', 'ms.assetid:\n- "7302"', { ids: ['7302'] }, []],
  ['a misspelt key', 'ms,.custom:\n- "7302"', { ids: ['7302'] }, ['misspelt-key']],
  ['another misspelt key', 'ms-custom: 7302', { ids: ['7302'] }, ['misspelt-key']],
  ['and one more', 'ms.common: 7302', { ids: ['7302'] }, ['misspelt-key']],
  ['a month first', 'ms.date: 12/17/2020', { date: '2020-12-17' }, []],
  ['one-digit month and day', 'ms.date: 4/8/2021', { date: '2021-04-08' }, []],
  ['a short year', 'ms.date: 4/8/21', { date: '2021-04-08' }, []],
  ['a time behind', 'ms.date: 4/08/2021 10:15:00 AM', { date: '2021-04-08' }, []],
  ['an ISO date', 'ms.date: 2021-04-08', { date: '2021-04-08' }, []],
  ['no such day', 'ms.date: 13/45/2021', {}, []],
  ['machine translation', 'ms.translationtype: MT', { translation: 'machine' }, []],
  ['human translation', 'ms.translationtype: HT', { translation: 'human' }, []],
  ['a locale in lower case', 'ms.contentlocale: fr-fr', { locale: 'fr-FR' }, []],
  ['a locale with a script', 'ms.contentlocale: sr-Latn-RS', { locale: 'sr-Latn-RS' }, []],
  ['an unknown locale', 'ms.contentlocale: xx-YY', {}, ['unknown-locale']],
  ['robots', 'ROBOTS: NOINDEX, NOFOLLOW', { noindex: true }, []],
  ['quotes and a colon', 'title: "Payer : \\"vite\\""', { title: 'Payer : "vite"' }, []],
  ['a folded title', 'title: >\n  Payer\n  vite', { title: 'Payer vite' }, []],
  [
    'a wrong escape',
    'title: "erreur \\550 5.7"\nms.contentlocale: fr-FR',
    { locale: 'fr-FR' },
    ['front-matter-unreadable'],
  ],
  [
    'wrong indentation',
    'title: a\n  b: c\nms.contentlocale: fr-FR',
    { locale: 'fr-FR', title: 'a' },
    ['front-matter-unreadable'],
  ],
  [
    'keys on one line',
    'titre : « x » ms.date: 4/8/2021 ms.custom: (',
    { date: '2021-04-08' },
    ['front-matter-unreadable'],
  ],
  [
    'keys that were translated as text',
    `${pair(101, 'titre : « Payer » manager: x', 'title: "Pay" manager: x ROBOTS: NOINDEX ms.custom: (')}\n- ${pair(102, '9257', '9257')}`,
    { noindex: true, ids: ['9257'] },
    ['front-matter-translated'],
  ],
];

test.each(rows)('%s', (_what, yaml, metadata, rules) => {
  const result = read(`---\n${yaml}\n---\n# Titre\n`);
  expect(result.metadata).toMatchObject(metadata);
  expect(result.rules).toEqual(rules);
  expect(result.body).toBe('# Titre\n');
});

const whole: readonly [what: string, text: string, body: string, rules: string[]][] = [
  ['no header', '# Titre\n', '# Titre\n', []],
  ['an empty file', '', '', []],
  ['a byte order mark', '\uFEFF---\ntitle: a\n---\nTexte', 'Texte', []],
  ['a header that is not closed', '---\ntitle: a\n\nTexte', '---\ntitle: a\n\nTexte', ['front-matter-unclosed']],
  ['a rule and text', '---\nUne phrase.\n---\nTexte', '---\nUne phrase.\n---\nTexte', []],
  ['a header of comments alone', '---\n# a\n\n---\nTexte', 'Texte', []],
  ['a header that says that it is YAML', '---yaml\ntitle: a\n---\nTexte', 'Texte', []],
  ['keys that nobody knows', '---\nhello: world\n---\nTexte', 'Texte', ['front-matter-unknown']],
  ['a stray anchor before', '<a name="x"></a>x\n---\ntitle: a\n---\nTexte', 'Texte', []],
  ['an opening rule of dots', '---\ntitle: a\n...\nTexte', 'Texte', []],
];

test.each(whole)('%s: the text is never lost', (_what, text, body, rules) => {
  expect(read(text)).toMatchObject({ body, rules });
});

test.each(['js', 'javascript', 'json', 'toml', 'coffee', 'cson'])('front matter in %s is never run', (language) => {
  const { rules } = read(`---${language}\nglobalThis.executed = true; title: 1\n---\nTexte`);
  expect(rules).toEqual(['front-matter-unreadable']);
  expect(globalThis).not.toHaveProperty('executed');
});

describe('a language that is none', () => {
  const inherited = Object.getOwnPropertyNames(Object.prototype);
  const forms = inherited.flatMap((name) => [name, name.toUpperCase(), ` ${name}`, `\t${name} \t`, `\u00A0${name}`]);

  test.each([...forms, 'lisp', 'JS', ' toml', 'yaml5'])(
    '%j: the text of such a header is shown, and why is told',
    (name) => {
      const text = `---${name}\nhello: world\n---\nTexte`;
      const { findings, fields, bodyStart } = readHeader(text);
      expect({ fields, bodyStart }).toEqual({ fields: {}, bodyStart: 0 });
      expect(findings.map(({ rule, start }) => [rule, start])).toEqual([['front-matter-unreadable', 0]]);
      expect(findings[0]?.message).toContain(`\`${name.trim()}\``);
    },
  );

  test.each(forms)('%j: keys that are known are used', (name) => {
    expect(read(`---${name}\ntitle: Payer\nms.contentlocale: fr-FR\n---\nTexte`)).toMatchObject({
      metadata: { title: 'Payer', locale: 'fr-FR' },
      body: 'Texte',
      rules: ['front-matter-unreadable'],
    });
  });

  test.each(['yaml', 'YAML', ' yml', '\tyaml\t', ' # a comment', 'yaml # a comment'])('%j is YAML', (name) => {
    const header = readHeader(`---${name}\ntitle: Payer\n---\nTexte`);
    expect(header).toMatchObject({ fields: { title: 'Payer' }, findings: [] });
  });

  test.each(['----', '---- -', '-----------'])('%s is a rule, and what follows is text', (rule) => {
    const text = `${rule}\ntitle: Payer\n---\nTexte`;
    expect(readHeader(text)).toEqual({ fields: {}, bodyStart: 0, findings: [] });
  });
});

describe('YAML that grows, or reaches for what objects inherit, is harmless', () => {
  const lists = Array.from({ length: 9 }, (_, at) => {
    const items = Array.from({ length: 10 }, () => (at === 0 ? 'x' : `*a${at - 1}`));
    return `a${at}: &a${at} [${items.join(',')}]`;
  }).join('\n');

  test.each([
    ['aliases that multiply', `title: Payer\n${lists}`],
    ['such a title', `title: Payer\n${lists}\ndescription: *a8`],
    ['such ids', `title: Payer\n${lists}\nms.custom: *a8`],
    ['such a key', `title: Payer\n${lists}\n? *a8\n: x`],
    ['an alias of what it is in', 'title: Payer\na: &a [*a]'],
    ['lists in lists', `title: Payer\nx: ${'['.repeat(100_000)}`],
    ['maps in maps', `title: Payer\nx: ${'{a: '.repeat(100_000)}`],
    ['many anchors', `title: Payer\n${Array.from({ length: 20_000 }, (_, at) => `k${at}: &k${at} v`).join('\n')}`],
    ['a huge value', `title: Payer\nx: ${'x'.repeat(3_000_000)}`],
    ['merged keys', 'title: Payer\na: &a {title: Evil}\n<<: *a'],
    ['a prototype', 'title: Payer\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}'],
    ['a merged prototype', 'title: Payer\n<<: {__proto__: {polluted: yes}}'],
    ['a value that tags make', 'title: Payer\nx: !!js/function "function () { globalThis.executed = true }"'],
  ])('%s', (_what, yaml) => {
    const { metadata, body } = read(`---\n${yaml}\n---\nTexte`);
    expect(metadata.title).toBe('Payer');
    expect(body).toBe('Texte');
    expect((metadata.description ?? '').length).toBeLessThan(100);
    expect(metadata.ids.length).toBeLessThan(100);
    expect({}).not.toHaveProperty('polluted');
    expect(globalThis).not.toHaveProperty('executed');
  });
});

const others: readonly [what: string, header: string, metadata: Partial<Metadata>, rules: string[]][] = [
  ['TOML', '+++\ntitle = "Payer"\nslug = "payer"\n+++\n', { title: 'Payer', slug: 'payer' }, []],
  ['TOML with ids', '+++\n"ms.custom" = ["7302", "0123"]\n+++\n', { ids: ['7302', '0123'] }, []],
  ['TOML with a number', '+++\n"ms.custom" = 12345678901234567890\n+++\n', { ids: ['12345678901234567890'] }, []],
  [
    'dotted keys',
    '+++\nms.contentlocale = "fr-fr"\nms.date = 2021-04-08\n+++\n',
    { locale: 'fr-FR', date: '2021-04-08' },
    [],
  ],
  ['a table', '+++\ntitle = "A"\n[params]\nx = 1\n[[y]]\nz = 1979-05-27T07:32:00Z\n+++\n', { title: 'A' }, []],
  ['TOML of several lines', '+++\ntitle = """\nPayer\nvite"""\n+++\n', { title: 'Payer vite' }, []],
  ['TOML with an escape', '+++\ntitle = "P\\u00E9"\nslug = \'\\\'\n+++\n', { title: 'Pé' }, []],
  ['former paths', '+++\nredirect_from = ["/old/"]\n+++\n', { redirectFrom: ['/old'] }, []],
  ['TOML behind a byte order mark', '\uFEFF+++\ntitle = "A"\n+++ \n', { title: 'A' }, []],
  ['TOML between dashes', '---toml\ntitle = "A"\n---\n', { title: 'A' }, []],
  ['TOML that nobody knows', '+++\nhello = "world"\n+++\n', {}, ['front-matter-unknown']],
  [
    'TOML that is wrong',
    '+++\ntitle = Payer\n"ms.contentlocale" = "fr-FR"\n+++\n',
    { title: 'Payer', locale: 'fr-FR' },
    ['front-matter-unreadable'],
  ],
  ['a key twice', '+++\ntitle = "A"\ntitle = "B"\n+++\n', { title: 'A' }, ['front-matter-unreadable']],
  ['JSON', '{\n\t"title": "Payer",\n\t"ms.custom": ["7302", 9257]\n}\n', { title: 'Payer', ids: ['7302', '9257'] }, []],
  ['JSON in a line', '{ "title": "Payer {vite}", "x": {"y": [null, true]} }\n', { title: 'Payer {vite}' }, []],
  ['JSON with escapes', '{"title": "\\"P\\u00e9\\/\\" \\ud83d\\ude00"}\n', { title: '"Pé/" 😀' }, []],
  ['JSON between marks', ';;;\n{"title": "A"}\n;;;\n', { title: 'A' }, []],
  ['JSON between dashes', '---json\n{"title": "A"}\n---\n', { title: 'A' }, []],
  [
    'JSON with a comma too many',
    '{"title": "A", "slug": "b",, "x": 1}\n',
    { title: 'A', slug: 'b' },
    ['front-matter-unreadable'],
  ],
  ['YAML behind blank lines', '\n\n\n\n---\ntitle: A\n---\n', { title: 'A' }, []],
  ['YAML behind a comment', '<!-- x\ny -->\n\n---\ntitle: A\n---\n', { title: 'A' }, []],
  ['two headers', '---\ntitle: A\n---\n---\ntitle: B\nslug: b\n---\n', { title: 'A', slug: 'b' }, []],
  ['merged keys', '---\na: &a {title: Evil, slug: b}\ntitle: A\n<<: *a\n---\n', { title: 'A', slug: 'b' }, []],
];

test.each(others)('%s is a header', (_what, header, metadata, rules) => {
  const result = read(`${header}# Titre\n`);
  expect(result.metadata).toMatchObject(metadata);
  expect(result.rules).toEqual(rules);
  expect(result.body).toBe('# Titre\n');
});

test.each([
  ['braces', '{ x } is a set\n'],
  ['a component', '{frontmatter.title}\n'],
  ['an object in a sentence', '{"title": "A"} is JSON.\n'],
  ['an object that nobody knows', '{"hello": "world"}\n\n# A\n'],
  ['a shortcode', '{{< note title="A" >}}\n'],
  ['signs of plus', '+++ A +++\n\n+++\n'],
  ['a line of them that is not closed', '+++\nUne phrase.\n'],
  ['a rule behind a comment', '<!-- x -->\n---\nUne phrase.\n---\n'],
  ['a rule behind a comment, and a key', '<!-- x -->\n---\nhello: world\n---\n'],
  ['a rule behind blank lines that is not closed', '\n\n---\n\nUne phrase.\n'],
  ['a comment that is not closed', '<!-- x\n---\ntitle: A\n---\n'],
])('%s: text stays text', (_what, text) => {
  expect(readHeader(text)).toEqual({ fields: {}, bodyStart: 0, findings: [] });
});

test('text between rules behind a header stays text', () => {
  const body = '---\n\nTitle: a sentence.\n\n---\n\nTexte\n';
  expect(read(`---\ntitle: A\n---\n${body}`)).toMatchObject({ metadata: { title: 'A' }, body, rules: [] });
});

describe('TOML and JSON that grow, or reach for what objects inherit, are harmless', () => {
  const deep = (count: number, opened: string) => opened.repeat(count);
  test.each([
    ['lists in lists', `+++\ntitle = "Payer"\nx = ${deep(100_000, '[')}\n+++\n`],
    ['tables in tables', `+++\ntitle = "Payer"\nx = ${deep(100_000, '{a=')}\n+++\n`],
    ['a long dotted key', `+++\ntitle = "Payer"\nx${deep(40_000, '.a')} = 1\n+++\n`],
    ['many keys', `+++\ntitle = "Payer"\n${Array.from({ length: 10_000 }, (_, at) => `k${at} = 1`).join('\n')}\n+++\n`],
    ['a huge value', `+++\ntitle = "Payer"\nx = "${'x'.repeat(3_000_000)}"\n+++\n`],
    ['a prototype', '+++\ntitle = "Payer"\n__proto__ = {polluted = 1}\n[constructor.prototype]\npolluted = 1\n+++\n'],
    ['lists in lists of JSON', `{"title": "Payer", "x": ${deep(20_000, '[')}${deep(20_000, ']')}}\n`],
    ['a huge value in JSON', `{"title": "Payer", "x": "${'x'.repeat(3_000_000)}"}\n`],
    [
      'a prototype in JSON',
      '{"title": "Payer", "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}\n',
    ],
    ['an inherited name', '{"title": "Payer", "hasOwnProperty": 1, "toString": {"a": 1}}\n'],
    ['a map that merges itself', '---\ntitle: Payer\na: &a\n  <<: *a\n<<: *a\n---\n'],
    ['many comments', `${'<!-- x -->\n'.repeat(20_000)}---\ntitle: Payer\n---\n`],
    ['many headers', `---\ntitle: Payer\n---\n${'---\nslug: x\n---\n'.repeat(20_000)}`],
  ])('%s', (_what, header) => {
    const { metadata } = read(`${header}Texte`);
    expect(metadata.title).toBe('Payer');
    expect({}).not.toHaveProperty('polluted');
  });
});

test.each([
  ['TOML', '+++\ntitle = "A"\nx = 1 2\n+++\n', 'x = 1 ', 'not valid TOML'],
  ['JSON', '{\n  "title": "A",\n  "x": "1" "2"\n}\n', '"x": "1" ', 'not valid JSON'],
])('the place of an error in %s is the place in the file', (_what, text, before, says) => {
  const [finding] = readHeader(text).findings;
  expect(finding?.start).toBe(text.indexOf(before) + before.length);
  expect(finding?.message).toContain(says);
});

test('the place of a YAML error is the place in the file', () => {
  const header = readHeader('---\ntitle: a\nx: "\\5"\n---\n');
  expect(header.findings[0]?.start).toBe('---\ntitle: a\nx: "\\'.length);
});
