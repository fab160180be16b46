/** What is wrong with the files that an article shows: parts of it, and code. */
import { join } from 'node:path';
import type { Finding } from '../../core/diagnostics.ts';
import { codeIn, longestCode } from '../files/code-files.ts';
import { filesIncluded } from '../files/include-digests.ts';
import {
  type IncludeContext,
  type Included,
  Includes,
  includeSourceOf,
  includesOf,
  referencesIn,
} from '../files/includes.ts';
import { InclusionBudget, mostIncluded } from '../files/inclusions.ts';
import { shorten } from '../normalize/shorten.ts';
import type { Article, Reference } from '../types.ts';
import { refusal } from './refusal.ts';

export interface CheckedInclusions {
  readonly findings: readonly Finding[];
  /** What the included texts refer to, each at the place of the article that includes the text. */
  readonly references: readonly Reference[];
}

type Problem = Pick<Finding, 'rule' | 'severity' | 'message' | 'hint'> | undefined;

/**
 * What is wrong with the files that an article includes, in reading order, as the page will show them.
 *
 * @param onShown gets the absolute path of each file that is shown
 */
export function checkInclusions(
  article: Article,
  context: IncludeContext,
  onShown: (file: string) => void,
): CheckedInclusions {
  const { files } = context;
  for (const { root, path } of filesIncluded(article.file, includesOf(article), context)) onShown(join(root, path));
  const findings: Finding[] = [];
  const references: Reference[] = [];
  const includes = new Includes(article.file, article.side, includeSourceOf(context));
  const codes = new Map<string, CodeFile>();
  const inner = new Map<string, readonly Reference[]>();
  const budget = new InclusionBudget();
  for (const reference of article.references) {
    const { kind, href, span } = reference;
    if (kind !== 'include' && kind !== 'code') continue;
    const found = kind === 'include' ? checkInclude(href, includes.find(href)) : checkCode(href, codeAt(href));
    const text = kind === 'include' ? includes.find(href)?.text : codeAt(href).text;
    const fits = text === undefined || budget.takes({ kind }, text);
    const problem = fits ? found : tooMuch(href);
    if (problem) findings.push({ ...problem, ...span });
    if (kind === 'code' || text === undefined || !fits) continue;
    if (!inner.has(href)) inner.set(href, referencesIn(text));
    for (const each of inner.get(href) ?? []) {
      const missing = each.kind === 'code' ? checkCode(each.href, codeAt(each.href)) : undefined;
      if (missing) findings.push({ ...missing, ...span });
      references.push({ ...each, span });
    }
  }
  // What the header includes has no place of its own.
  const inText = new Set(article.references.map(({ href }) => href));
  for (const href of new Set(includesOf(article))) {
    const included = inText.has(href) ? undefined : includes.find(href);
    const problem = included?.trouble === 'not-published' ? checkInclude(href, included) : undefined;
    if (problem) findings.push({ ...problem, start: 0, end: 0 });
  }
  return { findings, references };

  function codeAt(href: string): CodeFile {
    let code = codes.get(href);
    if (!code) {
      const file = files.find(article.file, { kind: 'code', href });
      codes.set(href, (code = file === undefined ? {} : { file, text: codeIn(file) }));
      if (file !== undefined && code.text !== undefined) onShown(file);
    }
    return code;
  }
}

interface CodeFile {
  /** Undefined where it is not there. */
  readonly file?: string;
  readonly text?: string | undefined;
}

function checkInclude(href: string, included: Included | undefined): Problem {
  if (!included) {
    const refused = refusal({ kind: 'include', href }, 'its text is missing from the page');
    if (refused) return { rule: 'missing-include', severity: 'warning', ...refused };
    return {
      rule: 'missing-include',
      severity: 'warning',
      message: `The include \`${quoted(href)}\` is not in the content directories; its text is missing from the page.`,
      hint: 'Put the file where the path says; it is relative to this file.',
    };
  }
  if (included.trouble === 'include-loop') {
    return {
      rule: 'include-loop',
      severity: 'warning',
      message: `The include \`${quoted(href)}\` includes itself, directly or by others; there its name is shown.`,
      hint: 'Take out one of the lines that lead back to it.',
    };
  }
  if (included.trouble === 'not-published') {
    return {
      rule: 'not-published',
      severity: 'info',
      message: `The include \`${quoted(href)}\`, or a file that it includes, is not published.`,
      hint: 'Its front matter or its folder says so; take the key out, or move the file, to have its text shown.',
    };
  }
  if (included.trouble === 'too-much-included')
    return tooMuch(href, 'Of the files that it includes the names are shown');
  if (included.text !== '') return undefined;
  return {
    rule: 'missing-include',
    severity: 'warning',
    message: `The include \`${quoted(href)}\` has nothing to show: it is empty, no text, or too long.`,
    hint: 'Write its text, or take out the line that includes it.',
  };
}

function checkCode(href: string, { file, text }: CodeFile): Problem {
  if (text !== undefined) return undefined;
  if (file === undefined) {
    const refused = refusal({ kind: 'code', href }, 'its name is shown instead');
    if (refused) return { rule: 'missing-code', severity: 'warning', ...refused };
    return {
      rule: 'missing-code',
      severity: 'warning',
      message: `The code file \`${quoted(href)}\` is not in the content directories; its name is shown instead.`,
      hint: 'Put the file where the path says; it is relative to this file.',
    };
  }
  return {
    rule: 'missing-code',
    severity: 'warning',
    message: `The code file \`${quoted(href)}\` is no text or has more than ${longestCode} bytes; its name is shown instead.`,
    hint: 'Show a part of it that readers can take in.',
  };
}

function tooMuch(href: string, consequence = 'Its name is shown instead'): NonNullable<Problem> {
  return {
    rule: 'too-much-included',
    severity: 'warning',
    message:
      `With \`${quoted(href)}\`, other files would add more than ${mostIncluded} characters to the article. ` +
      `${consequence}.`,
    hint: 'Include less, show only a part of the code, or divide the article.',
  };
}

/** Paths are as long as somebody writes them. */
function quoted(href: string): string {
  return shorten(href, 200);
}
