import { expect, test } from 'vitest';
import { parseManuscript } from '../../../src/pipeline/parse/manuscript.ts';
import { stepId } from '../../../src/pipeline/normalize/steps.ts';
import { factsOf, normalize } from '../../../src/pipeline/normalize/normalize.ts';
import { render } from '../../../src/pipeline/render/render.ts';
import { serialize } from '../../../src/pipeline/render/serialize.ts';

const rows: [what: string, markdown: string, steps: string[]][] = [
  ['no list', '# A\n\nText.\n', []],
  ['one list', '1. Open.\n1. Pay.\n', ['step-1 Open.', 'step-2 Pay.']],
  ['two lists', '1. Open.\n\nText.\n\n1. Pay.\n1. Go.\n', ['step-1 Open.', 'step-2-1 Pay.', 'step-2-2 Go.']],
  ['a list in a step', '1. Open.\n   1. Inner.\n1. Pay.\n', ['step-1 Open.', 'step-2 Pay.']],
  ['a list in a list without numbers', '- Here\n  1. Open.\n\n\n1. Pay.\n', ['step-1 Open.', 'step-2-1 Pay.']],
  ['a list in an alert', '> [!NOTE]\n> 1. Open.\n\n1. Pay.\n', ['step-1 Open.', 'step-2-1 Pay.']],
  ['markup', '1. Select **Pay** or [`x`](https://x.example/).\n', ['step-1 Select Pay or x.']],
  ['footnotes', 'Text[^1].\n\n[^1]: Note.\n\n1. Open.\n', ['step-1 Open.']],
  ['a list in HTML, which may move the others', '<ol><li>x</li></ol>\n\n1. Open.\n', []],
  ['an anchor with the name of a step', '<a name="step-1"></a>\n\n1. Open.\n', []],
  ['a long step', `1. ${'word '.repeat(30)}\n`, [`step-1 ${'word '.repeat(11).trim()}…`]],
];

function read(markdown: string) {
  const text = `---\nms.contentlocale: fr-FR\n---\n${markdown}`;
  const { manuscript } = parseManuscript({ root: '/', path: 'x.md', text, digest: '' }, 'target', 'en-US');
  if (!manuscript) throw new Error('No manuscript.');
  return { manuscript, steps: factsOf(manuscript, normalize(manuscript), 'x.md').steps };
}

test.each(rows)('steps of %s', (_what, markdown, expected) => {
  const { steps } = read(markdown);
  expect(steps.flatMap((list, at) => list.map((text, step) => `${stepId(at + 1, step + 1)} ${text}`))).toEqual(
    expected,
  );
});

test.each(rows)('steps of %s are on the page', (_what, markdown) => {
  const { manuscript, steps } = read(markdown);
  const { body } = render(normalize(manuscript), {
    title: '',
    headingIds: [],
    isSource: false,
    fallbackLanguage: 'en-US',
    resolveLink: (href) => ({ kind: 'external', href }),
    resolveImage: () => undefined,
    include: () => undefined,
    code: () => undefined,
    t: (key) => key,
  });
  const html = serialize(body);
  const ids = steps.flatMap((list, at) => list.map((_text, step) => stepId(at + 1, step + 1)));
  expect(ids.filter((id) => !html.includes(`<li id="${id}"`))).toEqual([]);
});
