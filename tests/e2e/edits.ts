/** What people do to articles between two builds, and the comparison that tells whether a build has noticed. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** Changes one file; `other` is another article beside it. Throws ENOENT where an edit before has moved the file away. */
type Edit = (file: string, other: string) => void;

const change = (file: string, how: (text: string) => string) => writeFileSync(file, how(readFileSync(file, 'utf8')));
const beside = (file: string, suffix: string) => file.replace(/(?=\.\w+$)/, suffix);

/** Edits to articles, by name. */
export const edits: Readonly<Record<string, Edit>> = {
  'adds a sentence': (file) => change(file, (text) => `${text}\n\nNew sentence.\n`),
  'changes the title': (file) => change(file, (text) => text.replace(/^# (<a [^>]*><\/a>)?/m, '# $1X ')),
  'changes the kind of translation': (file) =>
    change(file, (text) => text.replace('translationtype: MT', 'translationtype: HT')),
  'removes the second half': (file) => change(file, (text) => text.slice(0, text.length / 2)),
  deletes: (file) => rmSync(file),
  renames: (file) => renameSync(file, beside(file, '-renamed')),
  copies: (file) => writeFileSync(beside(file, '-copied'), readFileSync(file)),
  'adds a link': (file, other) =>
    change(file, (text) => `${text}\n\n[Other](${basename(other, extname(other))}.md#new)\n`),
  'adds an id': (file) => change(file, (text) => text.replace(/^title:/m, 'ms.assetid: abc\ntitle:')),
  'adds a former address': (file) =>
    change(file, (text) => text.replace(/^title:/m, 'redirect_from: /fr-fr/old\ntitle:')),
  'adds a heading': (file) => change(file, (text) => `${text}\n\n## <a name="new"></a>New\n`),
};

/** Makes an edit; one to a file that is not there any more does nothing. */
export function tryEdit(edit: Edit | undefined, file: string, other: string): void {
  try {
    edit?.(file, other);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Files in which two sites differ, those among them that only one has. */
export function differences(one: string, other: string): string[] {
  const [ours, theirs] = [pathsIn(one), pathsIn(other)];
  const both = ours.intersection(theirs);
  const differ = [...both].filter((path) => !readFileSync(join(one, path)).equals(readFileSync(join(other, path))));
  return [...ours.symmetricDifference(theirs), ...differ].sort();
}

function pathsIn(site: string): Set<string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1)));
}
