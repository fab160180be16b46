import { expect, test } from 'vitest';
import { normalize } from '../../../src/pipeline/normalize/normalize.ts';
import { parseManuscript } from '../../../src/pipeline/parse/manuscript.ts';
import { file } from '../../support.ts';

/** The Markdown of an article that is parsed for good. */
function normalized(locale: string, markdown: string): string {
  const text = file({ 'ms.contentlocale': locale }, markdown);
  const { manuscript } = parseManuscript({ root: '/', path: 'a.md', text, digest: '' }, 'target', 'en-US');
  if (!manuscript) throw new Error('The article has no locale.');
  return normalize(manuscript).draft.text;
}

test.each([
  [
    'placeholders are text in a source too',
    'en-US',
    'Run Get-Mailbox <mailbox> now.',
    'Run Get-Mailbox &lt;mailbox> now.',
  ],
  ['a source is otherwise as its author wrote it', 'en-US', 'The **PDF**s are done .', 'The **PDF**s are done .'],
  ['a translation is repaired', 'fr-FR', 'Ouvrez **Factures**puis payez.', 'Ouvrez **Factures** puis payez.'],
])('%s', (_what, locale, markdown, expected) => {
  expect(normalized(locale, markdown)).toBe(expected);
});
