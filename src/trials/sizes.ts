/** Articles of hostile shapes, each as large as it is asked to be. */
import { performance } from 'node:perf_hooks';
import { tryArticle } from './try-article.ts';

const pairOf = (unit: number, target: string, source: string) =>
  `<span data-ttu-id="0a1b2-${unit}">${target}</span><span class="sxs-lookup"><span data-stu-id="0a1b2-${unit}">${source}</span></span>`;

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_each, index) => make(index)).join('');

/** Makes an article with `count` of something. */
export const shapes: Readonly<Record<string, (count: number) => string>> = {
  'brackets in brackets': (count) => '['.repeat(count) + ']'.repeat(count),
  'links in links': (count) => `${'[a'.repeat(count)}${'](b)'.repeat(count)}`,
  'opening brackets of images': (count) => '!['.repeat(count),
  'quotes in quotes': (count) => `${'> '.repeat(count)}a`,
  'lists in lists': (count) => times(Math.ceil(Math.sqrt(count * 4)), (index) => `${' '.repeat(index * 2)}- a\n`),
  stars: (count) => '*a '.repeat(count),
  'stars in pairs': (count) => '**a'.repeat(count),
  underscores: (count) => '_a'.repeat(count),
  backticks: (count) => times(Math.ceil(Math.sqrt(count * 2)), (index) => `${'`'.repeat(index + 1)} `),
  'spans in spans': (count) => `${'<span>'.repeat(count)}a${'</span>'.repeat(count)}`,
  'half tags': (count) => '<a '.repeat(count),
  'half comments': (count) => '<!-- '.repeat(count),
  placeholders: (count) => '<x> '.repeat(count),
  entities: (count) => '&amp;'.repeat(count),
  'half entities': (count) => '&'.repeat(count),
  headings: (count) => times(count, (index) => `# h ${index}\n`),
  'headings of one name': (count) => times(count, () => '# h\n'),
  'rows of a table': (count) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(count)}`,
  'cells of a table': (count) => `${'|a'.repeat(count)}|\n${'|-'.repeat(count)}|\n${'|b'.repeat(count)}|\n`,
  'tables in tables': (count) => '<table><tr><td>'.repeat(count),
  pairs: (count) => times(count, (index) => `${pairOf(index + 102, `mot ${index}`, `word ${index}`)} `),
  'pairs in paragraphs': (count) =>
    times(count, (index) => `${pairOf(index + 102, `mot ${index}`, `word ${index}`)}\n\n`),
  'half pairs': (count) => '<span data-ttu-id="0a1b2-103">'.repeat(count),
  'pairs without an end': (count) =>
    times(
      count,
      (index) =>
        `<span data-ttu-id="0a1b2-${index}">a</span><span class="sxs-lookup"><span data-stu-id="0a1b2-${index}">b `,
    ),
  'half pairs in the header': (count) => `---\ntitle: ${'<span data-ttu-id="0a1b2-103">a '.repeat(count)}\n---\na`,
  'aliases in the header': (count) =>
    `---\na0: &a0 x\n${times(Math.min(count, 5000), (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}---\na`,
  'brackets in the header': (count) => `---\nms.custom: ${'['.repeat(count)}\n---\na`,
  'half links to files': (count) => '[a](b'.repeat(count),
  'half includes': (count) => '[!INCLUDE [a]('.repeat(count),
  colons: (count) => ':::'.repeat(count),
  'half columns': (count) => ':::column:::\n'.repeat(count),
  alerts: (count) => '> [!NOTE]\n> a\n\n'.repeat(count),
  definitions: (count) => times(count, (index) => `[a${index}]: b\n`),
  footnotes: (count) => times(count, (index) => `[^${index}] `) + times(count, (index) => `\n\n[^${index}]: a`),
  addresses: (count) => 'https://a.example/b '.repeat(count),
  blanks: (count) => `a${' '.repeat(count)}b`,
  'lines without words': (count) => '\n'.repeat(count) + 'a',
  'one word': (count) => 'a'.repeat(count),
  dashes: (count) => '-'.repeat(count),
  fences: (count) => '```\na\n'.repeat(count),
};

/** What a shape took. */
export interface Measured {
  /** Bytes of the article. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** What is wrong with the result. */
  readonly failures: readonly string[];
}

export function measure(shape: string, count: number): Measured {
  const make = shapes[shape];
  if (!make) throw new Error(`There is no shape ${shape}.`);
  const body = make(count);
  const text = body.startsWith('---\n') ? body : `# <a name="a"></a>Title\n\n${body}\n`;
  const started = performance.now();
  const failures = tryArticle('fr-FR/a.md', text);
  const milliseconds = performance.now() - started;
  return {
    bytes: Buffer.byteLength(text),
    milliseconds,
    failures: failures
      .filter(({ oracle }) => oracle !== 'lost')
      .map(({ oracle, what }) => `${oracle} ${what.slice(0, 200)}`),
  };
}
