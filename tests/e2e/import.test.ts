/** `npm run import`, `fix` and `extract` as they are typed, with what a hostile hand-back holds, and Git as it is. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { workFolder } from '../../src/config/work-folder.ts';
import { filesBelow, writeTree } from '../../scripts/trials/kill.ts';
import { project, runNode } from './command.ts';

// Outside of the project, whose own repository would be taken otherwise.
const folder = mkdtempSync(join(tmpdir(), 'languedocs-import-'));
const [repository, drop, outside] = [join(folder, 'repository'), join(folder, 'drop'), join(folder, 'outside')];
const marker = join(folder, 'ran');
/** A program that leaves a mark when Git, or anything else, runs it. */
const program = `touch '${marker}'; false`;

afterAll(() => {
  // What checks of the repository, and of its content, have kept.
  const kept = [repository, join(repository, 'content')].map((out) => workFolder({ project, out }));
  for (const path of [folder, ...kept]) rmSync(path, { recursive: true, force: true });
});
beforeEach(() => {
  for (const path of [repository, drop, outside, marker]) rmSync(path, { recursive: true, force: true });
  writeTree(outside, { victim: 'precious' });
});

const git = (...words: string[]) =>
  spawnSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@a.example', ...words], {
    encoding: 'utf8',
  });

/** A repository of articles, all of them committed. */
function commit(files: Record<string, string>): void {
  writeTree(repository, files);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'x');
}

const article = (locale: string, text: string) => `---\nms.contentlocale: ${locale}\n---\n# Pay\n\n${text}\n`;
const source = { 'content/en-US/pay.md': article('en-US', 'Pay.') };
const bring = (content: string, ...words: string[]) =>
  runNode(['scripts/languedocs.ts', 'import', drop, '--content', content, ...words]);

/** Settings with which every `git status` runs a program. */
const settings = `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = "${program}"\n`;

describe('settings of Git in a drop run nothing', () => {
  const links = (...hrefs: string[]) =>
    article('fr-FR', hrefs.map((href) => `[a](${href}) ![a](${href})`).join('\n\n'));

  test.each<[what: string, content: string, files: Record<string, string>]>([
    [
      'a file .git that leads to a folder that looks like a repository',
      'content',
      {
        'pay.md': links('/.git', '/x/config', '/x/HEAD', '/x/objects/a', '/x/refs/a'),
        '.git': 'gitdir: x\n',
        'x/config': settings,
        'x/HEAD': 'ref: refs/heads/main\n',
        'x/objects/a': '',
        'x/refs/a': '',
      },
    ],
    [
      'files in the .git of a content directory that is a repository',
      '.',
      {
        'pay.md': links('/.git/commondir', '/.git/evil/config', '/.git/evil/HEAD', '/.git/hooks/post-index-change'),
        '.git/commondir': 'evil\n',
        '.git/evil/config': settings,
        '.git/evil/HEAD': 'ref: refs/heads/main\n',
        '.git/hooks/post-index-change': `#!/bin/sh\n${program}\n`,
      },
    ],
    [
      'a folder that looks like a bare repository, in the folder of the locale',
      'content',
      {
        'fr-FR/pay.md': links('HEAD', 'config', 'objects/a', 'refs/a'),
        'fr-FR/HEAD': 'ref: refs/heads/main\n',
        'fr-FR/config': settings,
        'fr-FR/objects/a': '',
        'fr-FR/refs/a': '',
      },
    ],
    [
      'attributes and modules',
      '.',
      {
        'pay.md': links('/.gitattributes', '/.gitmodules', '/fr-FR/.gitattributes'),
        '.gitattributes': '* filter=evil diff=evil\n',
        '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::sh -c ${program}\n`,
        'fr-FR/.gitattributes': '* filter=evil\n',
      },
    ],
  ])('%s', async (_what, content, files) => {
    commit(source);
    writeTree(drop, files);
    const named = join(repository, content);
    const before = git('ls-files').stdout;
    const { code, text } = await bring(named);
    expect(code).toBe(1);
    for (const path of Object.keys(files).filter((name) => !name.endsWith('.md')))
      expect(text).toMatch(new RegExp(`failed +${join(drop, path).replaceAll('.', '\\.')} → `));
    await runNode(['scripts/languedocs.ts', 'check', '--content', named, '--since', 'HEAD']);
    git('-C', named, 'status');
    const status = git('status', '--porcelain', '--untracked-files=all');
    expect(existsSync(marker)).toBe(false);
    // Git is still itself, and has one new file to show.
    expect([git('ls-files').stdout, status.status]).toEqual([before, 0]);
    expect(status.stdout).toMatch(/^\?\? (?:content\/)?fr-FR\/pay\.md\n$/);
  });
});

