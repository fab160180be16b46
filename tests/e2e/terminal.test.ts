/** What commands write of articles whose every part would act on a terminal, a log or a build server. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workFolder } from '../../src/config/work-folder.ts';
import { hostileArticles, hostileDrop, marks } from '../attacks/acting.ts';
import { makeWorkFolder, project, removeWorkFolder, runNode } from './command.ts';
import { mcpSession } from './mcp-session.ts';

const folder = makeWorkFolder();
const content = join(folder, 'content');
const drop = join(folder, 'drop');
const out = join(folder, 'out');

/** Colours and weights of our own: nothing of them hides text or changes its background. */
const ownColours = /\u001B\[(?:1|2|22|3[1-6]|39)m/g;

const acting =
  /[\0-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u{E0000}-\u{E007F}]/u;
const serverCommand = /^\s*::\w|##\[|##vso\[|##teamcity\[|^\s*section_(?:start|end):/i;
/** What `--format github` is for. */
const annotation =
  /^::(?:error|warning) file=[^:]+,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=[\w-]+::(?!.*##\[)/;

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

beforeAll(() => {
  write(content, hostileArticles());
  write(drop, hostileDrop());
});
afterAll(() => removeWorkFolder(folder, 'out', 'content'));

const anyArticle = () => readdirSync(join(content, 'fr-FR')).find((name) => name.startsWith(marks.fileName)) ?? '';

const commands: readonly (readonly [name: string, words: () => string[]])[] = [
  ['check', () => ['--content', content, '--format', 'text', '--limit', '100']],
  ['check', () => ['--content', content, '--format', 'json']],
  ['check', () => ['--content', content, '--format', 'sarif']],
  ['check', () => ['--content', content, '--format', 'github']],
  ['status', () => ['--content', content, '--locale', 'fr-FR']],
  ['status', () => ['--content', content, '--locale', 'fr-FR', '--format', 'json']],
  ['status', () => ['--content', content, '--locale', 'fr-FR', '--format', 'csv']],
  ['extract', () => ['--content', content, '--side', 'source', '--out', join(folder, 'plain')]],
  ['trace', () => ['--content', content, join(content, 'fr-FR/plain.md')]],
  ['trace', () => ['--content', content, join(content, 'fr-FR/pairs.md')]],
  ['trace', () => ['--content', content, join(content, 'fr-FR', anyArticle())]],
  ['fix', () => ['--content', content, '--dry-run']],
  ['import', () => ['--content', content, '--dry-run', drop]],
  ['build', () => ['--content', content, '--out', out]],
  ['audit-site', () => ['--content', content, '--out', out, '--all']],
  ['find', () => ['--site', out, '--lang', 'fr-FR', 'sélectionnez']],
  ['find', () => ['--site', out, '--lang', 'fr-FR', '--json', 'sélectionnez']],
  ['redirects', () => ['--site', out]],
  ['redirects', () => ['--site', out, '--format', 'nginx']],
  ['trace', () => ['no\u001B]0;t\u0007such\n::error::file.md']],
  ['check', () => ['--content', 'no\u001B[2J\n::error::x']],
  ['check', () => ['--bad\u001B[2J\n::error::x']],
];

const said = new Map<string, string>();

test.each(commands)('%s says nothing that acts (%#)', async (name, words) => {
  const given = words();
  const environment = { NO_COLOR: undefined, FORCE_COLOR: '1', GITHUB_ACTIONS: 'true' };
  const program = name === 'audit-site' ? ['scripts/audit-site.ts'] : ['scripts/languedocs.ts', name];
  const { text } = await runNode([...program, ...given], environment);
  said.set([name, ...given].join(' '), text);
  const bare = text.replace(ownColours, '');
  expect(acting.exec(bare)?.[0]).toBeUndefined();
  expect(bare.split('\n').filter((line) => serverCommand.test(line) && !annotation.test(line))).toEqual([]);
});

test('what assistants are told of these articles does not act', async () => {
  const { topics } = JSON.parse(readFileSync(join(out, 'api/v1/index.json'), 'utf8')) as { topics: { slug: string }[] };
  const calls = topics.flatMap(({ slug }) => [
    { name: 'article', arguments: { slug, locale: 'fr-FR' } },
    { name: 'state', arguments: { slug } },
  ]);
  const search = { name: 'search', arguments: { query: 'sélectionnez', locale: 'fr-FR', limit: 25 } };
  const { out: written, err } = await mcpSession(
    out,
    [search, ...calls].map((params) => ['tools/call', params] as const),
  );
  for (const text of [written, err]) {
    expect(acting.exec(text)?.[0]).toBeUndefined();
    expect(text.split('\n').filter((line) => serverCommand.test(line))).toEqual([]);
  }
  const answers = written.trimEnd().split('\n');
  expect(answers.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([...Array(calls.length + 2).keys()]);
  for (const mark of [marks.heading, marks.diff, marks.yaml]) expect(written).toContain(mark);
});

test('GitHub is told of each finding once', () => {
  const lines = (format: string, start: string) =>
    [...said]
      .flatMap(([command, text]) => (command.endsWith(format) ? text.split('\n') : []))
      .filter((line) => line.startsWith(start));
  expect(lines('--format json', '{').length).toBeGreaterThan(10);
  expect(lines('--format github', '::')).toHaveLength(lines('--format json', '{').length);
});

test.each(Object.entries(marks))('some command says what it finds at the place `%s`', (_place, mark) => {
  expect([...said.values()].some((text) => text.includes(mark))).toBe(true);
});

const files = () =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:html|md|txt|csv|json|xml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

test('no published file has controls', () => {
  const found = files().filter((path) =>
    /[\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(readFileSync(path, 'utf8')),
  );
  expect(found).toEqual([]);
  expect(files().filter((path) => readFileSync(path, 'utf8').includes(marks.diff)).length).toBeGreaterThan(2);
});

test('the list of findings and the status board show what acts', () => {
  const list = readFileSync(join(workFolder({ project, out }), 'diagnostics.txt'), 'utf8');
  const rows = parse(readFileSync(join(out, 'status/fr-fr.csv'), 'utf8'));
  const board = readFileSync(join(out, 'status/fr-fr/index.html'), 'utf8');
  for (const text of [list, board, ...rows.flat()]) expect(acting.exec(text)?.[0]).toBeUndefined();
  for (const text of [list, board, rows.flat().join('\n')])
    expect(text).toContain(String.raw`${marks.fileName}\x1b]0;t\x07\x9b2J`);
  expect(
    list
      .split('\n')
      .filter((line) => !/^\.languedocs\/.*:\d+:\d+: (?:error|warning|info): .* \[[\w-]+\]$|^$/.test(line)),
  ).toEqual([]);
});
