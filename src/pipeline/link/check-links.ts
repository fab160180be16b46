import type { Diagnostic, Finding } from '../../core/diagnostics.ts';
import { inMegabytes, largeDownload, largestDownload } from '../files/downloads.ts';
import { refusal } from './refusal.ts';
import type { ImageLibrary } from '../files/images.ts';
import type { IncludeContext } from '../files/includes.ts';
import { shownIn } from '../group/article-for-locale.ts';
import type { Article, Reference } from '../types.ts';
import { hasAnchor, type LinkMap } from './resolve.ts';
import { shorten } from '../normalize/shorten.ts';
import { checkInclusions } from './check-inclusions.ts';

/** Characters of an id that are quoted, in as many findings as there are wrong links. */
const longestQuotation = 60;

/**
 * Every reference of an article that leads nowhere.
 *
 * @param onShown gets the absolute path of each file that the page shows a part of or offers to download, but pictures
 */
export function checkReferences(
  article: Article,
  context: IncludeContext & { readonly links: LinkMap; readonly images: ImageLibrary },
  onShown: (file: string) => void = () => undefined,
): Finding[] {
  const { links, images, sourceLocale } = context;
  const shownImages = new Set(article.references.flatMap(({ kind, href }) => (kind === 'image' ? href : [])));
  const included = checkInclusions(article, context, onShown);
  const findings = [...article.references, ...included.references].flatMap((reference): Finding[] => {
    const problem =
      reference.kind === 'link'
        ? checkLink(article, reference, { links, images, shownImages, sourceLocale, onShown })
        : reference.kind === 'image'
          ? checkImage(article, reference, images)
          : undefined;
    return problem ? [{ ...problem, ...reference.span }] : [];
  });
  return [...included.findings, ...findings];
}

type Problem = Pick<Diagnostic, 'rule' | 'severity' | 'message' | 'hint'> | undefined;

interface LinkContext {
  readonly links: LinkMap;
  readonly images: ImageLibrary;
  /** Addresses of the pictures that the article shows. */
  readonly shownImages: ReadonlySet<string>;
  readonly sourceLocale: string;
  readonly onShown: (file: string) => void;
}

function checkLink(
  article: Article,
  { href }: Reference,
  { links, images, shownImages, sourceLocale, onShown }: LinkContext,
): Problem {
  const target = links.target(article, href);
  switch (target.kind) {
    case 'external':
      return undefined;
    case 'file': {
      // An image that links to itself in full is reported as an image.
      if (shownImages.has(href)) return undefined;
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
    case 'missing': {
      const download = images.download(article.file, href);
      if (!download) return missing(href, target.reason);
      onShown(download.file);
      return checkSize(href, download.bytes);
    }
  }
}

function checkSize(href: string, bytes: number): Problem {
  if (bytes <= largeDownload) return undefined;
  return {
    rule: 'large-download',
    severity: 'warning',
    message: `The file \`${href}\` has ${inMegabytes(bytes)}; some hosts refuse it, and on a phone it takes minutes.`,
    hint: 'Make it smaller, or link to it at a host for large files.',
  };
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
      return brokenLink(href, 'no published article has this path');
    case 'file': {
      const refused = refusal({ kind: 'download', href }, 'the link is shown as text');
      return refused
        ? { rule: 'broken-link', severity: 'warning', ...refused }
        : brokenLink(href, `the file is not there, or has more than ${inMegabytes(largestDownload)}`);
    }
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
  const { anchors } = article;
  const shown = anchors
    .slice(0, 8)
    .map(({ id }) => shorten(id, longestQuotation))
    .join('`, `');
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
