import { expect, test } from 'vitest';
import { Draft } from '../../../src/pipeline/draft.ts';
import { parseMarkdown } from '../../../src/pipeline/markdown.ts';
import { handOverMarkdown } from '../../../src/pipeline/render/hand-over.ts';

const rows: [what: string, markdown: string, expected: string][] = [
  ['an anchor goes', '# <a name="pay"></a>Pay', '# Pay\n'],
  ['a title is put where there is none', 'Text.', '# Title\n\nText.\n'],
  ['a link leads to the page', '# A\n\n[B *c*](b.md#x "t")', '# A\n\n[B *c*](/fr-fr/b.md#x "t")\n'],
  ['a link to nowhere is its text', '# A\n\nSee [B *c*](broken.md) now.', '# A\n\nSee B *c* now.\n'],
  ['a link in HTML is one in Markdown', '# A\n\n<a href="b.md" class="x">B</a>', '# A\n\n[B](/fr-fr/b.md)\n'],
  ['an address defined elsewhere', '# A\n\n[B][1]\n\n[1]: b.md', '# A\n\n[B][1]\n\n[1]: /fr-fr/b.md\n'],
  ['a picture has its place on the site', '# A\n\n![b](b.png)', '# A\n\n![b](/media/b.png)\n'],
  ['a picture that is not there is its description', '# A\n\n![b](missing.png)', '# A\n\nb\n'],
  ['a picture in the text itself is its description', '# A\n\n![b](data:image/png;base64,AA==)', '# A\n\nb\n'],
  ['layout goes', '# A\n\n<div class="row">\n\nText.\n\n</div>\n', '# A\n\nText.\n'],
  ['an included file is there', '# A\n\n[!INCLUDE [x](part.md)]', '# A\n\nIncluded.\n'],
  ['a video is a link', '# A\n\n> [!VIDEO https://v.example/1]', '# A\n\n> [video.watch](https://v.example/1)\n'],
  [
    'alerts and code stay',
    '# A\n\n> [!NOTE]\n> Text.\n\n```\n<a name="x"></a>\n```',
    '# A\n\n> [!NOTE]\n> Text.\n\n```\n<a name="x"></a>\n```\n',
  ],
];

test.each(rows)('%s', (_what, markdown, expected) => {
  const draft = Draft.of(markdown, 0);
  const text = handOverMarkdown(
    { draft, tree: parseMarkdown(markdown), anchors: [], repaired: [] },
    {
      title: 'Title',
      resolveLink: (href) =>
        href.startsWith('broken')
          ? { kind: 'broken' }
          : /^https?:/.test(href)
            ? { kind: 'external', href }
            : { kind: 'page', href: `/fr-fr/${href}`, fallback: false },
      resolveImage: (src) => (src.startsWith('missing') ? undefined : { kind: 'local', src: `/media/${src}` }),
      include: () => 'Included.',
      code: () => undefined,
      t: (key) => key,
    },
  );
  expect(text).toBe(expected);
});
