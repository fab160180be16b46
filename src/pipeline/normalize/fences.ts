/** Words behind the opening fence of a code block, which no reader sees. */
import type { Root } from 'mdast';
import type { Finding } from '../../core/diagnostics.ts';
import type { Span } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { spanOf } from '../markdown.ts';
import { nodesOfType } from '../nodes.ts';
import { sentencesIn } from './hidden.ts';

/**
 * What generators write behind the language for their own use: `title="x"`, `ins={1,3}`, `{.class #id}`, `"a word"`, `/a pattern/`,
 * `[file.js]`. Each begins where a blank ends or the language does.
 */
const metadata =
  /(?<=^|[\s,;])(?::?[\w.-]+=)?(?:"[^"]*"|'[^']*'|\{[^{}]*\})(?=[\s,;{]|$)|\{[^{}]*\}$|(?<=\s)(?:\/[^\s/](?:[^/]*[^\s/])?\/(?=\s|$)|\[[^[\]]*\](?=\s|$|[{:])|[\w:.-]+=[^\s"'{]+)/g;

/** More words than a language and its options take; or a letter that no option has. */
const looksLikeText = /^(?=[\s\S]*[^\x20-\x7E])|^(?:[^\s={}]+\s+){3}/;

export function hiddenByFences(tree: Root, draft: Draft): Finding[] {
  const findings: Finding[] = [];
  for (const code of nodesOfType(tree, 'code')) {
    const whole = [code.lang, code.meta].filter((part) => typeof part === 'string').join(' ');
    const info = whole.replace(metadata, ' ').trim();
    const span = firstLine(draft, spanOf(code).start);
    if (looksLikeText.test(info) || (info !== '' && sentencesIn(draft, span).length > 0))
      findings.push(found(draft, span));
  }
  return findings;
}

function firstLine(draft: Draft, start: number): Span {
  const lineEnd = draft.text.indexOf('\n', start);
  return { start, end: lineEnd === -1 ? draft.text.length : lineEnd };
}

function found(draft: Draft, { start, end }: Span): Finding {
  return {
    rule: 'text-behind-fence',
    severity: 'warning',
    start: draft.origin(start),
    end: draft.origin(end),
    message: 'The text behind these fence marks is taken for the name of a language of code and is not shown.',
    hint: 'Put the fence on a line of its own, or take it away where nothing is code.',
  };
}
