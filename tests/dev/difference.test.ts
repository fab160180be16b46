import { expect, test } from 'vitest';
import { changedLines } from '../../src/dev/difference.ts';

const shown = (before: string[], after: string[]) =>
  changedLines(before, after).map((pieces) =>
    pieces.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind]).join(''),
  );

test.each([
  ['nothing', ['a', 'b'], ['a', 'b'], []],
  ['a word', ['Ouvrez le menu.', 'b'], ['Ouvrez la page.', 'b'], ['Ouvrez [-le-]{+la+} [-menu-]{+page+}.']],
  ['a line more', ['a'], ['a', 'b'], ['{+b+}']],
  ['a line less', ['a', 'b'], ['b'], ['[-a-]']],
])('%s', (_what, before, after, lines) => {
  expect(shown(before, after)).toEqual(lines);
});
