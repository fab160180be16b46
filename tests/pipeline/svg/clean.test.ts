import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cleanDrawing } from '../../../src/pipeline/svg/clean.ts';
import { drawings } from '../../attacks/drawings.ts';

const svg = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** What is left of a drawing, as text; the reason where nothing is. */
function clean(text: string | Uint8Array): string {
  const cleaned = cleanDrawing(Buffer.from(text));
  return 'problem' in cleaned ? cleaned.problem : Buffer.from(cleaned.bytes).toString('utf8').trimEnd();
}

/** What is left of the content of a drawing. */
function inside(content: string): string {
  return clean(`<svg ${svg}>${content}</svg>`)
    .replace('<svg xmlns="http://www.w3.org/2000/svg">', '')
    .replace('</svg>', '');
}

describe('of an attack nothing is left that could run, or load another file', () => {
  test.each(drawings.map(({ kind, text }) => [kind, text] as const))('%s: %s', (_kind, text) => {
    const left = clean(text);
    if (!left.startsWith('<svg')) {
      expect(left.length).toBeGreaterThan(10);
      return;
    }
    expect(left).not.toMatch(
      /pwned|attacker|javascript|<(?:\w+:)?(?:script|foreignObject|iframe|handler|html|body)|\son\w+=|<[!?]|@import|&(?!#x?\w+;)/i,
    );
    // Clean is clean: the same bytes come out of it once more.
    expect(clean(left)).toBe(left);
  });
});

describe('what a drawing needs stays as it is', () => {
  test.each([
    '<rect x="1" y="2" width="3" height="4" rx=".5" fill="#f00" fill-opacity=".5" stroke="currentColor"/>',
    '<g transform="translate(10 20) rotate(-45,1,2) matrix(1 0 0 1 5 5)" opacity=".5"><path d="M0 0h5v5z"/></g>',
    '<defs><linearGradient id="a" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="rgb(1,2,3)"/></linearGradient></defs>',
    '<circle cx="5" cy="5" r="4" fill="url(#a)" clip-path="url(#b)" mask="url(#c)" filter="url(#d)" marker-end="url(#e)"/>',
    '<symbol id="x" viewBox="0 0 5 5"><title>A word (or two)</title></symbol><use href="#x" x="5"/>',
    '<text x="1" xml:space="preserve" font-family="Arial" text-anchor="middle">a  <tspan dy="1em">b</tspan></text>',
    '<filter id="d"><feGaussianBlur in="SourceAlpha" stdDeviation="2" result="b"/><feMerge><feMergeNode in="b"/></feMerge></filter>',
    '<image href="data:image/png;base64,iVBORw0KGgo=" width="5" height="5"/>',
    '<style>.a{fill:red;stroke:url(#b)}@media (prefers-color-scheme:dark){.a{fill:#fff}}</style>',
    '<g style="fill:red;transform:rotate(5deg)" class="a b" id="Group (1)" aria-label="f(x)" role="img"/>',
    '<rect><animate attributeName="opacity" values="0;1" dur="1s" repeatCount="indefinite" begin="0s"/></rect>',
    '<rect><animateTransform attributeName="transform" type="rotate" from="0 5 5" to="360 5 5" dur="1s"/></rect>',
    '<switch><g systemLanguage="fr"/><g/></switch>',
  ])('%s', (content) => {
    expect(inside(content)).toBe(content);
  });

  test.each([
    ['comments and instructions', '<!-- x --><?x y?><rect/>', '<rect/>'],
    [
      'what programs note for themselves',
      '<sodipodi:namedview xmlns:sodipodi="s" id="x"/><rect sodipodi:x="y" xmlns:sodipodi="s"/>',
      '<rect/>',
    ],
    ['the older name of a reference', '<use xlink:href="#a"/>', '<use href="#a"/>'],
    ['the newer name counts where both are', '<use xlink:href="#a" href="#b"/>', '<use href="#b"/>'],
    ['text that is marked as such', '<style><![CDATA[.a>.b{fill:red}]]></style>', '<style>.a>.b{fill:red}</style>'],
    ['the end of such text', '<text>a ]]&gt; b &lt;c&gt;</text>', '<text>a ]] > b &#x3C;c></text>'],
    ['a link', '<a href="https://nimbus.example/"><rect/></a>', '<a><rect/></a>'],
    [
      'text instead of HTML',
      '<switch><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject><text>x</text></switch>',
      '<switch><text>x</text></switch>',
    ],
    [
      'other declarations of the same style',
      '<g style="fill:red;background:url(x.png);opacity:.5"/>',
      '<g style="fill:red;opacity:.5"/>',
    ],
    ['other rules of the same sheet', '<style>@import "x.css";.a{fill:red}</style>', '<style>.a{fill:red}</style>'],
    ['prefixes', '<s:rect xmlns:s="http://www.w3.org/2000/svg" width="5"/>', '<rect width="5"/>'],
  ])('%s', (_what, content, left) => {
    expect(inside(content)).toBe(left);
  });

  test('a drawing inside of a drawing is cleaned too', () => {
    const inner = `<svg xmlns='http://www.w3.org/2000/svg'><script>pwned()</script><rect/></svg>`;
    for (const address of [
      `data:image/svg+xml;base64,${Buffer.from(inner).toString('base64')}`,
      `data:image/svg+xml;charset=utf-8,${encodeURIComponent(inner)}`,
      `data:image/svg+xml,${encodeURIComponent(inner)}`,
    ]) {
      const [, base64 = ''] = /base64,([^"]*)/.exec(inside(`<image href="${address}"/>`)) ?? [];
      expect(Buffer.from(base64, 'base64').toString()).toBe('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>');
    }
  });
});

describe('a drawing is read in its own encoding, and written in UTF-8', () => {
  const text = `<svg ${svg}><text>Größe 尺寸</text></svg>`;
  const left = '<svg xmlns="http://www.w3.org/2000/svg"><text>Größe 尺寸</text></svg>';
  const utf16 = Buffer.from(text, 'utf16le');

  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), left],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), left],
    ['UTF-8 that says so', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`), left],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), left],
    ['the other UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), left],
    ['UTF-16 without one', utf16, left],
    ['the other UTF-16 without one', Buffer.from(utf16).swap16(), left],
    [
      'Latin-1',
      Buffer.from(`<?xml version='1.0' encoding='ISO-8859-1'?><svg ${svg}><text>Größe</text></svg>`, 'latin1'),
      left.replace(' 尺寸', ''),
    ],
  ])('%s', (_what, bytes, expected) => {
    expect(clean(bytes)).toBe(expected);
  });
});

describe('what cannot be read as a drawing is none, and the reason is told', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['HTML', '<html><body><script>x</script></body></html>', /its root is not `<svg/],
    ['HTML in XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /its root is not `<svg/],
    ['no namespace', '<svg><rect/></svg>', /its root is not `<svg/],
    ['another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"/>', /its root is not `<svg/],
    ['a tag that is not closed', `<svg ${svg}><g></svg>`, /tag/],
    ['an attribute twice', `<svg ${svg} id="a" id="b"/>`, /id/],
    ['nothing', '', /Root element/],
    ['a compressed drawing', gzipSync(`<svg ${svg}/>`), /encoded data|Root element/],
    ['text that is no UTF-8', Buffer.from(`<svg ${svg}><text>\xff</text></svg>`, 'latin1'), /encoded data/],
    ['an unknown encoding', `<?xml version="1.0" encoding="utf-7"?><svg ${svg}/>`, /utf-7/],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]><svg ${svg}>&a;</svg>`, /&a;/],
    ['a file by an entity', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg ${svg}>&a;</svg>`, /&a;/],
    ['elements in elements', `<svg ${svg}>${'<g>'.repeat(50_000)}${'</g>'.repeat(50_000)}</svg>`, /too deep/],
    ['too many bytes', `<svg ${svg}>${' '.repeat(10_000_001)}</svg>`, /10000000 bytes/],
    [
      'shapes that multiply',
      `<svg ${svg}><g id="a0"/>${Array.from({ length: 9 }, (_, at) => `<g id="a${at + 1}">${`<use href="#a${at}"/>`.repeat(10)}</g>`).join('')}</svg>`,
      /1000000 shapes/,
    ],
    [
      'patterns that multiply',
      `<svg ${svg}><g id="a0"/>${Array.from({ length: 9 }, (_, at) => `<pattern id="a${at + 1}">${`<rect fill="url(#a${at})"/>`.repeat(10)}</pattern>`).join('')}</svg>`,
      /1000000 shapes/,
    ],
  ])('%s', (_what, text, reason) => {
    expect(clean(text)).toMatch(reason);
    expect(clean(text)).not.toContain('<svg xmlns="http://www.w3.org/2000/svg"/>');
  });

  test('a drawing that refers to itself is one', () => {
    expect(inside('<g id="a"><use href="#a"/></g>')).toBe('<g id="a"><use href="#a"/></g>');
  });
});
