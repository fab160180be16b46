import { expect, test } from 'vitest';
import { pair } from '../../support.ts';
import { problems, read } from '../library.ts';

const sentence = pair(102, 'Payer', 'Pay');

test.each([
  ['a comment that never ends', `<!-- ${sentence}`, 3],
  ['a comment that never ends, without pairs', '<!-- Payer', 3],
  ['a comment around a sentence', `<!-- ${sentence} -->`, 3],
  ['a declaration', `<!${sentence}`, 3],
  ['a tag that never ends', `<p\n${sentence}`, 3],
  ['the name of a tag', `<${pair(102, 'p', 'p')}`, 3],
  ['a quoted attribute', `Un <b title="${pair(102, 'Payer"> ici', 'Pay')}`, 3],
  ['a quote that is not closed', '<span title="\nPayer">', 3],
  ['the address of a link', `[Un](${sentence})`, 3],
  ['the address of a picture', `![Un](${sentence})`, 3],
  ['the label of an address', `[${sentence}]::`, 3],
  ['a footnote that nothing leads to', '[^1]: Payer', 3],
])('words in %s are named', (_what, body, line) => {
  expect(problems(read({ 'fr-FR/a.md': `# Titre\n\n${body}\n` }))).toContainEqual(
    expect.stringMatching(new RegExp(`^fr-FR/a.md:${line}:\\d+ hidden-text$`)),
  );
});

test.each([
  ['markup in a sentence', pair(102, 'Un <b title="x">mot</b><!-- note -->', 'A <b title="x">word</b>')],
  ['markup around a sentence', `<p class="x">${sentence}</p>`],
  ['a comment of a file without pairs', '<!-- note -->\n\nPayer'],
  ['a link in a sentence', pair(102, 'Un [mot](/x)', 'A [word](/x)')],
  ['an address', `${pair(102, '[Payer][1]', '[Pay][1]')}\n\n[1]: /x`],
  ['a footnote', 'Un[^1].\n\n[^1]: Payer'],
  ['a tag with nothing behind it', '<p'],
])('%s hides nothing', (_what, body) => {
  expect(problems(read({ 'fr-FR/a.md': `# Titre\n\n${body}\n` })).filter((found) => found.includes('hidden'))).toEqual(
    [],
  );
});

test.each([
  ['words', 'bash npm install the whole package', true],
  ['words of another language', 'Führen Sie dies aus', true],
  ['words behind metadata', 'js title="a" Führen Sie dies aus', true],
  ['a word that is no option', 'js réglage', true],
  ['a title and lines', 'js title="a" {1,3}', false],
  ['a title in words', 'bash title="Installation des dépendances… ici et là"', false],
  ['words in quotes, and a pattern', 'js "return true;" ins="eingefügte" del=\'gelöschte\' /Über.*/', false],
  ['an attribute in quotes', `mdx 'title="注意してください！"'`, false],
  ['classes', '{.python .numberLines startFrom="100" title="Über uns"}', false],
  ['lines beside the language', 'js{1,3-5}', false],
  ['a name and options', 'ts [überblick.ts] :line-numbers=2 showLineNumbers wrap', false],
  ['options of R', '{r, fig.cap="Une légende à lire", echo=FALSE}', false],
])('behind a fence: %s', (_what, info, named) => {
  const body = `# Titre\n\n\`\`\`${info}\nx\n\`\`\`\n`;
  expect(problems(read({ 'fr-FR/a.md': body })).some((found) => found.includes('behind-fence'))).toBe(named);
});

test.each([
  ['one word of a sentence', pair(102, 'Un\n```mot', 'A\n```word'), true],
  ['a language', `\`\`\`js\nlet a = 1;\n\`\`\`\n\n${sentence}`, false],
])('behind a fence: %s', (_what, body, named) => {
  expect(problems(read({ 'fr-FR/a.md': `# Titre\n\n${body}\n` })).some((found) => found.includes('behind-fence'))).toBe(
    named,
  );
});
