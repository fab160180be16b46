import type { Finding } from '../core/diagnostics.ts';
import { readHeader } from './parse/header.ts';
import { findPairs, type Pair } from './parse/pairs.ts';
import type { Source } from './types.ts';

/**
 * One side of a file as plain Markdown, header included. `undefined` where a file has no such side: a plain file has no source.
 *
 * The pipeline that makes bilingual files escapes asterisks and underscores that its own parser takes for text; the plain file
 * of the same hand-back has them bare, so they are bare here too.
 */
export function extract(
  source: Source,
  side: 'target' | 'source',
  sourceLocale: string,
): { markdown: string | undefined; findings: readonly Finding[] } {
  const { bodyStart, findings } = readHeader(source.text);
  const { pairs, findings: malformed } = findPairs(source.text, 0);
  const found = [...findings, ...malformed];
  if (side === 'source' && pairs.length === 0) return { markdown: undefined, findings: found };
  const text = unpaired(source.text, pairs, side);
  if (side === 'target') return { markdown: text, findings: found };
  const header = unpaired(
    source.text.slice(0, bodyStart),
    pairs.filter(({ whole }) => whole.end <= bodyStart),
    side,
  );
  const body = text.slice(header.length);
  return { markdown: sourceHeader(header, body, sourceLocale) + body, findings: found };
}

function unpaired(text: string, pairs: readonly Pair[], side: 'target' | 'source'): string {
  let result = '';
  let at = 0;
  for (const pair of pairs) {
    const { start, end } = pair[side];
    result += text.slice(at, pair.whole.start) + text.slice(start, end).replace(/\\([*_])/g, '$1');
    at = pair.whole.end;
  }
  return result + text.slice(at);
}

/** Keys whose values are the translation's own. */
const translated =
  /^(title|description|ms\.(translationtype|contentlocale|lasthandoff|locfileid|openlocfilehash|sourcegitcommit))\s*:/i;

/**
 * The header of the recovered source: what all translations share, and the title from the source's own heading. Lines that go on
 * with a key (lists, folded text) go with it.
 */
function sourceHeader(header: string, body: string, sourceLocale: string): string {
  if (!header.includes('---')) return '';
  const heading = /^#[ \t]+(?:<a name="[^"]*"><\/a>)*(.+)/m.exec(body)?.[1]?.trim();
  const lines = ['---'];
  if (heading !== undefined) lines.push(`title: ${JSON.stringify(heading)}`);
  let keep = false;
  for (const line of header.split('\n')) {
    if (/^(---|\.\.\.)\s*$/.test(line) || line.trim() === '') continue;
    if (/^\S+?\s*:/.test(line)) keep = !translated.test(line);
    if (keep) lines.push(line);
  }
  return `${[...lines, `ms.contentlocale: ${sourceLocale}`, '---'].join('\n')}\n`;
}
