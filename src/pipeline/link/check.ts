import type { Diagnostic, Finding } from '../../diagnostics.ts';
import { codeIn, longestCode } from '../code-files.ts';
import { endingsOf, type FileKind, kindMeant } from '../file-kinds.ts';
import { type FileFinder, refusalOf } from '../files.ts';
import { includedText, referencesIn } from '../includes.ts';
import type { ImageLibrary } from '../images.ts';
import { shownIn } from '../shown.ts';
import type { Article, Reference } from '../types.ts';
import { hasAnchor, type LinkMap } from './resolve.ts';

/** Every reference of an article that leads nowhere. */
export function checkReferences(
  article: Article,
  {
    links,
    images,
    files,
    sourceLocale,
  }: { links: LinkMap; images: ImageLibrary; files: FileFinder; sourceLocale: string },
): Finding[] {
  const empty = new Set<Reference>();
  const included = article.references.flatMap((reference) => {
    if (reference.kind !== 'include') return [];
    const text = includedText(article.file, reference.href, article.side, { files, sourceLocale });
    if (text === '') empty.add(reference);
    return referencesIn(text ?? '').map((inner) => ({ ...inner, span: reference.span }));
  });
  return [...article.references, ...included].flatMap((reference) => {
    if (empty.has(reference)) return [{ ...emptyInclude(reference.href), ...reference.span }];
    const problem =
      reference.kind === 'link'
        ? checkLink(article, reference, links, images, sourceLocale)
        : reference.kind === 'image'
          ? checkImage(article, reference, images)
          : checkFile(article, reference, files);
    return problem ? [{ ...problem, start: reference.span.start, end: reference.span.end }] : [];
  });
}

type Problem = Pick<Diagnostic, 'rule' | 'severity' | 'message' | 'hint'> | undefined;

function checkLink(
  article: Article,
  { href }: Reference,
  links: LinkMap,
  images: ImageLibrary,
  sourceLocale: string,
): Problem {
  const target = links.target(article, href);
  switch (target.kind) {
    case 'external':
      return undefined;
    case 'file': {
      // An image that links to itself in full is reported as an image.
      const shown = article.references.some((other) => other.kind === 'image' && other.href === href);
      if (shown) return undefined;
      const found = images.state(article.file, href);
      if (found.state === 'unreadable') return brokenLink(href, `the picture cannot be shown: ${found.problem}`);
      return found.state === 'there' ? undefined : brokenLink(href, 'the file is not there');
    }
    case 'fragment':
      return hasAnchor(article, target.fragment) || target.fragment.startsWith('tab/')
        ? undefined
        : brokenAnchor(href, article);
    case 'article': {
      const shown = shownIn(target.topic, article.locale, sourceLocale);
      if (!shown) return brokenLink(href, `the article exists neither in ${article.locale} nor in ${sourceLocale}`);
      return hasAnchor(shown, target.fragment) ? undefined : brokenAnchor(href, shown);
    }
    case 'missing':
      return missing(href, target.reason);
  }
}

function missing(href: string, reason: 'article' | 'file' | 'site' | 'xref'): Problem {
  switch (reason) {
    case 'xref':
      return {
        rule: 'unresolved-xref',
        severity: 'info',
        message: `The cross reference \`${href}\` is shown without a link.`,
      };
    case 'site':
      return {
        rule: 'broken-link',
        severity: 'warning',
        message: `The link \`${href}\` begins with \`/\`, and the site that it belongs to is not configured; it is shown as text.`,
        hint: 'Set `documentationSite` in astro.config.mjs.',
      };
    case 'article':
      return brokenLink(href, 'no article has this path');
    case 'file':
      return brokenLink(href, 'the file is not there');
  }
}

function brokenLink(href: string, why: string): Problem {
  return {
    rule: 'broken-link',
    severity: 'warning',
    message: `The link \`${href}\` leads nowhere (${why}); it is shown as text.`,
    hint: 'Correct the path; it is relative to this file.',
  };
}

function brokenAnchor(href: string, article: Article): Problem {
  const anchors = article.anchors.map(({ id }) => id);
  const shown = anchors.slice(0, 8).join('`, `');
  return {
    rule: 'broken-anchor',
    severity: 'warning',
    message: `The link \`${href}\` names a place that its article has not.`,
    hint:
      anchors.length === 0
        ? 'The article has no anchors.'
        : `Expected one of \`${shown}\`${anchors.length > 8 ? ` or ${anchors.length - 8} others` : ''}.`,
  };
}

function checkImage(article: Article, reference: Reference, images: ImageLibrary): Problem {
  const { href } = reference;
  const found = images.state(article.file, href);
  if (found.state === 'there') return undefined;
  if (found.state === 'unreadable') {
    return {
      rule: 'unreadable-image',
      severity: 'warning',
      message: `The image \`${href}\` cannot be shown (${found.problem}); its alternative text is shown.`,
      hint: 'Open it in a drawing program and save it again as plain SVG, or as PNG.',
    };
  }
  const refused = refusal(reference, 'its alternative text is shown');
  if (refused) return { rule: 'missing-image', severity: 'warning', ...refused };
  return {
    rule: 'missing-image',
    severity: 'warning',
    message: `The image \`${href}\` is not in the content directories; its alternative text is shown.`,
    hint: 'Put the file beside the article, or beside the source article.',
  };
}

function emptyInclude(href: string): NonNullable<Problem> {
  return {
    rule: 'missing-include',
    severity: 'warning',
    message: `The include \`${href}\` has nothing to show: it is empty, no text, or too long.`,
    hint: 'Write its text, or take out the line that includes it.',
  };
}

/** Why a file is not looked for, whether it is there or not. */
function refusal(reference: Reference, consequence: string): Pick<Diagnostic, 'message' | 'hint'> | undefined {
  const { href } = reference;
  switch (refusalOf(reference)) {
    case undefined:
      return undefined;
    case 'hidden':
      return {
        message: `\`${href}\` is hidden: nothing is shown whose path has a part that begins with \`.\`; ${consequence}.`,
        hint: 'Where readers may see it, put it below a name without the `.`.',
      };
    case 'kind':
      return {
        message: `\`${href}\` is no kind of file that can be shown here; ${consequence}.`,
        hint: expectedKind[kindMeant(reference)],
      };
  }
}

const expectedKind: Readonly<Record<FileKind, string>> = {
  article: `Use a file that ends in one of ${endingsOf('article')}.`,
  picture: `Use a file that ends in one of ${endingsOf('picture')}.`,
  code: 'Use a file of source code or data, and give it the ending of its language, such as `.py`, `.json` or `.txt`.',
};

function checkFile(article: Article, reference: Reference, files: FileFinder): Problem {
  const { kind, href } = reference;
  const file = files.find(article.file, reference);
  if (file !== undefined && kind === 'code' && codeIn(file) === undefined) {
    return {
      rule: 'missing-code',
      severity: 'warning',
      message: `The code file \`${href}\` is no text or has more than ${longestCode} bytes; its name is shown instead.`,
      hint: 'Show a part of it that readers can take in.',
    };
  }
  if (file !== undefined) return undefined;
  const rule = kind === 'include' ? 'missing-include' : 'missing-code';
  const consequence = kind === 'include' ? 'its text is missing from the page' : 'its name is shown instead';
  const refused = refusal(reference, consequence);
  if (refused) return { rule, severity: 'warning', ...refused };
  return {
    rule,
    severity: 'warning',
    message: `The ${kind === 'include' ? 'include' : 'code file'} \`${href}\` is not in the content directories; ${consequence}.`,
    hint: 'Put the file where the path says; it is relative to this file.',
  };
}
