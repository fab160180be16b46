import { expect, test } from 'vitest';
import { escapeControls, escapeJson, escapeLine, jsonText, publishedJson } from '../../src/core/escape-controls.ts';

test.each([
  ['a title of the terminal', 'a\u001B]0;x\u0007b', String.raw`a\x1b]0;x\x07b`],
  ['sequences of eight bits', '\u009B2J\u0090q\u009C', String.raw`\x9b2J\x90q\x9c`],
  ['backspaces and carriage returns', 'ok\b\b\r\u007F', String.raw`ok\x08\x08\r\x7f`],
  ['all line ends', 'a\nb\rc\u000Bd\u000Ce\u0085f\u2028g\u2029h', String.raw`a\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h`],
  ['tabs', 'a\tb', String.raw`a\tb`],
  ['overrides and isolates', '\u202Ea\u202C\u2067b\u2069', String.raw`\u202ea\u202c\u2067b\u2069`],
  ['marks of direction', '\u200Ea\u200Fb\u061C', String.raw`\u200ea\u200fb\u061c`],
  ['what nobody sees', 'a\u200Bb\u2060c\uFEFFd\u00ADe', String.raw`a\u200bb\u2060c\ufeffd\xade`],
  ['joiners where nothing is joined', 'pay\u200Dpal\u200Cx \u200D👩', String.raw`pay\u200dpal\u200cx \u200d👩`],
  ['a row of joiners', 'ه\u200D\u200D\u200Dx', String.raw`ه‍\u200d\u200dx`],
  ['letters of tags', 'x\u{E0041}\u{E007F}', String.raw`x\u{e0041}\u{e007f}`],
  ['selectors behind a selector', '☂\uFE0F\uFE0F\u{E0100}', String.raw`☂️\ufe0f\u{e0100}`],
  ['halves of characters', 'a\uD83Db\uDE00', String.raw`a\ud83db\ude00`],
  ['what is no character', 'a\uFFFFb\u{1FFFE}', String.raw`a\uffffb\u{1fffe}`],
  [
    'commands to build servers',
    '##[error]a ##vso[b]c ##TeamCity[d]',
    String.raw`#\x23[error]a #\x23vso[b]c #\x23TeamCity[d]`,
  ],
])('escaped: %s', (_what, text, escaped) => {
  expect(escapeControls(text)).toBe(escaped);
  expect(escapeControls(escaped)).toBe(escaped);
});

test.each([
  ['Persian', 'می\u200Cخواهم'],
  ['Hindi', 'क्\u200Dष क्\u200Cष'],
  ['Sinhala', 'ක්\u200Dෂ'],
  ['Thai with invisible blanks', 'ชำระ\u200Bใบแจ้งหนี้'],
  ['Khmer', 'បង់\u200Bវិក្កយបត្រ'],
  ['Hebrew and Arabic with marks', 'שָׁלוֹם مُدَرِّس'],
  ['emoji of several parts', '👨\u200D👩\u200D👧 🧑🏽\u200D🚀 ❤\uFE0F\u200D🔥 1\uFE0F⃣'],
  ['variants of characters', '葛\u{E0100} ☂\uFE0F'],
  ['wide blanks', '請求書\u3000支払い\u00A0€'],
  ['a backslash', String.raw`C:\new\x1b`],
  ['headings', '## [a] ### b #[c]'],
])('left as it is: %s', (_what, text) => {
  expect(escapeControls(text)).toBe(text);
});

test('a line of a file keeps its tabs and nothing else', () => {
  expect(escapeLine('\ta\u001B\tb\r')).toBe(String.raw`${'\t'}a\x1b${'\t'}b\r`);
});

test.each(['\u001B\u009B\u007F', '\u2028\u202E\u{E0041}\uD800', '##[error]', 'a\nb', 'می\u200Cخواهم'])(
  'JSON means the same and does nothing: %j',
  (text) => {
    const value = { [text]: [text] };
    for (const json of [jsonText(value), jsonText(value, 2)]) {
      expect(JSON.parse(json)).toEqual(value);
      expect(escapeControls(json.replaceAll('\n', ''))).toBe(json.replaceAll('\n', ''));
    }
    expect(JSON.parse(publishedJson(value))).toEqual(value);
    expect(publishedJson(value)).not.toMatch(/[\0-\u001F\u007F-\u009F]/);
  },
);

test('lines of JSON that others have written stay lines', () => {
  const values = ['a\n\u001B[2J', { 'b\u0085': '##[error]\u202E' }];
  const lines = escapeJson(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  expect(lines).not.toMatch(/[\u0080-\u009F\u202E]|##/);
  expect(
    lines
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual(values);
});
