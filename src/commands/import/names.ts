/**
 * Names that a hand-back may give to files in a content directory. They are compared as the most forgiving file system does it: without
 * case, in compatibility form, without characters that do not show, without blanks and dots at the end.
 */
import { trimmedEnd } from '../../core/trim.ts';

/** Names that Windows keeps for devices, in every folder and with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)$/;

/** In bytes: what file systems take as a name, and as much of a path as leaves room for the folders above. */
const [longestName, longestPath] = [255, 1000];

/**
 * Settings that tools take from the folder of a file that they look at, or from a folder above it, and run: Prettier, ESLint, npm, Python,
 * MSBuild. In the content they would be run by whoever formats, checks or tests there.
 */
const settings =
  /^(?:package(?:-lock)?\.json|package\.ya?ml|[tj]sconfig(?:\..*)?\.json|deno\.jsonc?|.*\.config\.[^.]+|(?:gulp|grunt)file\..*|conftest\.py|setup\.py|sitecustomize\.py|usercustomize\.py|conanfile\.py|directory\.build\..*|build\.rs|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?)$/;

/** Why a hand-back may not write a file of this name; undefined where it may. `path` is below the content directory, with `/`. */
export function whyNotWritten(path: string): string | undefined {
  if (path === '' || path.startsWith('/')) return 'the path leads out of the content directory';
  const parts = path.split('/');
  if (Buffer.byteLength(path) > longestPath) return `the path is longer than ${longestPath} bytes`;
  for (const part of parts) {
    const reason = whyNotNamed(part);
    if (reason !== undefined) return reason;
  }
  const last = comparableName(parts.at(-1) ?? '');
  if (settings.test(last)) return `\`${last}\` is the name of settings that tools run`;
  return undefined;
}

function whyNotNamed(part: string): string | undefined {
  if (part === '' || part === '.') return 'the path has a folder without a name';
  if (part === '..') return 'the path leads out of the content directory';
  const name = comparableName(part);
  if (name.startsWith('.') || name === '') return `\`${part}\` begins with a dot, as hidden files do`;
  if (name === 'node_modules') return '`node_modules` holds packages, which are run';
  if (!part.isWellFormed() || /[\p{Cc}\p{Zl}\p{Zp}\uFFFD\\:*?"<>|]/u.test(part.normalize('NFKC')))
    return `\`${part}\` has characters that not every file system takes`;
  if (/\p{Default_Ignorable_Code_Point}/u.test(part)) return `\`${part}\` has characters that do not show`;
  if (/^\s|[\s.]$/u.test(part)) return `\`${part}\` begins with a blank, or ends with a blank or a dot`;
  if (/%[0-9a-f]{2}/i.test(name)) return `\`${part}\` still has escapes such as \`%2e\``;
  if (/~\d/.test(name)) return `\`${part}\` looks like a short name of Windows, which stands for another file`;
  if (device.test((name.split('.', 1)[0] ?? '').trimEnd())) return `\`${part}\` is the name of a device on Windows`;
  if (Buffer.byteLength(part.normalize('NFD')) > longestName) return `\`${part}\` is longer than ${longestName} bytes`;
  return undefined;
}

/**
 * True for the name of a home page, `index`, with any ending of an article or none. A home page is code, and so nothing that a hand-back
 * may write.
 */
export function isHomeName(name: string): boolean {
  return /^index(?:\.(?:md|mdx|txt|markdown))?$/.test(comparableName(name));
}

/** Names that are equal by this may be one file. */
export function comparableName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');
  return trimmedEnd(plain.trimStart(), /[\s.]/);
}
