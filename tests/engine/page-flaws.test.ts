import { expect, test } from 'vitest';
import { pageFlaws } from '../../src/engine/page-flaws.ts';

const page = (article: string, head = '', around = ''): string =>
  `<!doctype html><html lang="fr"><head><title>x</title>${head}</head><body><main><article>${article}</article></main>${around}</body></html>`;

test.each([
  [
    'an article',
    page(
      '<h1 id="a">A</h1><p>x &lt; y <a href="/help/fr-fr/b/#c">b</a><img src="data:image/png;base64,AA==" alt=""></p>',
    ),
  ],
  [
    'scripts in their places',
    page('', '<script src="/help/preferences.js"></script>', '<script type="module" src="/help/_astro/x.js"></script>'),
  ],
  ['a policy', page('', '<meta http-equiv="Content-Security-Policy" content="x">')],
  [
    'the way to the source',
    page('<h2 id="a">A</h2><noscript><p class="hint"><a href="/help/en-us/a/#a">x</a></p></noscript>'),
  ],
])('%s has no flaws', (_what, html) => {
  expect(pageFlaws(html, '/help/')).toEqual([]);
});

test.each([
  [
    'an attribute that ends too early',
    page('<a title="</h2><noscript><p class="hint"></noscript>"x"></a>'),
    'not well formed',
  ],
  ['an attribute twice', page('<p id="a" id="b">x</p>'), 'duplicate-attribute at 1:'],
  ['a tag that never ends', page('<p'), 'not well formed'],
  ['a script of its own', page('', '', '<script>x()</script>'), 'a script of its own'],
  [
    'a script that is a text of the site',
    page('', '', '<script src="/help/fr-fr/payload.md"></script>'),
    'a script /help/fr-fr/payload.md',
  ],
  [
    'a script of another host',
    page('', '<script src="//a.example/help/_astro/x.js"></script>'),
    'a script //a.example',
  ],
  ['a script in the article', page('<script src="/help/_astro/x.js"></script>'), 'it has <script>'],
  ['a script that is written well', page('</article><script src="/help/x.md"></script><article>'), 'it has 2 articles'],
  ['a handler', page('<p onclick="x()">x</p>'), 'the attribute onclick'],
  ['a handler beside the article', page('', '', '<p onclick="x()">x</p>'), 'the attribute onclick'],
  ['a style', page('<p style="x">x</p>'), 'the attribute style'],
  ['another picture', page('<svg></svg>'), 'it has <svg>'],
  ['a form', page('<form></form>'), 'it has <form>'],
  ['a frame', page('', '', '<iframe></iframe>'), 'it has <iframe>'],
  ['another base', page('', '<base href="/">'), 'it has <base>'],
  ['a way out', page('', '<meta http-equiv="refresh" content="0;url=//a.example/">'), 'leads readers away'],
  ['a link that is a script', page('<a href="java\tscript:x()">x</a>'), 'leads to java'],
  ['a picture that is a page', page('<img src="data:text/html,x" alt="">'), 'leads to data:text'],
  [
    'no article',
    '<!doctype html><html lang="fr"><head><title>x</title></head><body></body></html>',
    'it has 0 articles',
  ],
])('%s is a flaw', (_what, html, flaw) => {
  expect(pageFlaws(html, '/help/').join('; ')).toContain(flaw);
});
