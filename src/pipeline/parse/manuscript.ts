import type { Finding } from '../../core/diagnostics.ts';
import { isInside } from '../../core/span.ts';
import { localeOfPath, unusualFolder } from '../../layouts/locale-of-path.ts';
import { localeOfPlace } from '../../layouts/locale-of-place.ts';
import type { Draft } from '../draft.ts';
import { codeSpans, parseMarkdown } from '../markdown.ts';
import type { Metadata, Source } from '../types.ts';
import { withoutComments } from './comments.ts';
import { exchangeFormatOf } from './exchange-format.ts';
import { readHeader } from './header.ts';
import { readMetadata } from './metadata.ts';
import { lastingReason, withPlace } from './publication.ts';
import { isRepositoryFile } from './repository-files.ts';
import { findPairs } from './pairs.ts';
import { project } from './project.ts';

/** One side of one file, its parts told apart but nothing changed yet. Transient: trees and texts do not outlive their stage. */
export interface Manuscript {
  readonly file: Source;
  readonly side: 'target' | 'source';
  readonly locale: string;
  readonly metadata: Metadata;
  /** Offset in the file at which the body begins. */
  readonly bodyStart: number;
  /** The body without pairs. */
  readonly draft: Draft;
  readonly bilingual: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Characters of a file beyond which it is no article: more than the longest novels have. What a file takes, in memory and on the way
 * to a reader, is many times its size.
 */
const longestArticle = 4_000_000;

/** Tells the parts of a file apart. `undefined` as manuscript where no locale can be known; the findings say so. */
export function parseManuscript(
  file: Source,
  side: 'target' | 'source',
  sourceLocale: string,
): { manuscript: Manuscript | undefined; findings: Finding[] } {
  if (file.text.includes('\0')) {
    return {
      manuscript: undefined,
      findings: [notPublished('not-text', 'The file is no text (it has zero bytes)', 'Save it as UTF-8.')],
    };
  }
  if (file.text.length > longestArticle) {
    const problem = `The file has ${file.text.length} characters, and an article may have ${longestArticle}`;
    return {
      manuscript: undefined,
      findings: [notPublished('too-long', problem, 'Divide it into several articles, or take it out.')],
    };
  }
  const format = exchangeFormatOf(file.text);
  if (format !== undefined) {
    return {
      manuscript: undefined,
      findings: [notPublished('exchange-format', `The file is ${format}`, 'Have it handed back as Markdown.')],
    };
  }
  const header = readHeader(file.text);
  const stated = readMetadata(header.fields, file.text, { start: 0, end: header.bodyStart });
  const { findings } = stated;
  const publication = withPlace(stated.metadata.publication, file.path, header.fields);
  const metadata: Metadata = { ...stated.metadata, publication };
  findings.unshift(...header.findings);
  const lost = file.text.indexOf('\u{fffd}');
  if (lost >= 0) findings.push(lostCharacter(lost));
  const isEmpty = file.text.slice(header.bodyStart).trim() === '';
  const fileLocale = metadata.locale ?? localeOfPlace(file);
  const reason = lastingReason(publication);
  if (reason !== undefined && (isEmpty || fileLocale === undefined)) {
    // What is not finished may lack anything.
    return { manuscript: undefined, findings: [withheldFinding(reason)] };
  }
  if (isRepositoryFile(file.path, header.fields, fileLocale)) {
    return { manuscript: undefined, findings: [repositoryFile(fileLocale)] };
  }
  if (isEmpty) {
    return {
      manuscript: undefined,
      findings: [
        ...header.findings,
        notPublished('empty-article', 'The file has no text', 'Write the article, or remove the file.'),
      ],
    };
  }
  const unusual =
    metadata.locale === undefined && fileLocale === localeOfPath(file.path)?.tag ? unusualFolder(file.path) : undefined;
  if (unusual) findings.push(unusualFinding(unusual));
  if (fileLocale === undefined) {
    if (unusual) return { manuscript: undefined, findings };
    findings.push({
      rule: 'locale-unknown',
      severity: 'error',
      start: 0,
      end: 0,
      message: 'The file names no locale, neither in `ms.contentlocale` nor in its path, so it is not published.',
      hint: localeHint(file.path),
    });
    return { manuscript: undefined, findings };
  }
  const known = {
    side,
    locale: side === 'source' ? sourceLocale : fileLocale,
    metadata: side === 'source' ? recoveredMetadata(metadata) : ownMetadata(metadata, fileLocale, sourceLocale),
    bodyStart: header.bodyStart,
  };
  return { manuscript: { file, ...known, ...readBody(file, known, findings), findings }, findings };
}

/**
 * That a file is not published, because its author says so.
 *
 * @param reason such as `draft: true`
 */
export function withheldFinding(reason: string): Finding {
  return {
    rule: 'not-published',
    severity: 'info',
    start: 0,
    end: 0,
    message: `The file is not published: ${reason}.`,
    hint: 'Its front matter or its folder says so; take the key out, or move the file, to have it published.',
  };
}

/** That a day may be read in two ways, one of which publishes the file. */
export function doubtFinding(message: string): Finding {
  return {
    rule: 'unreadable-date',
    severity: 'warning',
    start: 0,
    end: 0,
    message,
    hint: 'Write the day as `2027-03-01`.',
  };
}

/**
 * The body of a file whose header is known.
 *
 * @param findings gets what is wrong in it
 */
export function readBody(
  { text, path }: Source,
  { side, bodyStart }: Pick<Manuscript, 'side' | 'bodyStart'>,
  findings: Finding[] = [],
): Pick<Manuscript, 'draft' | 'bilingual'> {
  const pairs = findPairs(text, bodyStart);
  for (const finding of pairs.findings) findings.push(finding);
  const projected = project(text, bodyStart, pairs.pairs, side);
  const isMdx = /\.mdx$/i.test(path);
  const bare = withoutComments(projected, isMdx, findings);
  const draft = isMdx ? withoutCode(bare, findings) : bare;
  return { draft, bilingual: pairs.pairs.length > 0 };
}

/** What to do about a path that names no locale: what it nearly names is said. */
function localeHint(path: string): string {
  const names = (written: string) => localeOfPath(written) !== undefined;
  const hyphenated = path.replaceAll('_', '-');
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const folder = parts.find((part) => part.includes('_') && names(`${part.replaceAll('_', '-')}/${name}`));
  if (folder !== undefined && names(hyphenated))
    return `Call the folder \`${folder}\` \`${folder.replaceAll('_', '-')}\`.`;
  if (names(hyphenated)) return 'Write the locale with a hyphen in the name of the file, as in `pay-invoice.fr-FR.md`.';
  const language = /\.([a-z]{2,3})\.[a-z]+$/i.exec(name)?.[1];
  if (language !== undefined && names(`${language}/${name}`))
    return `A language alone in the name of a file is not read: put the file into a folder \`${language}\`, or name the country too, as in \`pay-invoice.fr-FR.md\`.`;
  return 'Name its locale: in the front matter, such as `ms.contentlocale: fr-FR`, or by a folder, such as `fr-FR` or `fr`.';
}

function unusualFinding({ folder, meaning, meanings }: NonNullable<ReturnType<typeof unusualFolder>>): Finding {
  const place = { start: 0, end: 0 };
  if (meaning.kind === 'locale') {
    return {
      rule: 'country-folder',
      severity: 'warning',
      ...place,
      message: `The folder \`${folder}/\` is called by the code of a country, and read as ${meaning.tag}.`,
      hint: `Call it \`${meaning.tag}\`; or state the locale of its files in \`ms.contentlocale\`, where it is another.`,
    };
  }
  return {
    rule: 'locale-unclear',
    severity: 'error',
    ...place,
    message: `The folder \`${folder}/\` can mean ${meanings}, so its files are not published.`,
    hint: `Call it by the locale in full, such as \`fr-FR\`, or state that in \`ms.contentlocale\` of its files. If it holds no articles, add it to \`ignore\` in astro.config.mjs.`,
  };
}

function repositoryFile(locale: string | undefined): Finding {
  const lacks = locale === undefined ? 'no locale' : 'no front matter';
  return {
    rule: 'repository-file',
    severity: 'info',
    start: 0,
    end: 0,
    // Builds count by message, and the place says the name.
    message: `A file about the repository or the site, such as a README, that has ${lacks} is no article.`,
    hint: 'If it is one, give it a `title:` in the front matter, in the folder of a locale.',
  };
}

/** The reader of files writes U+FFFD for bytes that are not UTF-8, and so do most other programs: the letter is lost in both cases. */
function lostCharacter(start: number): Finding {
  return {
    rule: 'lost-character',
    severity: 'warning',
    start,
    end: start + 1,
    message: 'Here `\u{fffd}` stands for a character that was lost, as where a file is not UTF-8.',
    hint: 'Save the file as UTF-8, or write the character again. Others behind it are not named.',
  };
}

function notPublished(rule: string, what: string, hint: string): Finding {
  return { rule, severity: 'error', start: 0, end: 0, message: `${what}, so it is not published.`, hint };
}

/** Of a bilingual file's header, what holds for its English side too: title and description there are translated. */
function recoveredMetadata(metadata: Metadata): Metadata {
  const { title: _title, description: _description, ...kept } = metadata;
  return { ...kept, translation: 'recovered' };
}

function ownMetadata(metadata: Metadata, locale: string, sourceLocale: string): Metadata {
  return locale === sourceLocale ? { ...metadata, translation: 'source' } : metadata;
}

/** An import or export of JavaScript. A sentence that begins with these words has no quoted module behind them. */
const moduleStatement =
  /^(?:import\s+(?:[\w*{][^'"\n\r\u2028\u2029]*?\sfrom\s+)?(?:"[^"\n\r\u2028\u2029]+"|'[^'\n\r\u2028\u2029]+');?|export\s+(?:const|let|default|function)\s.*)[ \t]*\n?/gm;

/**
 * An article in MDX is read as Markdown: nothing that came from outside is ever run. Its imports and exports would only show as
 * text, so they are left out and named; component tags show as text.
 */
function withoutCode(draft: Draft, findings: Finding[]): Draft {
  const code = codeSpans(parseMarkdown(draft.text));
  const edits = [...draft.text.matchAll(moduleStatement)]
    .map(({ 0: line, index }) => ({ start: index, end: index + line.length, text: '' }))
    .filter(({ start, end }) => !isInside(code, { start, end: Math.min(end, start + 1) }));
  for (const { start, end } of edits) {
    findings.push({
      rule: 'mdx-code',
      severity: 'warning',
      start: draft.origin(start),
      end: draft.origin(end),
      message: 'Articles are text: imports and exports in MDX are left out and not run.',
      hint: 'Components can be used in home pages, `<locale>/index.mdx`.',
    });
  }
  return draft.apply(edits);
}
