import type { ElementContent, Properties, Root } from 'hast';
import { rehype } from 'rehype';
import { expect, test } from 'vitest';
import { element, text } from '../../../src/pipeline/render/elements.ts';
import { rehypeSourceLinks } from '../../../src/pipeline/render/source-links.ts';
import { serialize } from '../../../src/pipeline/render/serialize.ts';

const hostile = [
  '</h2><script>pwned()</script>',
  '"><img src=x onerror=pwned()>',
  "' onclick='pwned()",
  '</noscript><svg/onload=pwned()>',
  '--><!--',
  ']]>',
  '&quot;&gt;&#x3c;',
  '<',
  '>',
  '$& $1 {{items}}',
  '\u2028\u202E',
];

const root = (...children: ElementContent[]): Root => ({ type: 'root', children });
/** As a browser reads it, without places. */
function parsed(written: string): unknown {
  const tree = rehype().data('settings', { fragment: true }).parse(written);
  return JSON.parse(JSON.stringify(tree.children, (key, value: unknown) => (key === 'position' ? undefined : value)));
}

test.each(hostile)('%j stays text, and an attribute', (value) => {
  const properties: Properties = { title: value, ariaLabel: value, id: 'x' };
  const children = [element('p', properties, [text(value), element('img', { alt: value }, [])])];
  const written = serialize(root(...children));
  expect(parsed(written)).toEqual(children);
  // However it is cut into tags, these are all there are.
  expect(written.match(/<[^<>]*>/g)).toHaveLength(3);
  expect(written.match(/</g)).toHaveLength(3);
});

test.each<[what: string, properties: Properties, written: string]>([
  ['lists are separated by blanks', { className: ['a', 'b'] }, '<p class="a b"></p>'],
  ['flags have no value', { hidden: true, dataFootnotes: true }, '<p hidden data-footnotes></p>'],
  ['what is not set is not there', { title: undefined, reversed: false }, '<p></p>'],
  [
    'names are those of HTML',
    { ariaDescribedBy: ['x'], hrefLang: 'fr', tabIndex: 0 },
    '<p aria-describedby="x" hreflang="fr" tabindex="0"></p>',
  ],
])('%s', (_what, properties, written) => {
  expect(serialize(root(element('p', properties, [])))).toBe(written);
});

test.each<[what: string, child: Root['children'][number]]>([
  ['a script', element('script', {}, [])],
  ['a style', element('style', {}, [])],
  ['a text area', element('textarea', {}, [])],
  ['another namespace', element('svg', {}, [])],
  ['a name that is none', element('p><script', {}, [])],
  ['an attribute that is none', element('p', { 'x><script': 'y' }, [])],
  ['a comment', { type: 'comment', value: 'x' }],
])('%s is refused', (_what, child) => {
  expect(() => serialize({ type: 'root', children: [child] })).toThrow('A page cannot hold');
});

const link = '<noscript><p class="hint"><a href="/en-us/a/#ID" hreflang="en-US">Original</a></p></noscript>';

test.each<[what: string, tree: Root, written: string]>([
  ['a shared section', root(element('h2', { id: 'a' }, [text('A')])), `<h2 id="a">A</h2>${link.replace('ID', 'a')}`],
  ['a section of its own', root(element('h2', { id: 'own' }, [text('A')])), '<h2 id="own">A</h2>'],
  ['a heading of another depth', root(element('h4', { id: 'a' }, [])), '<h4 id="a"></h4>'],
  [
    'a heading in a quotation',
    root(element('blockquote', {}, [element('h3', { id: 'a' }, [])])),
    `<blockquote><h3 id="a"></h3>${link.replace('ID', 'a')}</blockquote>`,
  ],
  [
    'a heading in a link, which cannot hold another',
    root(element('a', { href: '#a' }, [element('h2', { id: 'a' }, [])])),
    '<a href="#a"><h2 id="a"></h2></a>',
  ],
  [
    'a section with a hostile name',
    root(element('h2', { id: '"></h2><b>' }, [element('a', { title: '</h2>' }, [])])),
    `<h2 id="&quot;&gt;&lt;/h2&gt;&lt;b&gt;"><a title="&lt;/h2&gt;"></a></h2>${link.replace('ID', '&quot;&gt;&lt;/h2&gt;&lt;b&gt;')}`,
  ],
])('the way to the source: %s', (_what, tree, written) => {
  const sections = new Set(['a', '"></h2><b>']);
  rehypeSourceLinks({ sections, href: '/en-us/a/', language: 'en-US', label: 'Original' })(tree);
  expect(serialize(tree)).toBe(written);
});
