/** Articles as somebody or something might damage them. */
import { pick } from './random.ts';

type Mutation = (text: string, random: () => number) => string;

const marks = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '[',
    ']',
    '(',
    ')',
    '](',
    '<',
    '>',
    '&',
    '#',
    '\n# ',
    '\n\n',
    '\n> ',
    '\n- ',
    '\n1. ',
    '|',
    '~',
  ],
  ...[
    '<br>',
    '</span>',
    '<span>',
    '</span></span>',
    '<a name="',
    '"></a>',
    '<!--',
    '-->',
    '<div>',
    '</div>',
    '<table>',
    '<b>',
    '&quot;',
  ],
  ...[
    '[!NOTE]',
    '\n> [!NOTE]\n> ',
    ':::row:::\n',
    '\\',
    '\t',
    '\u00A0',
    '\u200B',
    '\u202E',
    '\u2066',
    '\uFEFF',
    '\u0007',
    '\uD800',
    '$',
    '{',
    '}',
  ],
  ...['---\n', '\n***\n', '\n====\n', 'https://', 'www.', '![', ' data-ttu-id=', '\r\n', '\r', '๑', 'ı', 'ﬁ', '👩‍👧'],
];

const at = (text: string, random: () => number) => Math.floor(random() * (text.length + 1));

const mutations: readonly Mutation[] = [
  (text, random) => insert(text, at(text, random), pick(marks, random)),
  (text, random) => insert(text, at(text, random), pick(marks, random).repeat(1 + Math.floor(random() * 50))),
  // A piece lost, doubled, moved.
  (text, random) => {
    const start = at(text, random);
    return text.slice(0, start) + text.slice(start + Math.floor(random() * 80));
  },
  (text, random) => {
    const start = at(text, random);
    return insert(text, at(text, random), text.slice(start, start + Math.floor(random() * 300)));
  },
  // A mark of the article's own lost or doubled.
  (text, random) => {
    const found = [...text.matchAll(/[*_`[\]()<>#|"&;\n-]/g)];
    if (found.length === 0) return text;
    const { index } = pick(found, random);
    return random() < 0.5 ? text.slice(0, index) + text.slice(index + 1) : insert(text, index, text[index] ?? '');
  },
  // A letter is another one.
  (text, random) => {
    const index = at(text, random);
    return text.slice(0, index) + String.fromCodePoint(1 + Math.floor(random() * 0x2fff)) + text.slice(index + 1);
  },
  // Cut off.
  (text, random) => (random() < 0.2 ? text.slice(0, at(text, random)) : text),
  (text, random) => (random() < 0.2 ? text.replaceAll('\n', '\r\n') : text),
];

function insert(text: string, index: number, piece: string): string {
  return text.slice(0, index) + piece + text.slice(index);
}

/** An article with one to four things done to it. */
export function mutate(text: string, random: () => number): string {
  let mutated = text;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) mutated = pick(mutations, random)(mutated, random);
  return mutated;
}
