/** Findings marked in the text as readers see it, without touching that text: by ranges and the browser's own highlights. */
import type { PanelFinding } from '../findings.ts';

const style = document.createElement('style');
style.textContent = `
::highlight(languedocs-error) { text-decoration: underline wavy 2px #c0392b; }
::highlight(languedocs-warning) { text-decoration: underline wavy 2px #b7791f; }
::highlight(languedocs-current) { background: #ffe08a; color: #1b2029; }
`;
document.head.append(style);

export function markFindings(findings: readonly PanelFinding[]): void {
  for (const severity of ['error', 'warning'] as const) {
    const ranges = findings
      .filter((finding) => finding.severity === severity)
      .flatMap((finding) => rangeOf(finding) ?? []);
    CSS.highlights.set(`languedocs-${severity}`, new Highlight(...ranges));
  }
}

/** Brings a finding into view and lights it up. */
export function showFinding(finding: PanelFinding): void {
  const range = rangeOf(finding);
  CSS.highlights.set('languedocs-current', new Highlight(...(range ? [range] : [])));
  const element = range?.startContainer.parentElement ?? document.querySelector('article h1');
  element?.scrollIntoView({ block: 'center' });
}

/** Where a finding shows on the page: its words inside of the sentence, else the sentence, else its words anywhere. */
function rangeOf({ segment, marked, before }: PanelFinding): Range | undefined {
  const sentence = segment === undefined ? null : document.getElementById(`s${segment}`);
  const scope = sentence ?? document.querySelector('article');
  if (!scope) return undefined;
  const found = findText(scope, visible(marked)) ?? (sentence ? undefined : findText(scope, lastWords(before)));
  if (found) return found;
  if (!sentence) return undefined;
  const range = document.createRange();
  range.selectNodeContents(sentence);
  return range;
}

/** The words of Markdown, without markup and addresses. */
function visible(markdown: string): string {
  return markdown
    .replace(/\]\([^()]*\)|<[^<>]*>|[*_`[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Enough words to be found by. */
function lastWords(markdown: string): string {
  return visible(markdown.replace(/^[\s#>*\d.-]+/, ''))
    .slice(-30)
    .replace(/^\S* /, '');
}

function findText(scope: Element, text: string): Range | undefined {
  if (text.length < 2) return undefined;
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const nodes: { node: Node; start: number }[] = [];
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, start: all.length });
    all += node.textContent ?? '';
  }
  const match = new RegExp(text.split(' ').map(escape).join('\\s+'), 'u').exec(all);
  if (!match) return undefined;
  const place = (offset: number) => {
    const holder = nodes.findLast(({ start }) => start <= offset) ?? nodes[0];
    return holder && { node: holder.node, offset: offset - holder.start };
  };
  const [from, to] = [place(match.index), place(match.index + match[0].length - 1)];
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + 1);
  return range;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
