/** What a build says about hand-written home pages. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { compareDiagnostics, type Diagnostic, LineIndex, wholeFile } from '../core/diagnostics.ts';
import { displayPath } from '../config/display-path.ts';
import type { SiteLocale } from '../store/site-facts.ts';
import type { MissingArticle } from './workers/page-worker.ts';

/**
 * One diagnostic for each article that a home page names and that is not there, at the first place where it is named.
 *
 * @param missing may name the same article several times
 */
export function missingOnHomes(missing: readonly MissingArticle[], locales: readonly SiteLocale[]): Diagnostic[] {
  const homes = new Map(locales.flatMap(({ tag, home }) => (home === undefined ? [] : [[tag, home] as const])));
  const found = new Map<string, Diagnostic>();
  for (const { locale, slug } of missing) {
    const home = homes.get(locale);
    if (home !== undefined) found.set(`${locale} ${slug}`, diagnosticOf(home, locale, slug));
  }
  return [...found.values()].sort(compareDiagnostics);
}

function diagnosticOf(home: string, locale: string, slug: string): Diagnostic {
  return {
    rule: 'missing-home-article',
    severity: 'warning',
    file: displayPath({ root: dirname(home), path: basename(home) }),
    ...placeOf(slug, readFileSync(home, 'utf8')),
    message: `There is no article \`${slug}\` in ${locale}, so its link is left out.`,
    hint: 'Name an article by its slug, the last part of its address.',
  };
}

/** Where a text has a word that is no part of a longer one; its beginning where it has not. */
function placeOf(word: string, text: string): typeof wholeFile | Pick<Diagnostic, keyof typeof wholeFile> {
  const isPartOfWord = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}-]/u.test(character);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (isPartOfWord(text[at - 1]) || isPartOfWord(text[end])) continue;
    const lines = new LineIndex(text);
    const { line: endLine, column: endColumn } = lines.position(end);
    return { ...lines.position(at), endLine, endColumn };
  }
  return wholeFile;
}