test('settings of tools in a drop are not brought to where a formatter would run them', async () => {
  writeTree(repository, { 'fr-FR/pay.md': article('fr-FR', 'Payez.') });
  const paths = [
    'fr-FR/prettier.config.mjs',
    'fr-FR/eslint.config.mjs',
    'fr-FR/package.json',
    '.github/workflows/a.yml',
  ];
  const hostile = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(marker)}, ''); export default {};`;
  const shown = paths.map((path) => `[!code-js[a](/${path})]`).join('\n\n');
  writeTree(drop, {
    ...Object.fromEntries(paths.map((path) => [path, path.endsWith('.mjs') ? hostile : '{"prettier":"./x.mjs"}'])),
    'fr-FR/refund.md': article('fr-FR', shown),
  });
  const { code, text } = await bring(repository);
  expect([code, text]).toEqual([1, expect.stringContaining('4 not brought')]);
  await runNode(['node_modules/prettier/bin/prettier.cjs', '--check', join(repository, 'fr-FR')]);
  expect(existsSync(marker)).toBe(false);
});

describe('command line of import', () => {
  test('keeps a drop to a locale, in any case, and says what was expected', async () => {
    writeTree(repository, source);
    writeTree(drop, { 'en-US/pay.md': article('en-US', 'Evil.'), 'fr-FR/pay.md': article('fr-FR', 'Payez.') });
    const { code, text } = await bring(join(repository, 'content'), '--locale', 'FR-fr');
    expect(code).toBe(1);
    expect(text).toMatch(/failed +.*en-US\/pay\.md \(its locale is en-US, expected fr-FR/);
    expect(text).toMatch(/new +.*fr-FR\/pay\.md → .*fr-FR\/pay\.md/);
    expect(readFileSync(join(repository, 'content/en-US/pay.md'), 'utf8')).toBe(source['content/en-US/pay.md']);
  });

  test.each([
    ['XLIFF', { 'fr.xlf': '', 'de.XLF': '' }, 'found 2 .xlf.'],
    ['PO, CSV and JSON', { 'fr.po': '', 'fr.csv': '', 'fr.json': '' }, 'found 1 .csv, 1 .json, 1 .po.'],
    ['pictures', { 'a.png': '' }, 'found nothing else that may hold text.'],
  ])('says what it reads where a drop has %s', async (_what, files, found) => {
    writeTree(repository, source);
    writeTree(drop, files);
    const { code, text } = await bring(join(repository, 'content'));
    expect([code, text]).toEqual([
      2,
      expect.stringContaining('import reads Markdown (files that end in .md, .mdx, .txt)'),
    ]);
    expect(text).toContain(found);
  });

  test('names translations beside articles that it does not read', async () => {
    writeTree(repository, source);
    writeTree(drop, { 'fr-FR/pay.md': article('fr-FR', 'Payez.'), 'fr.xlf': '' });
    const { code, text } = await bring(join(repository, 'content'));
    expect([code, text]).toEqual([
      1,
      expect.stringContaining('Not imported: 1 .xlf. Have translations handed back as Markdown.\n'),
    ]);
  });

  test('replaces the source where it is told to, and not else', async () => {
    writeTree(repository, source);
    writeTree(drop, { 'en-US/pay.md': article('en-US', 'Pay at once.') });
    const refused = await bring(join(repository, 'content'));
    expect([refused.code, refused.text]).toEqual([1, expect.stringContaining('--allow-source')]);
    const allowed = await bring(join(repository, 'content'), '--allow-source');
    expect([allowed.code, allowed.text]).toEqual([0, expect.stringMatching(/changed +/)]);
  });

  test.each([
    ['an unknown locale', ['--locale', 'fr_FR'], 'Unknown locale'],
    ['a drop in the content', [], 'lie in each other'],
  ])('refuses %s', async (_what, words, message) => {
    writeTree(drop, { 'content/fr-FR/pay.md': article('fr-FR', 'Payez.') });
    const content = words.length > 0 ? (writeTree(repository, source), repository) : join(drop, 'content');
    const { code, text } = await bring(content, ...words);
    expect([code, text]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('links in wait', () => {
  test('are not followed by fix, whatever process it is, and are gone afterwards', async () => {
    const damaged = article('fr-FR', 'Voir [ici](https://a.example)pour **payer.**');
    writeTree(repository, { 'fr-FR/a.md': damaged });
    // Numbers of processes grow; these are the next ones, as likely as it gets without a list of all.
    const { pid } = spawnSync('true');
    for (let next = pid; next < pid + 3000; next++)
      symlinkSync('../../outside/victim', join(repository, `fr-FR/a.md.${next}.tmp`));
    symlinkSync('../../outside/victim', join(repository, 'fr-FR/b.md'));
    symlinkSync(outside, join(repository, 'de-DE'));
    const { code, text } = await runNode(['scripts/languedocs.ts', 'fix', '--content', repository]);
    // A link behind which an article may be is an error, and costs no other file its repair.
    expect(code).toBe(1);
    expect(text).toMatch(/error \S*b\.md:1:1 Symbolic links are not followed/);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('precious');
    expect(readFileSync(join(repository, 'fr-FR/a.md'), 'utf8')).toContain('pour **payer**.');
    expect(readdirSync(join(repository, 'fr-FR')).sort()).toEqual(['a.md', 'b.md']);
  });

  test.each<[what: string, lay: (out: string) => void, written: number]>([
    ['a link to a file', (out) => symlinkSync(join(outside, 'victim'), join(out, 'fr-FR/a.md')), 1],
    ['a link to nothing', (out) => symlinkSync(join(outside, 'gone'), join(out, 'fr-FR/a.md')), 1],
    [
      'a link to a folder',
      (out) => {
        rmSync(join(out, 'fr-FR'), { recursive: true });
        symlinkSync(outside, join(out, 'fr-FR'));
      },
      0,
    ],
  ])('are not followed by extract: %s', async (_what, lay, written) => {
    writeTree(repository, { 'fr-FR/a.md': article('fr-FR', 'Payez.'), 'fr-FR/b.md': article('fr-FR', 'Payez.') });
    const out = join(folder, 'extracted');
    mkdirSync(join(out, 'fr-FR'), { recursive: true });
    lay(out);
    const words = ['--content', repository, '--side', 'target', '--out', out];
    const { code, text } = await runNode(['scripts/languedocs.ts', 'extract', ...words]);
    rmSync(out, { recursive: true });
    expect([code, text]).toEqual([1, expect.stringContaining(`${written} of 2 files written`)]);
    expect(filesBelow(outside).map(([path, bytes]) => [path, bytes.toString()])).toEqual([['victim', 'precious']]);
  });

  test('lead extract into no content directory', async () => {
    const text = article('fr-FR', '<span data-ttu-id="a-1">Payez.</span>');
    writeTree(repository, { 'fr-FR/a.md': text });
    const out = join(folder, 'extracted');
    symlinkSync(repository, out);
    const words = ['--content', repository, '--side', 'target', '--out', out];
    const { code } = await runNode(['scripts/languedocs.ts', 'extract', ...words]);
    rmSync(out);
    expect([code, readFileSync(join(repository, 'fr-FR/a.md'), 'utf8')]).toEqual([2, text]);
  });
});
