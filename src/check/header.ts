/** Keys of the front matter. */
import type { Finding } from '../core/diagnostics.ts';
import { readHeader } from '../pipeline/parse/header.ts';
import { headerKeys, isKnownKey } from '../pipeline/parse/lenient-header.ts';

/** Keys of the hand-back dialect that mean nothing to the site, but are right where they are. */
const others = new Set(
  'ms.prod ms.technology ms.subservice ms.tgt.pltfrm ms.devlang ms.workload ms.suite ms.contributor ms.localizationpriority f1_keywords f1.keywords keywords helpviewer_keywords search.appverid search.region search.scope search.validfrom search.industry dev_langs monikerrange products services noindex layout toc uid no-loc appliesto feedback_system feedback_product_url titlesuffix breadcrumb_path contributors'.split(
    ' ',
  ),
);

const known = headerKeys.map((key) => key.toLowerCase());

/** Findings about keys that are unknown or misspelt. Headers that cannot be read are told by the reader itself. */
export function checkHeader(text: string): Finding[] {
  const { fields, bodyStart, findings } = readHeader(text);
  if (findings.length > 0 || bodyStart === 0) return [];
  const header = text.slice(0, bodyStart);
  const found: Finding[] = [];
  const keys = Object.keys(fields);
  for (const key of keys) {
    const name = key.toLowerCase();
    if (others.has(name) || known.includes(name)) continue;
    const meant = known.find((other) => isOneSlipAway(name, other));
    if (meant === undefined && isKnownKey(key) && /^[\w.-]+$/.test(key)) continue;
    // The reader of the front matter names those that it takes for `ms.custom` itself.
    if (meant === 'ms.custom') continue;
    const at = Math.max(0, header.indexOf(key));
    found.push({
      rule: meant === undefined ? 'unknown-key' : 'misspelt-key',
      severity: meant === undefined ? 'info' : 'warning',
      start: at,
      end: at + key.length,
      message:
        meant === undefined ? `Unknown key \`${key}\`.` : `Unknown key \`${key}\`, which looks like \`${meant}\`.`,
      hint: meant === undefined ? 'Remove it, unless another tool reads it.' : `Rename the key to \`${meant}\`.`,
    });
  }
  return found;
}

/** One letter added, left out or changed, or two neighbours swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || b.length < 5) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [x, y] = [a.slice(start), b.slice(start)];
  const [added, lost, changed] = [x.slice(1) === y, y.slice(1) === x, x.slice(1) === y.slice(1)];
  const swapped = `${x.charAt(1)}${x.charAt(0)}${x.slice(2)}` === y;
  return added || lost || changed || swapped;
}
