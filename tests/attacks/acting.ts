/** Articles whose every part would act on a terminal, on a log or on a build server, if it were written as it is. */
import { jsonText } from '../../src/core/escape-controls.ts';
import { file, pair } from '../support.ts';

/** What acts within a line. */
const withinLine = [
  '\u001B]0;title\u0007',
  '\u001B[2J',
  '\u001B[8m',
  '\u001B]52;c;ZWNobw==\u0007',
  '\u001B]8;;https://evil.example\u001B\\link\u001B]8;;\u001B\\',
  '\u009B31m\u0090q\u009C\u009D0;t\u009C',
  '\b\b\b\u007F\u0001',
  '\u202Eevil\u202C\u2066x\u2069\u200F\u061C',
  'a\u200Bb\u2060c\u{E0041}',
  ' ##[error]x ##vso[task.x]y ##teamcity[z]',
].join('');

/** What would end a line and begin one of its own. */
const lineEnds = ['\u2028', '\u2029', '\u0085', '\v', '\f'].map((end) => `${end}::warning::injected`).join('');

const inText = (mark: string) => `${mark}${withinLine}${lineEnds}`;
const inValue = (mark: string) => `${inText(mark)}\n::warning::injected\r::error::injected`;
const quoted = (mark: string) => jsonText(inValue(mark));

/** A name that a file system takes. */
const inName = (mark: string) => `${mark}\u001B]0;t\u0007\u009B2J\u202E\u2028\r::error::x\n::warning::x##[error]`;

/** Words before the hostile text, by its place; each must come to light in some command. */
export const marks = {
  title: 'MarkTitle',
  heading: 'MarkHeading',
  locale: 'MarkLocale',
  redirect: '/MarkRedirect',
  category: 'MarkCategory',
  fileName: 'MarkFile',
  frame: 'MarkFrame',
  link: 'MarkLink',
  picture: 'MarkPicture',
  diff: 'MarkDiff',
  context: 'MarkContext',
  original: 'MarkOriginal',
  yaml: 'MarkYaml',
  import: 'MarkImport',
} as const;

const fields = { 'ms.contentlocale': 'fr-FR', 'ms.translationtype': 'MT' };

/** The files of a content directory, in which any text of an article is hostile. */
export function hostileArticles(): Record<string, string> {
  const { title, heading, locale, redirect, category, fileName, frame, link, picture, diff, context, original, yaml } =
    marks;
  const lines = [
    `# ${inText(heading)} &#27;[2J`,
    '',
    `::warning::${context} ${withinLine}`,
    '##[error]injected',
    '##vso[task.setvariable]injected',
    '',
    `${inText(diff)} 1. Sélectionnez **Enregistrer.**`,
    '',
    `::error::${context}`,
    '',
    `Voir [x${inText(frame)}](missing-${link}-%1B.md) et [le](#${link}-nowhere).`,
    '',
    `![a](missing-${picture}-\u001B\u009B.png) [](https://a.example/${link})`,
    '',
  ];
  const header = { title: quoted(title), category: quoted(category), redirect_from: `[${quoted(redirect)}]` };
  return {
    'fr-FR/plain.md': file({ ...fields, ...header }, lines.join('\n')),
    'fr-FR/locale.md': file({ 'ms.contentlocale': quoted(locale) }, '# Langue\n\nTexte.\n'),
    'fr-FR/yaml.md': `---\ntitle: "\n${inText(yaml)}: [\n---\n# Y\n\nTexte ${inText(yaml)}.\n`,
    [`fr-FR/${inName(fileName)}.md`]: file(fields, `${lines.join('\n')}\nVoir [](https://a.example/b).\n`),
    'fr-FR/pairs.md': file(
      fields,
      `# ${pair(1, 'Titre', 'Title')}\n\n${pair(2, `Payez 4 ${inText('')}`, `Pay 5 ${inText(original)}`)}\n`,
    ),
    'en-US/plain.md': file({ 'ms.contentlocale': 'en-US', title: quoted(title) }, lines.join('\n')),
  };
}

/** A folder of handed-back files. */
export function hostileDrop(): Record<string, string> {
  return {
    [`${inName(marks.import)}.md`]: file({ ...fields, slug: quoted(marks.import) }, '# Importé\n\nTexte.\n'),
    [`${inName(`${marks.import}2`)}.md`]: file({ 'ms.contentlocale': quoted(marks.import) }, '# Sans langue\n'),
  };
}
