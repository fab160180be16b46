/** Why files of the content directories are not read as articles, in sentences: every build counts them. */
import { endingsOf, isOfKind } from './file-kinds.ts';

const texts = 'asciidoc adoc djot doc htm html ipynb mdoc org rst tex textile wiki'.split(' ');
const markdown = 'livemd markdn markdown mdown mdtext mdtxt mdwn mkd mkdn mkdown qmd rmd'.split(' ');
const exchange = 'arb ftl json mo po pot properties resx sdlxliff strings tmx xlf xliff'.split(' ');

/** Why a file that is no article by its name is not read; undefined for pictures, which are shown where articles name them. */
export function whyUnread(name: string): string | undefined {
  if (isOfKind('picture', name)) return undefined;
  const ending = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return 'Files whose name has no ending are not read.';
  const files = `Files in .${ending} are not read`;
  if (markdown.includes(ending)) return `${files}: rename them to .md.`;
  if (isOfKind('download', name))
    return `Files in .${ending} are published only where an article links to them; convert articles to Markdown (${endingsOf('article')}).`;
  if (texts.includes(ending)) return `${files}: articles are Markdown (${endingsOf('article')}); convert them.`;
  if (exchange.includes(ending))
    return `${files}: translations come as Markdown (${endingsOf('article')}); export them so.`;
  return `${files}: they are no articles (${endingsOf('article')}).`;
}

/** Reasons that a folder's or file's own name gives. */
export const unreadNames = {
  underscore: 'Articles whose name begins with `_` are not read.',
  underscoreFolder: 'Articles in folders whose name begins with `_` are not read: rename the folder.',
  modules: 'Folders called `node_modules` are not looked into.',
  ignored: 'Articles are left out because `ignore` in astro.config.mjs says so.',
  home: 'Files called `index.mdx` are read as home pages only: directly in the folder of a locale, in a directory that astro.config.mjs names.',
} as const;
