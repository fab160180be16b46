/** What verbatim text looks like where the parser of Markdown knows nothing of it. A closed list: one row a form. */
import { lineStart } from '../normalize/markup-kinds.ts';
import type { VerbatimKind } from './verbatim-span.ts';

export interface VerbatimPattern {
  readonly kind: VerbatimKind;
  /** A text without this has none of it: looked for first, because that takes a fraction of the time. */
  readonly needs: string;
  /** Global. A match ends where the next one would begin, so that it takes time in proportion to the text. */
  readonly pattern: RegExp;
  /** What else a match must be. */
  readonly isMeant?: (match: string) => boolean;
}

const paragraphEnd = String.raw`\n[ \t]*\n`;

/** From one sign to the other, within a paragraph. */
function between(open: string, close: string): RegExp {
  return new RegExp(`${open}(?:(?!${open}|${close}|${paragraphEnd})[\\s\\S])*${close}`, 'g');
}

/** Words rather than the names of values; commands such as `\\sqrt` and what `\\text{…}` holds are neither. */
function hasWords(formula: string): boolean {
  return /\p{L}{3}|\p{Lo}{2}/u.test(formula.replace(/\\[a-z]+(?:\{[^{}]*\})?/gi, ''));
}

export const verbatimPatterns: readonly VerbatimPattern[] = [
  { kind: 'template', needs: '{{', pattern: between(String.raw`\{\{`, String.raw`\}\}\}?`) },
  { kind: 'template', needs: '{%', pattern: between(String.raw`\{%`, String.raw`%\}`) },
  { kind: 'template', needs: '{#', pattern: between(String.raw`\{#`, String.raw`#\}`) },
  { kind: 'template', needs: '<%', pattern: between('<%', '%>') },
  { kind: 'template', needs: '<?', pattern: between(String.raw`<\?`, String.raw`\?>`) },
  // Expressions of MDX and Vue, attributes, `${name}` and `{0}`.
  { kind: 'template', needs: '{', pattern: /[$#%@]?\{[^{}\n]*\}/g },
  { kind: 'template', needs: '%', pattern: /%[A-Za-z_]\w{1,40}%|%(?:\d\$)?(?:\([\w.]{1,40}\))?[sdif@](?!\w)/g },
  { kind: 'template', needs: '&lt;', pattern: /&lt;\/?[A-Za-z][^<>&\n]*(?:&gt;|>)/g },
  { kind: 'tag', needs: '<!--', pattern: /<!--(?:(?!<!--|-->)[\s\S])*-->/g },
  // Not addresses, which the parser makes links of.
  {
    kind: 'tag',
    needs: '<',
    pattern: /<[/!]?(?!(?:https?|ftp|mailto|tel):|[^<>\s]*@)[A-Za-z](?:[^<>"']|"[^"<\n]*"|'[^'<\n]*'|["'])*>/gi,
  },
  // Fragments of JSX.
  { kind: 'tag', needs: '>', pattern: /<\/?>/g },
  { kind: 'mathematics', needs: '$$', pattern: between(String.raw`\$\$`, String.raw`\$\$`) },
  { kind: 'mathematics', needs: '$', pattern: /(?<![\\$A-Za-z])\$(?![\s$])[^$\n]*(?<=[^\s\\$])\$(?![\d$])/g },
  { kind: 'mathematics', needs: '$', pattern: /(?<![\\$A-Za-z])\$[^$\n]*\$/g, isMeant: (match) => !hasWords(match) },
  // Brackets of Markdown are escaped in the same way.
  {
    kind: 'mathematics',
    needs: '\\(',
    pattern: between(String.raw`\\\(`, String.raw`\\\)`),
    isMeant: (match) => !hasWords(match) || /\\[a-z]|[\^_=]/i.test(match),
  },
  {
    kind: 'mathematics',
    needs: '\\[',
    pattern: between(String.raw`\\\[`, String.raw`\\\]`),
    isMeant: (match) => !hasWords(match) || /\\[a-z]|[\^_=]/i.test(match),
  },
  { kind: 'mathematics', needs: '\\begin{', pattern: between(String.raw`\\begin\{`, String.raw`\\end\{[\w*]{1,30}\}`) },
  { kind: 'marker', needs: '[!', pattern: /\[![^\][\n]*(?:\[[^\][\n]*\](?:\([^()\n]*\))?[^\][\n]*)?\]/g },
  // Whole lines: their titles are arguments.
  { kind: 'directive', needs: ':::', pattern: new RegExp(`${lineStart}:{3,}.*$`, 'gm') },
  ...['!!!', '???', '===', '///'].map((sign) => ({
    kind: 'directive' as const,
    needs: sign,
    pattern: new RegExp(String.raw`${lineStart}[${sign}]{3,9}[!+]?[ \t]+["“\p{L}].*$`, 'gmu'),
  })),
  { kind: 'directive', needs: '::', pattern: new RegExp(String.raw`${lineStart}\.\. [\w-]{1,40}::.*$`, 'gm') },
  // Of lines and of words, `:name[words]{…}`: its words are prose.
  { kind: 'directive', needs: ':', pattern: /(?<![\w:]):{1,2}[a-z][\w-]{0,40}(?=[[{])/gi },
  { kind: 'directive', needs: ':', pattern: /(?<![\w:]):[a-z][\w+-]{0,40}:(?![\w:])/gi },
  { kind: 'reference', needs: '[^', pattern: /\[\^[^\][\s]+\]:?/g },
  { kind: 'reference', needs: '[[', pattern: /!?\[\[[^\][\n]*\]\]/g },
  { kind: 'address', needs: '://', pattern: /\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s<>*()[\]]*[^\s<>*()[\].,;:!?}'"]/gi },
  { kind: 'address', needs: '@', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}/g },
  { kind: 'path', needs: '/', pattern: /(?<![\w/*<])(?:\.{1,2}|~)?\/[\w.@~$%+/-]*[\w/]/g },
  { kind: 'path', needs: ':\\', pattern: /\b[A-Za-z]:\\(?:[^\s*<>|"]*[\w\\])?(?:(?<=\\)\*{1,2}(?:\.\w+)?)?/g },
  // Patterns of names, `src/**/*.ts`.
  {
    kind: 'path',
    needs: '*',
    pattern: /(?<!\S)[("'«]?[\w.@~$%+{},*-]*\/[\w.@~$%+{},*/-]*/g,
    isMeant: isNamePattern,
  },
];

/** Whether each star is of a part that a star may be of: in bold names, `**A/B**`, stars stand at words. */
function isNamePattern(text: string): boolean {
  const parts = text.replace(/^[("'«]/, '').split('/');
  return (
    text.includes('*') &&
    parts.every((part) => /^(?:\*\*?|\*[.-][\w.{},*-]*|[\w.@~$%+{},-]*(?:[.-]\*)?)[.,]?$/.test(part))
  );
}
