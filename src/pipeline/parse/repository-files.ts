/** Files that repositories and sites have beside their articles: what describes the repository, tables of contents, and words to robots. */
import { localeOfPath } from '../../layouts/locale-of-path.ts';
import { isKnownKey } from './lenient-header.ts';

/** Names that mean one thing in any case, without hyphens and underscores. */
const anyCase = new Set(
  'changelog codeofconduct codeowners contributing copying issuetemplate licence license pullrequesttemplate readme thirdpartynotice thirdpartynotices toc tocbackup'.split(
    ' ',
  ),
);
/** Names that are words like any other, unless they are written in capitals. */
const capitals = new Set(
  'AGENTS AUTHORS CHANGES CLAUDE CONTRIBUTORS GOVERNANCE HISTORY MAINTAINERS NEWS NOTICE RELEASING SECURITY SUMMARY SUPPORT TODO'.split(
    ' ',
  ),
);
/** Names in `.txt` that programs read. */
const texts = new Set('ads appads cmakelists humans llms llmsfull requirements robots'.split(' '));

/**
 * Whether a file is called like one of these. One with front matter that says what it is about, in a folder of a locale, is an article
 * all the same; and a README deeper than that folder is the page of its own folder.
 *
 * @param locale the locale that the file states or its place has
 */
export function isRepositoryFile(
  path: string,
  fields: Readonly<Record<string, unknown>>,
  locale: string | undefined,
): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  // `README.fr.md`, `README-zh_CN.md`
  const [first = ''] = name.split('.');
  const bare = first.replace(/^(readme)[-_][a-z]{2,3}(?:[-_][a-z]{2,4})?$/i, '$1').replace(/[-_ ]/g, '');
  const isCalledSo =
    anyCase.has(bare.toLowerCase()) || capitals.has(bare) || (/\.txt$/i.test(name) && texts.has(bare.toLowerCase()));
  if (!isCalledSo) return false;
  if (locale === undefined) return true;
  if (Object.keys(fields).some(isKnownKey)) return false;
  const below = localeOfPath(path)?.pathWithout ?? path;
  return !(bare.toLowerCase() === 'readme' && below.includes('/'));
}
