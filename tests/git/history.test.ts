/** Repositories as people have them: all of them can be compared with their past. */
import { cpSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { changedSince } from '../../src/commands/changed-files.ts';
import { differenceSince } from '../../src/dev/sentence-difference.ts';
import { folderOf } from '../support.ts';
import { plainGit, repositoryOf, write } from './hostile.ts';

const articles = { 'fr-FR/a.md': 'Un.\n', 'fr-FR/b.md': 'Deux.\n', '.gitignore': 'draft-*\n' };

/** Copied for each test. */
const model = mkdtempSync(join(tmpdir(), 'languedocs-'));
beforeAll(() => repositoryOf(model, articles));
afterAll(() => rmSync(model, { recursive: true, force: true }));

/** A repository in a folder of the test's own. */
function clone(name = 'content'): string {
  const root = join(realpathSync(folderOf({})), name);
  cpSync(model, root, { recursive: true });
  return root;
}

const commit = (root: string) => {
  plainGit(root, 'add', '.');
  plainGit(root, 'commit', '-qm', 'y');
};

/** Which of the articles have changed, and what the first is shown to have been. */
async function seen(root: string, revision = 'HEAD', names: readonly string[] = ['fr-FR/a.md', 'fr-FR/b.md']) {
  const differs = await changedSince(revision, [root]);
  return names.filter((name) => differs(join(root, name)));
}
const wasThere = async (root: string, revision = 'HEAD', path = 'fr-FR/a.md') =>
  (await differenceSince(revision, { root, path }, 'en-US')).lines
    .flat()
    .filter(({ kind }) => kind === 'removed')
    .map(({ text }) => text);

describe('an article has changed', () => {
  const rows: [what: string, change: (root: string) => void, revision: string, changed: string[]][] = [
    ['not when nothing was done', () => undefined, 'HEAD', []],
    ['when it was saved', (root) => write(root, { 'fr-FR/a.md': 'Une.\n' }), 'HEAD', ['fr-FR/a.md']],
    ['when it is new', (root) => write(root, { 'fr-FR/c.md': 'Trois.\n' }), 'HEAD', ['fr-FR/c.md']],
    ['not when Git ignores it', (root) => write(root, { 'fr-FR/draft-c.md': 'Trois.\n' }), 'HEAD', []],
    ['not when it was removed', (root) => rmSync(join(root, 'fr-FR/a.md')), 'HEAD', []],
    ['not by its line ends alone', (root) => write(root, { 'fr-FR/a.md': 'Un.\r\n' }), 'HEAD', []],
    [
      'when it was put aside for the next commit',
      (root) => {
        write(root, { 'fr-FR/a.md': 'Une.\n' });
        plainGit(root, 'add', '.');
      },
      'HEAD',
      ['fr-FR/a.md'],
    ],
    [
      'in a commit of this branch',
      (root) => {
        plainGit(root, 'checkout', '-qb', 'work');
        write(root, { 'fr-FR/a.md': 'Une.\n', 'fr-FR/c.md': 'Trois.\n' });
        commit(root);
      },
      'main',
      ['fr-FR/a.md', 'fr-FR/c.md'],
    ],
    [
      'not in a commit of another branch',
      (root) => {
        plainGit(root, 'checkout', '-qb', 'work');
        plainGit(root, 'checkout', '-q', 'main');
        write(root, { 'fr-FR/b.md': 'Deuxième.\n' });
        commit(root);
        plainGit(root, 'checkout', '-q', 'work');
        write(root, { 'fr-FR/a.md': 'Une.\n' });
      },
      'main',
      ['fr-FR/a.md'],
    ],
  ];
  test.each(rows)('%s', async (_what, change, revision, changed) => {
    const root = clone();
    change(root);
    expect(await seen(root, revision, ['fr-FR/a.md', 'fr-FR/b.md', 'fr-FR/c.md', 'fr-FR/draft-c.md'])).toEqual(changed);
  });
});

describe('the repository is found', () => {
  const rows: [where: string, rootOf: (folder: string) => string][] = [
    ['at the content directory', (folder) => folder],
    [
      'above the content directory',
      (folder) => {
        const work = join(folder, '..', 'work');
        write(work, { 'README.md': 'x' });
        renameSync(folder, join(work, 'content'));
        rmSync(join(work, 'content/.git'), { recursive: true });
        repositoryOf(work, {});
        return join(work, 'content');
      },
    ],
    [
      'behind a link to the content directory',
      (folder) => {
        symlinkSync(folder, `${folder}-link`);
        return `${folder}-link`;
      },
    ],
    [
      'in another worktree',
      (folder) => {
        plainGit(folder, 'worktree', 'add', '-q', '../other');
        return join(folder, '../other');
      },
    ],
    [
      'in a worktree inside of the first',
      (folder) => {
        plainGit(folder, 'worktree', 'add', '-q', 'trees/other');
        return join(folder, 'trees/other');
      },
    ],
    [
      'in a worktree of a bare repository',
      (folder) => {
        plainGit(folder, 'clone', '-q', '--bare', '.', '../bare.git');
        plainGit(join(folder, '../bare.git'), 'worktree', 'add', '-q', '../other', 'main');
        return join(folder, '../other');
      },
    ],
    [
      'in a submodule',
      (folder) => {
        const outer = join(folder, '..', 'outer');
        repositoryOf(outer, { 'README.md': 'x' });
        plainGit(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', folder, 'content');
        return join(outer, 'content');
      },
    ],
    [
      'in a shallow clone',
      (folder) => {
        plainGit(folder, 'clone', '-q', '--depth=1', `file://${folder}`, '../shallow');
        return join(folder, '../shallow');
      },
    ],
    [
      'in a clone that borrows its objects',
      (folder) => {
        plainGit(folder, 'clone', '-q', '--shared', '.', '../shared');
        return join(folder, '../shared');
      },
    ],
    [
      'with its branches packed',
      (folder) => {
        plainGit(folder, 'pack-refs', '--all');
        plainGit(folder, 'gc', '-q');
        return folder;
      },
    ],
  ];
  test.each(rows)('%s', async (_where, rootOf) => {
    const root = rootOf(clone());
    write(root, { 'fr-FR/a.md': 'Une.\n' });
    expect(await seen(root)).toEqual(['fr-FR/a.md']);
    expect(await wasThere(root)).toEqual(['Un']);
  });

  test('of a submodule among the articles', async () => {
    const inner = clone();
    const outer = join(inner, '..', 'outer');
    repositoryOf(outer, { 'content/README.md': 'x' });
    plainGit(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'content/docs');
    write(outer, { 'content/docs/fr-FR/a.md': 'Une.\n' });
    expect(await wasThere(join(outer, 'content'), 'HEAD', 'docs/fr-FR/a.md')).toEqual(['Un']);
  });

  test('not by what a hook has set', async () => {
    const [root, other] = [clone(), clone('other')];
    write(root, { 'fr-FR/a.md': 'Une.\n' });
    const set = { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other, GIT_INDEX_FILE: join(other, 'x') };
    Object.assign(process.env, set);
    onTestFinished(() => {
      for (const name of Object.keys(set)) Reflect.deleteProperty(process.env, name);
    });
    expect(await seen(root)).toEqual(['fr-FR/a.md']);
    expect(await wasThere(root)).toEqual(['Un']);
  });
});

describe('a revision is known', () => {
  test.each([
    'HEAD',
    'main',
    'v1',
    '@',
    'HEAD~1',
    'main^',
    'HEAD^{commit}',
    '@{upstream}',
    'main@{1}',
    'origin/main',
    'origin/été',
  ])('as %s', async (revision) => {
    const origin = clone();
    plainGit(origin, 'tag', '-a', 'v1', '-m', 'x');
    plainGit(origin, 'branch', 'été');
    plainGit(origin, 'clone', '-q', '.', '../clone');
    const root = join(origin, '../clone');
    write(root, { 'fr-FR/b.md': 'Deuxième.\n' });
    commit(root);
    write(root, { 'fr-FR/a.md': 'Une.\n' });
    expect(await seen(root, revision, ['fr-FR/a.md'])).toEqual(['fr-FR/a.md']);
    expect(await wasThere(root, revision)).toEqual(['Un']);
  });

  test('in the log of another worktree', async () => {
    const main = clone();
    plainGit(main, 'worktree', 'add', '-q', '../other');
    const root = join(main, '../other');
    write(root, { 'fr-FR/a.md': 'Une.\n' });
    commit(root);
    expect(await wasThere(root, 'HEAD@{1}')).toEqual(['Un']);
    expect(await wasThere(root, 'main')).toEqual(['Un']);
    expect(await wasThere(root, 'HEAD')).toEqual([]);
  });
});

describe('what cannot be compared is told with the next step', () => {
  const rows: [what: string, change: (root: string) => string | undefined, said: RegExp][] = [
    ['no such revision', () => undefined, /does not know the revision `nothing-like-it` in .*Name a branch/],
    [
      'no repository',
      (root) => {
        rmSync(join(root, '.git'), { recursive: true });
        return undefined;
      },
      /is in no Git repository/,
    ],
    [
      'a .git that is no repository',
      (root) => {
        rmSync(join(root, '.git'), { recursive: true });
        write(root, { '.git/x': '' });
        return undefined;
      },
      /is in no Git repository/,
    ],
    [
      'a .git file that leads away',
      (root) => {
        renameSync(join(root, '.git'), join(root, '../elsewhere'));
        writeFileSync(join(root, '.git'), 'gitdir: ../elsewhere\n');
        return undefined;
      },
      /\.git leads to a repository that does not belong to this folder/,
    ],
    [
      'a submodule with settings that cannot be read',
      (root) => {
        renameSync(join(root, '.git'), join(root, '../elsewhere'));
        write(root, { '.git': 'gitdir: ../elsewhere\n', '../elsewhere/config': '[core\nx' });
        return undefined;
      },
      /\.git leads to a repository that does not belong to this folder/,
    ],
    [
      'no commit yet',
      (root) => {
        rmSync(join(root, '.git'), { recursive: true });
        plainGit(root, 'init', '-q');
        return 'HEAD';
      },
      /does not know the revision `HEAD`/,
    ],
    [
      'settings that cannot be read',
      (root) => {
        write(root, { '.git/config': '[core\nx' });
        return 'HEAD';
      },
      /Git cannot read .*config/,
    ],
    [
      'objects that are missing',
      (root) => {
        rmSync(join(root, '.git/objects'), { recursive: true });
        write(root, { '.git/objects/info/x': '' });
        return 'HEAD';
      },
      /does not know the revision `HEAD`/,
    ],
  ];
  test.each(rows)('%s', async (_what, change, said) => {
    const root = clone();
    const revision = change(root) ?? 'nothing-like-it';
    await expect(seen(root, revision)).rejects.toThrow(said);
    const told = await wasThere(root, revision).catch(String);
    expect(told).toMatch(said);
    expect(told).not.toMatch(/fatal:|\n/);
  });

  test('an article that was not there yet', async () => {
    const root = clone();
    write(root, { 'fr-FR/c.md': 'Trois.\n' });
    await expect(wasThere(root, 'main', 'fr-FR/c.md')).rejects.toThrow('There is no fr-FR/c.md in `main`.');
  });

  test('an article that was a link then', async () => {
    const root = clone();
    rmSync(join(root, 'fr-FR/a.md'));
    symlinkSync('../../secret', join(root, 'fr-FR/a.md'));
    commit(root);
    rmSync(join(root, 'fr-FR/a.md'));
    write(root, { 'fr-FR/a.md': 'Une.\n' });
    await expect(wasThere(root)).rejects.toThrow('There is no fr-FR/a.md in `HEAD`.');
  });

  test('an article that only the server has', async () => {
    const origin = clone();
    plainGit(origin, 'config', 'uploadpack.allowFilter', 'true');
    plainGit(origin, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${origin}`, '../partial');
    const root = join(origin, '../partial');
    write(root, { 'fr-FR/a.md': 'Une.\n' });
    await expect(wasThere(root)).rejects.toThrow(/is not on this machine, as in a partial clone/);
  });

  test('no Git', async () => {
    const root = clone();
    const path = process.env['PATH'];
    process.env['PATH'] = folderOf({});
    onTestFinished(() => void (process.env['PATH'] = path));
    await expect(seen(root)).rejects.toThrow('Git was not found. Install it');
  });
});
