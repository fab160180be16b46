/** Anchors and alert markers of an article, as they are written. */
import type { Finding } from '../core/diagnostics.ts';
import { isInside } from '../core/span.ts';
import type { Draft } from '../pipeline/draft.ts';
import { codeSpans, parseMarkdown } from '../pipeline/markdown.ts';
import { alertKind } from '../pipeline/render/alerts.ts';

export function checkMarkers(draft: Draft): Finding[] {
  const found = [...duplicateAnchors(draft), ...alerts(draft), ...topHeadings(draft)];
  if (found.length === 0) return [];
  const code = codeSpans(parseMarkdown(draft.text));
  return found
    .filter((finding) => !isInside(code, finding))
    .map((finding) => ({ ...finding, start: draft.origin(finding.start), end: draft.origin(finding.end - 1) + 1 }));
}

/** Offsets are those of the draft here. */
function duplicateAnchors(draft: Draft): Finding[] {
  const seen = new Set<string>();
  const found: Finding[] = [];
  for (const { 0: tag, 1: id = '', index } of draft.text.matchAll(/<a\s+(?:name|id)="([^"<>]+)"\s*>/g)) {
    if (seen.has(id)) {
      found.push({
        rule: 'duplicate-anchor',
        severity: 'info',
        start: index,
        end: index + tag.length,
        message: `The anchor \`${id}\` stands on the page twice; links to it lead to the first.`,
        hint: 'Give the second heading words, or an anchor, of its own.',
      });
    }
    seen.add(id);
  }
  return found;
}

function alerts(draft: Draft): Finding[] {
  const found: Finding[] = [];
  for (const match of draft.text.matchAll(/^([ \t]*>[ \t]*)\[!([^\]\n[(]{1,80})\](?!\()/gm)) {
    const { 0: whole, 1: lead = '', 2: between = '', index } = match;
    const word = between.trim();
    if (word === '' || /^(?:include|video|code|div|tab|op_)/i.test(word) || alertKind(word) !== undefined) continue;
    found.push({
      rule: 'unknown-alert',
      severity: 'warning',
      start: index + lead.length,
      end: index + whole.length,
      message: `Unknown alert \`${word}\`; it is shown as a note with this word as its title.`,
      hint: 'Write `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`.',
    });
  }
  return found;
}

function topHeadings(draft: Draft): Finding[] {
  const [, ...more] = [...draft.text.matchAll(/^# (?!\[[^\]\n]*\]\(#tab\/).+/gm)];
  return more.map(({ 0: heading, index }) => ({
    rule: 'second-top-heading',
    severity: 'info',
    start: index,
    end: index + heading.length,
    message: 'A second top heading; the title of an article is one.',
    hint: 'Begin the line with `##`.',
  }));
}
