/** Articles of hostile shapes, each as large as it is asked to be: its bytes grow in proportion to the count. */

import { repeated, repeatedInPair } from './repeated.ts';
import type { Specimen } from './stages.ts';

/** Makes an article with `count` of something, and the files that it includes. */
export type Shape = (count: number) => Specimen;

type Body = (count: number) => string;

/** A pair of the hand-back dialect. */
export const pairOf = (unit: number, target: string, source: string): string =>
  `<span data-ttu-id="0a1b2-${unit}">${target}</span><span class="sxs-lookup"><span data-stu-id="0a1b2-${unit}">${source}</span></span>`;

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_each, index) => make(index)).join('');

/** The same sign over and over at the end of a sentence, where something else stands behind the last one. */
const almostAtAnEnd = Object.fromEntries(
  [...Array.from(')].,:;?!"|\\/*_'), '::', '）', '。', '」', '\u00A0', ' '].map((sign): [string, Body] => [
    `a pair of ${JSON.stringify(sign)} before a letter`,
    (count) => pairOf(103, `Le [mot](https://a.example/b${sign.repeat(count)}x).`, `A ${sign.repeat(count)}x`),
  ]),
);

const made: Readonly<Record<string, Body>> = {
  ...almostAtAnEnd,
  'numbers of a pair': (count) =>
    pairOf(
      103,
      times(count, (index) => `${index + 1e6} `),
      times(count, (index) => `${index + 2e6} `),
    ),
  'verbatim text that has no end': (count) =>
    times(count, (index) => `** a ** {{ {% $a \\\\( <a" <code> [[ [! a://a/${index} src/** `),
  'code of a pair': (count) =>
    pairOf(
      103,
      times(count, (index) => `\`a${index}\` `),
      times(count, (index) => `\`b${index}\` `),
    ),
  'addresses of a pair': (count) =>
    pairOf(
      103,
      times(count, (index) => `[a](https://a.example/${index}) `),
      times(count, (index) => `[a](https://b.example/${index}) `),
    ),
  'line ends of Unicode in the header': (count) => `---\ntitle: "a${'\u2028'.repeat(count)}b"\n---\na`,
  'lines of other blanks in the header': (count) => `---\ntitle: a\n${'\u00A0\n'.repeat(count)}b: c\n---\na`,
  'markup of other tools that does not end': (count) =>
    ['{{< a ', '{% a ', '%% a ', '[[a ', '&lt;A b="c ', '{.a ', '$\\pi ', '++a+', '\n:::a ', '\n> - !!! a ']
      .map((half) => half.repeat(Math.ceil(count / 10)))
      .join(''),
  'a container with a long name': (count) => `:::${'a'.repeat(10 * count)} :::`,
  'comments in the header': (count) => `---\ntitle: a\n${'# b\n'.repeat(count)}---\na`,
  'half pairs behind a pair in the header': (count) =>
    `---\ntitle: ${pairOf(102, 'a', 'b')}\nx: ${'<span data-ttu-id=></span><span class=><span data-stu-id='.repeat(count)}\n---\na`,
  'a text that is an attribute': (count) => `<a '\n${'a'.repeat(count)}`,
  'half links behind an accent': (count) => `é${'[a]('.repeat(count)}`,
  'stars behind accents': (count) => 'é*'.repeat(count),
  'cells behind an accent': (count) => `|é|\n|-|\n|${'|'.repeat(count)}`,
  'bold in a line of Chinese without blanks': (count) => '請**檔**'.repeat(count),
  'an item for each tag': (count) => '<li>a</li>\n'.repeat(count),
  'alerts in quotes': (count) => '> [!NOTE]\n> a\n>\n> [!TIP]\n> b\n\n'.repeat(count),
  'short rows of a table': (count) => `${'|a'.repeat(99)}|\n${'|-'.repeat(99)}|\n${'|\n'.repeat(count)}`,
  'short tables': (count) =>
    `${'|a'.repeat(99)}|\n${'|-'.repeat(99)}|\n${'|\n'.repeat(40)}\n`.repeat(Math.ceil(count / 40)),
  'brackets in brackets': (count) => '['.repeat(count) + ']'.repeat(count),
  'brackets in brackets with addresses': (count) => `${'['.repeat(count)}a${'](b)'.repeat(count)}`,
  'links in links': (count) => `${'[a'.repeat(count)}${'](b)'.repeat(count)}`,
  'images in images': (count) => `${'![a'.repeat(count)}${'](b)'.repeat(count)}`,
  'emphasis in emphasis': (count) => '*a '.repeat(count) + 'b*'.repeat(count),
  'round brackets in an address': (count) => `[a](${'('.repeat(count)}`,
  'references without brackets': (count) => `[a]: b\n\n${'[a'.repeat(count)}`,
  'references to one place': (count) => `[a]: b\n\n${'[a] '.repeat(count)}`,
  'references to a long address': (count) => `[a]: ${'b'.repeat(count)}\n\n${'[a] '.repeat(Math.sqrt(count))}`,
  'a line of bold with an accent': (count) => `\u00E9${' **a** b.'.repeat(count)}`,
  'lists in lists': (count) => times(Math.ceil(Math.sqrt(count * 4)), (index) => `${' '.repeat(index * 2)}- a\n`),
  'lists in lists and out again': (count) => times(count, (index) => `${' '.repeat((index % 30) * 2)}- a\n`),
  'quotes in quotes over lines': (count) => `${'> '.repeat(Math.sqrt(count))}a\n`.repeat(Math.sqrt(count)),
  'quotes of all depths': (count) => times(Math.ceil(Math.sqrt(count * 2)), (index) => `${'>'.repeat(index + 1)}a\n`),
  backticks: (count) => times(Math.ceil(Math.sqrt(count * 2)), (index) => `${'`'.repeat(index + 1)} `),
  'stars of growing length': (count) => times(Math.ceil(Math.sqrt(count * 2)), (index) => `${'*'.repeat(index + 1)}a`),
  'fences of growing length': (count) =>
    times(Math.ceil(Math.sqrt(count * 2)), (index) => `${'`'.repeat(index + 3)}\na\n`),
  'spans in spans': (count) => `${'<span>'.repeat(count)}a${'</span>'.repeat(count)}`,
  headings: (count) => times(count, (index) => `# h ${index}\n`),
  'rows of a table': (count) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(count)}`,
  'cells of a table': (count) => `${'|a'.repeat(count)}|\n${'|-'.repeat(count)}|\n${'|b'.repeat(count)}|\n`,
  'short rows of a wide table': (count) => `${'|a'.repeat(count)}|\n${'|-'.repeat(count)}|\n${'|b|\n'.repeat(count)}`,
  'short rows of a table and a long one': (count) => `|a|\n|-|\n${'|b|\n'.repeat(count)}${'|c'.repeat(count)}|\n`,
  'long rows of a table': (count) => `|a|\n|-|\n${'|b|c|\n'.repeat(count)}`,
  'code with borders in a row of a table': (count) => `|a|\n|-|\n|${'`b|c` '.repeat(count)}|\n`,
  'backticks of growing length in a row of a table': (count) =>
    `|a|\n|-|\n|${times(Math.ceil(Math.sqrt(count * 2)), (index) => `${'`'.repeat(index + 1)}|`)}\n`,
  'half links with borders in a row of a table': (count) => `|a|\n|-|\n|${'[a](b|<c '.repeat(count)}|\n`,
  'a table without an end': (count) => `${'|a'.repeat(count)}|\n${'|-'.repeat(count - 1)}|\n`,
  definitions: (count) => times(count, (index) => `[a${index}]: b\n`),
  'definitions of one name': (count) => '[a]: b\n'.repeat(count),
  'half definitions': (count) => '[a]:\n'.repeat(count),
  'half titles of definitions': (count) => '[a]: b "\n'.repeat(count),
  footnotes: (count) => times(count, (index) => `[^${index}] `) + times(count, (index) => `\n\n[^${index}]: a`),
  'one footnote': (count) => `${'[^1] '.repeat(count)}\n\n[^1]: a`,
  'footnotes in footnotes': (count) => `[^0]\n\n${times(count, (index) => `[^${index}]: a[^${index + 1}]\n\n`)}`,
  blanks: (count) => `a${' '.repeat(count)}b`,
  'blanks at an end': (count) => `a${' '.repeat(count)}\nb`,
  'tabs of blanks': (count) => `a${'\t'.repeat(count)}b`,
  'links to headings': (count) => times(count, (index) => `# h ${index}\n\n[a](#h-${index})\n\n`),
  pairs: (count) => times(count, (index) => `${pairOf(index + 102, `mot ${index}`, `word ${index}`)} `),
  'pairs of one sentence': (count) => times(count, (index) => `${pairOf(index + 102, 'mot', 'word')} `),
  'pairs of one sentence in two ways': (count) =>
    times(count, (index) => `${pairOf(index + 102, `Le mot ${index} est là.`, 'The word is there.')} `),
  'pairs in paragraphs': (count) =>
    times(count, (index) => `${pairOf(index + 102, `mot ${index}`, `word ${index}`)}\n\n`),
  'pairs in headings': (count) =>
    times(count, (index) => `## ${pairOf(index + 102, `mot ${index}`, `word ${index}`)}\n`),
  'pairs in cells': (count) =>
    `|a|b|\n|-|-|\n${times(count, (index) => `|${pairOf(index + 102, 'mot', 'word')}|b|\n`)}`,
  'pairs in items': (count) =>
    times(count, (index) => `- ${pairOf(index + 102, `**mot** ${index}`, `**word** ${index}`)}\n`),
  'pairs of half bold': (count) => times(count, (index) => `${pairOf(index + 102, '**mot', '**word')} `),
  'pairs over bold': (count) => times(count, (index) => `**${pairOf(index + 102, 'mot', 'word')} `),
  'pairs in open spans': (count) => times(count, (index) => `<span>${pairOf(index + 102, 'mot', 'word')} `),
  'pairs of one number': (count) => times(count, () => `${pairOf(103, 'mot', 'word')} `),
  'pairs in pairs': (count) =>
    `${'<span data-ttu-id="0a1b2-103">a '.repeat(count)}${'</span><span class="sxs-lookup"><span data-stu-id="0a1b2-103">b</span></span>'.repeat(count)}`,
  'pairs without an end': (count) =>
    times(
      count,
      (index) =>
        `<span data-ttu-id="0a1b2-${index}">a</span><span class="sxs-lookup"><span data-stu-id="0a1b2-${index}">b `,
    ),
  'a pair with many ends': (count) =>
    `<span data-ttu-id="0a1b2-103"><span>a</span><span class="sxs-lookup"><span data-stu-id="0a1b2-103">b${'</span></span>'.repeat(count)}`,
  'half pairs in the header': (count) => `---\ntitle: ${'<span data-ttu-id="0a1b2-103">a '.repeat(count)}\n---\na`,
  'pairs in the header': (count) =>
    `---\n${times(count, (index) => `title: ${pairOf(index + 102, 'mot', 'word')}\n`)}---\na`,
  'aliases in the header': (count) =>
    `---\na0: &a0 x\n${times(count, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}---\na`,
  'brackets in the header': (count) => `---\nms.custom: ${'['.repeat(count)}\n---\na`,
  'keys of the header': (count) => `---\n${'title: a\n'.repeat(count)}---\na`,
  'keys in a line of the header': (count) => `---\n${'title: a '.repeat(count)}\n---\na`,
  'lists in the header': (count) => `---\nms.custom:\n${'- a\n'.repeat(count)}---\na`,
  'blanks in the header': (count) => `---\ntitle: a${' '.repeat(count)}b: c\n---\na`,
  'lines without words in the header': (count) => `---\ntitle: a\n${'\n'.repeat(count)}---\na`,
  'lines of blanks in the header': (count) => `---\ntitle: a: b\n${' \n'.repeat(count)}---\na`,
  'a header without an end': (count) => `---\n${'title: a\n'.repeat(count)}`,
  'a title of half tags': (count) => `---\ntitle: ${'<a '.repeat(count)}\n---\na`,
};

const bodies: Readonly<Record<string, Body>> = {
  ...Object.fromEntries(
    Object.entries(repeated).map(([name, piece]) => [name, (count: number) => piece.repeat(count)]),
  ),
  ...Object.fromEntries(
    Object.entries(repeatedInPair).map(([name, piece]) => [
      name,
      (count: number) => pairOf(103, piece.repeat(count), piece.repeat(count)),
    ]),
  ),
  ...made,
};

/** Articles of other files. */
const withFiles: Readonly<Record<string, Shape>> = {
  'includes of one file': (count) => ({
    article: wholeOf('[!INCLUDE [a](b.md)]\n\n'.repeat(count)),
    files: { 'fr-FR/b.md': 'Un [mot](#a).', 'en-US/b.md': 'A [word](#a).' },
  }),
  'includes of many files': (count) => ({
    article: wholeOf(times(Math.ceil(count / 20), (index) => `[!INCLUDE [a](b/${index}.md)]\n\n`)),
    files: Object.fromEntries(
      Array.from({ length: Math.ceil(count / 20) }, (_each, index) => [
        `fr-FR/b/${index}.md`,
        '[!INCLUDE [c](0.md)]\n',
      ]),
    ),
  }),
  'includes of a folder': (count) => ({
    article: wholeOf('[!INCLUDE [a](b/c.md)]'),
    files: { 'fr-FR/b/c.md': '[!INCLUDE [a](d.md)] [x](y.md)\n\n'.repeat(count), 'fr-FR/b/d.md': '[z](z.md)' },
  }),
  'half includes of an included file': (count) => ({
    article: wholeOf('[!INCLUDE [a](b.md)]'),
    files: { 'fr-FR/b.md': '[!include[a]('.repeat(count) },
  }),
  'opening brackets of an included file': (count) => ({
    article: wholeOf('[!INCLUDE [a](b.md)]'),
    files: { 'fr-FR/b.md': '[!include['.repeat(count) },
  }),
  'marks of one code file': (count) => ({
    article: wholeOf('[!code-js[a](b.js)]\n\n'.repeat(count)),
    files: { 'fr-FR/b.js': 'let a = 1;\n', 'en-US/b.js': 'let a = 1;\n' },
  }),
  'a code file': (count) => ({
    article: wholeOf(':::code language="js" source="b.js":::\n'),
    files: { 'fr-FR/b.js': 'let é = `1`;\n'.repeat(count), 'en-US/b.js': 'let é = `1`;\n'.repeat(count) },
  }),
};

/** All shapes by their names. */
export const shapes: Readonly<Record<string, Shape>> = {
  ...withFiles,
  ...Object.fromEntries(
    Object.entries(bodies).map(([name, body]) => [name, (count: number) => ({ article: wholeOf(body(count)) })]),
  ),
};

/** The whole file of an article whose body this is, or of one that brings its header along. */
export function wholeOf(body: string): string {
  return body.startsWith('---\n') ? body : `# <a name="a"></a>Title\n\n${body}\n`;
}
