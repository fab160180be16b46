/** Hostile shapes made at random: something, the same thing over and over, and something that may not fit behind it. */
import { pick } from './random.ts';
import { pairOf, type Shape, wholeOf } from './shapes.ts';

/** What the parsers and expressions of the pipeline may wait for, or look for in vain. */
const pieces: readonly string[] = [
  ...Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'),
  ...Array.from(' \t\n\u00A0\u2028\u3000\u200B'),
  ...['a', 'A', '1', 'é', 'e\u0301', '請', 'ก', 'و', '。', '：', '「', '”', '\u0301'],
  ...['**', '__', '~~', '``', '```', '~~~', '- ', '1. ', '> ', '# ', '---', '***', '    ', '  \n', '\n\n', '|-'],
  ...['[a](', '![', '](', '[^', ']:', '[]: ', '<a ', '</a>', '<b>', '<br>', '<!--', '-->', '<![CDATA[', '<?'],
  ...['<a href="', "<a href='", '<a name="a"></a>', '<table>', '<td>', '<li>', '<details>', '&amp;', '&#', 'https://'],
  ...['www.', 'a@b.c', 'C:\\', '1.2.3', '1/2/2024', 'Get-A', ' -Abc', '{a}', '<a b>', '%a%', '#A1', 'WT.mc_id=', '?a&'],
  ...['[!', '[!NOTE]', '> [!TIP]\n', '[!INCLUDE [a](', '[!INCLUDE [a](b.md)]', '[!code-a[b](c)]', '[!VIDEO https://'],
  ...[':::', ':::image source="', ':::row:::', ':::column', ':::zone pivot="', ':::code source="', ':::no-loc text="'],
  ...[
    '<span data-ttu-id="0a1b2-103">',
    '</span><span class="sxs-lookup"><span data-stu-id="0a1b2-103">',
    '</span></span>',
  ],
  ...['title: ', 'ms.custom: ', "'", ': ', '#tab/a', 'import a from ', 'export const ', ' from "'],
];

/** Where it stands. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'a paragraph': (text) => `a ${text}`,
  'a line of its own': (text) => text,
  'a heading': (text) => `## ${text}`,
  'an item': (text) => `- ${text}`,
  'a cell': (text) => `|a|\n|-|\n|${text}|`,
  'a pair': (text) => pairOf(103, text, text),
  'a translation': (text) => pairOf(103, text, 'Pay 401 **now** [here](https://a.example).'),
  'an original': (text) => pairOf(103, 'Payer', text),
  'an attribute': (text) => `<p title="${text}">a</p>`,
  'a title': (text) => `---\ntitle: ${text}\n---\n# a`,
  'a header': (text) => `---\n${text}\n---\n# a`,
};

/** One shape, and its name: what it is made of. */
export function randomPump(random: () => number): [name: string, shape: Shape] {
  const some = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(pieces, random));
  const [before, behind] = [some(2).join(''), some(2).join('')];
  const pump = [pick(pieces, random), ...some(2)].join('');
  const place = pick(Object.keys(places), random);
  const put = places[place] ?? String;
  const shape: Shape = (count) => ({ article: wholeOf(put(before + pump.repeat(count) + behind)) });
  return [`${JSON.stringify([before, pump, behind])} in ${place}`, shape];
}
