/**
 * The kinds of files that help articles are made of. A file of any other kind is never found, shown, published or brought along, whatever
 * an article says: the lists are closed, so that nothing has to be known of the files that hold secrets.
 */
import type { Reference } from '../types.ts';

export type FileKind = 'article' | 'picture' | 'code' | 'download';

/**
 * What browsers show as a picture. A server tells the type by the ending, so a file that only calls itself a picture of pixels stays
 * inert where `nosniff` is sent. Drawings (`.svg`) are documents to a browser, and published cleaned only (`svg/clean.ts`).
 */
const pictures = ['avif', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'];

/** What browsers open in a viewer of their own, in which nothing of the file can reach the site. */
const viewed = ['pdf', 'mp4', 'm4v', 'webm', 'mov', 'mp3', 'm4a', 'wav', 'ogg'];

/**
 * What readers download, and browsers save. Not among them: what a browser runs as a document of the site (`html`, `svg`, `xml`), what a
 * desktop runs (`exe`, `msi`), and Office files of the kinds that may have macros (`docm`, `xls`).
 */
const saved = [
  ...['docx', 'dotx', 'xlsx', 'xltx', 'pptx', 'potx', 'odt', 'ods', 'odp', 'rtf', 'vsdx', 'pbix'],
  ...['csv', 'tsv', 'ics', 'epub', 'zip', '7z', 'tar', 'gz', 'tgz'],
];

const texts = ['md', 'mdx', 'txt'];

/** Source and data as documentation shows them. Not among them: keys, certificates, archives, logs, and what shells and tools hide. */
const sources = [
  'asm bas bat bicep c cc clj cls cmd coffee cpp cs csx cxx d dart el erl ex exs f90 fish frm fs fsi fsx go',
  'groovy h hh hpp hs hxx inc java jl js cjs mjs jsx kql kt kts lisp lua m ml mm nim pas php pl pm ps1 psd1 psm1',
  'py pyi r rb rs scala scm sh bash zsh sol sql swift tcl ts cts mts tsx v vb vba vbs vhd zig aspx ascx cshtml',
  'razor jsp erb htm html xhtml css less sass scss svelte vue astro hbs mustache liquid xaml xml xsd xsl xslt',
  'wsdl resx svg csv tsv json json5 jsonc jsonl ndjson yaml yml toml ini cfg conf config properties proto graphql',
  'gql http rest reg ipynb tex bib diff patch tf cmake csproj fsproj vbproj vcxproj sln props targets nuspec',
  'gradle mk dockerfile',
].flatMap((line) => line.split(' '));

/**
 * Sources that something may run, open or compile where they lie: a browser, a server, a desktop, Astro, or a tool that reads its
 * settings from the folders around it.
 */
const active: ReadonlySet<string> = new Set([
  ...[
    'htm',
    'html',
    'xhtml',
    'svg',
    'xsl',
    'xslt',
    'php',
    'aspx',
    'ascx',
    'cshtml',
    'razor',
    'jsp',
    'erb',
    'config',
    'reg',
  ],
  ...['astro', 'svelte', 'vue', 'mdx', 'csproj', 'fsproj', 'vbproj', 'vcxproj', 'sln', 'props', 'targets', 'nuspec'],
  ...['gradle', 'mk', 'cmake', 'dockerfile'],
]);

/** Source whose whole name says what it is, in lower case. */
const namedSources = ['dockerfile', 'makefile', 'gnumakefile', 'jenkinsfile', 'gemfile', 'rakefile', 'vagrantfile'];

const byEnding: Readonly<Record<FileKind, ReadonlySet<string>>> = {
  article: new Set(texts),
  picture: new Set(pictures),
  code: new Set([...sources, ...texts]),
  download: new Set([...viewed, ...saved]),
};
const byName = new Set(namedSources);

/** What may mean a file: a reference, or a link that leads neither to an article nor to a picture in full. */
export type FileMeaning = Reference['kind'] | 'download';

/** Which kind of file each of them means. A link leads to articles, which are known already, or to a picture in full. */
const meant: Readonly<Record<FileMeaning, FileKind>> = {
  image: 'picture',
  link: 'picture',
  include: 'article',
  code: 'code',
  download: 'download',
};

/** Whether a file of this name is of a kind. */
export function isOfKind(kind: FileKind, name: string): boolean {
  const own = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const dot = own.lastIndexOf('.');
  if (dot < 1) return kind === 'code' && byName.has(own);
  return byEnding[kind].has(own.slice(dot + 1));
}

/** Whether a file of this name does nothing where it lies, so that one may be taken from strangers. */
export function isInert(name: string): boolean {
  const ending = /[^/]\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && !active.has(ending);
}

/** The kind of file that a reference means. */
export function kindMeant({ kind }: { readonly kind: FileMeaning }): FileKind {
  return meant[kind];
}

/** Whether browsers show a file of this name, which readers can download, by themselves. */
export function isViewed(name: string): boolean {
  return viewed.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

/** Endings of a kind's files as a message lists them: `.md, .mdx, .txt`. */
export function endingsOf(kind: FileKind): string {
  return Array.from(byEnding[kind], (ending) => `.${ending}`).join(', ');
}

/**
 * Whether a name, or any part of a path, begins with a dot: what systems hide, and where tools keep settings and secrets. A dot counts
 * in every form that some file system takes for one: of full width, behind blanks, behind characters that do not show.
 */
export function isHidden(path: string): boolean {
  return path.split(/[/\\]/).some((part) => {
    const plain = part.normalize('NFKC').replace(/^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/u, '');
    return plain.startsWith('.') && plain !== '.' && plain !== '..';
  });
}
