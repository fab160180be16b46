/** Git in folders that somebody else has made: it runs nothing that they name. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changedSince } from '../../src/commands/changed-files.ts';
import { differenceSince } from '../../src/dev/sentence-difference.ts';
import { folderOf } from '../support.ts';
import { marker, plainGit, repositoryOf, traps } from './hostile.ts';

/** Copied for each test. */
const model = mkdtempSync(join(tmpdir(), 'languedocs-'));
beforeAll(() => repositoryOf(model, { 'fr-FR/page.md': 'Bonjour.\n' }));
afterAll(() => rmSync(model, { recursive: true, force: true }));

/** A content root that is a repository. */
function content(): string {
  const root = join(folderOf({}), 'content');
  cpSync(model, root, { recursive: true });
  return root;
}

describe.each(traps)('$name', ({ set, control }) => {
  test.runIf(control !== undefined)('runs a command where Git is used plainly', () => {
    const root = content();
    const { command, isThere } = marker(root);
    set(root, command);
    try {
      plainGit(root, ...(control ?? []));
    } catch {
      // What is asked may well fail; the command has run before.
    }
    expect(isThere()).toBe(true);
  });

  test('runs nothing when articles are compared with a revision', async () => {
    const root = content();
    const { command, isThere } = marker(root);
    set(root, command);
    const asked = [root, join(root, 'fr-FR')].flatMap((folder) => {
      const file = { root: folder, path: folder === root ? 'fr-FR/page.md' : 'page.md' };
      const changed = changedSince('HEAD', [folder]).then((differs) => differs(join(folder, file.path)));
      return [changed.catch(ignoreRefusal), differenceSince('HEAD', file, 'en-US').catch(ignoreRefusal)];
    });
    await Promise.all(asked);
    expect(isThere()).toBe(false);
  });
});

/** Some of these repositories cannot be read, which is told in words. */
function ignoreRefusal(error: unknown): void {
  expect(String(error)).not.toMatch(/fatal:|\n/);
  expect((error as Error).constructor.name).toBe('CommandError');
}

describe('a revision', () => {
  const revisions = [
    '--help',
    '--all',
    '--output=x',
    '-',
    '-h',
    '',
    ' main',
    '^main',
    'HEAD:fr-FR/page.md',
    ':/x',
    'HEAD..main',
    '--upload-pack=x',
    'a\u0000b',
    'a\u001b]0;x\u0007',
    'main\n--all',
  ];
  test.each(revisions)('is not `%s`', async (revision) => {
    const root = content();
    const isNone = /is not the name of a revision\. Expected/;
    await expect(changedSince(revision, [root])).rejects.toThrow(isNone);
    await expect(differenceSince(revision, { root, path: 'fr-FR/page.md' }, 'en-US')).rejects.toThrow(isNone);
  });
});
