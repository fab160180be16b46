/** HTML as it stands in Markdown: pieces in which tags are told from text, where a page may have them. */
import { withoutReferences } from '../../core/character-references.ts';

/** A tag of which everybody would say that it is one. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  /** Values as they are meant, by names in lower case; empty for those without. */
  readonly attributes: ReadonlyMap<string, string>;
}

const comment = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/y;
const attribute = String.raw`\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>${'`'}]+))?`;
const tag = new RegExp(String.raw`<(/?)([a-z][a-z\d]*)((?:${attribute})*)\s*/?>`, 'iy');
const attributes = new RegExp(String.raw`([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>${'`'}]+)))?`, 'g');

/**
 * Puts what `replace` gives in the place of each tag. Comments go. Every other `<`, and each tag for which it gives nothing, becomes
 * text, so that there is no tag but those that it gave.
 */
export function replaceTags(html: string, replace: (tag: Tag) => string | undefined): string {
  let written = '';
  let at = 0;
  for (let next = html.indexOf('<'); next !== -1; next = html.indexOf('<', at)) {
    written += html.slice(at, next);
    comment.lastIndex = tag.lastIndex = next;
    const hidden = comment.exec(html);
    const found = hidden ? null : tag.exec(html);
    const instead = hidden ? '' : found && replace(read(found));
    written += instead ?? '&lt;';
    at = next + (instead === undefined || instead === null ? 1 : ((hidden ?? found)?.[0].length ?? 1));
  }
  return written + html.slice(at);
}

/** All tags in reading order, but for those in comments. */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  replaceTags(html, (found) => {
    tags.push(found);
    return '';
  });
  return tags;
}

function read([, slash, name = '', rest = '']: RegExpExecArray): Tag {
  const values = new Map<string, string>();
  for (const [, key = '', double, single, bare] of rest.matchAll(attributes)) {
    const known = key.toLowerCase();
    if (!values.has(known)) values.set(known, withoutReferences(double ?? single ?? bare ?? ''));
  }
  return { name: name.toLowerCase(), isEnd: slash === '/', attributes: values };
}
