/** Which locale the path of a file names. */
import { canonicalTag } from '../core/locales.ts';
import { type FolderMeaning, isPhrase, meaningOf, meaningsInWords } from './folder-locales.ts';

/**
 * The locale that a path names, else undefined: a folder (`fr-FR/x.md`), the end of a folder's name as in a repository per
 * locale (`docs.de-de/x.md`), or the end of the file's name (`x.fr-FR.md`). The innermost wins.
 */
export function localeOfPath(path: string): { tag: string; pathWithout: string } | undefined {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const inName = /^(.+)\.([A-Za-z-]+)(\.[a-z]+)$/.exec(name);
  const tagInName = inName?.[2]?.includes('-') === true ? tagOfName(inName[2]) : undefined;
  if (inName && tagInName !== undefined) {
    return { tag: tagInName, pathWithout: [...parts, `${inName[1]}${inName[3]}`].join('/') };
  }
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index] ?? '';
    const tag = tagOfFolder(part, index);
    if (tag !== undefined) return { tag, pathWithout: [...parts.slice(index + 1), name].join('/') };
  }
  return undefined;
}

/** The locale that a name with a hyphen says, and not by chance: `to-do` is no Tongan. */
function tagOfName(name: string): string | undefined {
  if (!namedTags.has(name)) {
    const tag = canonicalTag(name);
    namedTags.set(name, tag !== undefined && isPhrase(name, tag) ? undefined : tag);
  }
  return namedTags.get(name);
}

const namedTags = new Map<string, string | undefined>();
const meanings = new Map<string, FolderMeaning>();

function meaningOfFolder(name: string): FolderMeaning {
  let meaning = meanings.get(name);
  if (!meaning) meanings.set(name, (meaning = meaningOf(name, canonicalTag(name))));
  return meaning;
}

/** The folder at the top of a path that is called by a few letters, where these may mean several things or mean a country. */
export function unusualFolder(path: string): { folder: string; meaning: FolderMeaning; meanings: string } | undefined {
  const [, folder] = /^([a-z]{2,3})\//i.exec(path) ?? [];
  if (folder === undefined) return undefined;
  const tag = canonicalTag(folder);
  const meaning = meaningOfFolder(folder);
  const isUsual = meaning.kind === 'none' || (meaning.kind === 'locale' && !meaning.isCountry);
  return isUsual ? undefined : { folder, meaning, meanings: meaningsInWords(folder, tag) };
}

function tagOfFolder(folder: string, depth: number): string | undefined {
  // A folder such as `id` or `is` names a language only where languages are expected: at the top.
  if (folder.includes('-')) {
    const whole = tagOfName(folder);
    if (whole !== undefined) return whole;
  } else if (depth === 0 && /^[a-z]{2,3}$/i.test(folder)) {
    const meaning = meaningOfFolder(folder);
    return meaning.kind === 'locale' ? meaning.tag : undefined;
  }
  const suffix = /\.([a-z]{2,3}-[a-z-]+)$/i.exec(folder)?.[1];
  return suffix === undefined ? undefined : canonicalTag(suffix);
}
