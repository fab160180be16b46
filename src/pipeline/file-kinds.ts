/** Kinds of files that articles may bring along, told by the endings of their names. What is not listed is of no kind. */

/** What the site publishes below `media/`. */
const pictures = 'png jpg jpeg gif webp avif svg';

/** Parts of articles. They are text, like articles. */
const includes = 'md';

/**
 * Samples that articles show, by the languages of software documentation. Not among them: what a browser or a server runs when it is
 * opened (`html`, `php`, `config`), what a desktop runs (`exe`, `lnk`, `desktop`), and what Astro compiles (`astro`, `mdx`).
 */
const code = [
  'bash bat c cc cmd cpp cs csproj css csv cxx dart fs fsx go gql gradle graphql groovy h hpp ini java jl js json jsonc json5',
  'cjs mjs jsx kql kt kts less lua m mm pl pp proto ps1 psd1 psm1 py r rb rs sass scala scss sh sql swift tf toml',
  'ts cts mts tsx vb vbs xaml xml yaml yml zsh',
].join(' ');

export type FileKind = 'picture' | 'include' | 'code';

const kinds: ReadonlyMap<string, FileKind> = new Map([
  ...code.split(' ').map((ending) => [ending, 'code'] as const),
  ...includes.split(' ').map((ending) => [ending, 'include'] as const),
  ...pictures.split(' ').map((ending) => [ending, 'picture'] as const),
]);

/** The kind of a file by the last ending of its name, in any case; undefined where the name has none or one of no kind. */
export function fileKind(path: string): FileKind | undefined {
  const ending = /[^/\\]\.([a-z0-9]+)$/i.exec(path)?.[1];
  return ending === undefined ? undefined : kinds.get(ending.toLowerCase());
}
