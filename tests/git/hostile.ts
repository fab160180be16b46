/** Repositories that are made to run a command as soon as Git works in them, and a way to see whether it ran. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Runs Git as anybody would, with nothing that protects. A failure is no matter here. */
export function plainGit(folder: string, ...words: string[]): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@a.example'];
  return execFileSync('git', ['-C', folder, ...who, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A repository with these files in one commit. */
export function repositoryOf(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  write(folder, files);
  plainGit(folder, 'init', '-q', '-b', 'main');
  plainGit(folder, 'add', '.');
  plainGit(folder, 'commit', '-q', '--allow-empty', '-m', 'x');
}

/** What a folder with articles can be, so that Git runs `command`. The article is `fr-FR/page.md`. */
export interface Trap {
  readonly name: string;
  /** Sets it, in a folder where the article lies in a repository of its own. */
  readonly set: (folder: string, command: string) => void;
  /** A plain command of Git's that runs the command there; undefined where this version of Git runs none. */
  readonly control?: readonly string[];
}

/** Adds settings to a repository: `section`, or `section.part`, then names and values. */
function configure(folder: string, settings: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  for (const [section, values] of Object.entries(settings)) {
    const [name = '', ...part] = section.split('.');
    const lines = Object.entries(values).map(([key, value]) => `\t${key} = ${JSON.stringify(value)}\n`);
    const head = part.length === 0 ? name : `${name} ${JSON.stringify(part.join('.'))}`;
    appendFileSync(join(folder, '.git/config'), `[${head}]\n${lines.join('')}`);
  }
}

/** A folder that looks like a bare repository. */
function bare(folder: string, config: string): void {
  write(folder, {
    HEAD: 'ref: refs/heads/main\n',
    'objects/info/x': '',
    'refs/heads/main': `${'a'.repeat(40)}\n`,
    config,
  });
}

/** Takes the object of the article away, so that a promised one is asked for. */
function loseArticle(folder: string): void {
  const id = plainGit(folder, 'rev-parse', 'HEAD:fr-FR/page.md').trim();
  const path = join(folder, '.git/objects', id.slice(0, 2), id.slice(2));
  chmodSync(path, 0o600);
  renameSync(path, join(folder, 'lost'));
}

/** Objects come from where `origin` is. */
const promised = (origin: Readonly<Record<string, string>>) => ({
  core: { repositoryformatversion: '1' },
  extensions: { partialClone: 'origin' },
  'remote.origin': { promisor: 'true', ...origin },
  'protocol.file': { allow: 'always' },
  'protocol.ssh': { allow: 'always' },
  'protocol.ext': { allow: 'always' },
});

const changedPage = { 'fr-FR/page.md': 'Changed.\n' };
const fsmonitor = (command: string) => ({ core: { fsmonitor: `${command}; false` } });

export const traps: readonly Trap[] = [
  {
    name: 'core.fsmonitor in the repository of the content',
    set: (folder, command) => configure(folder, fsmonitor(command)),
    control: ['status'],
  },
  {
    name: 'core.fsmonitor in a folder that looks like a bare repository',
    set: (folder, command) => {
      const config = `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = "${command}; false"\n`;
      bare(join(folder, 'fr-FR'), config);
      cpSync(join(folder, '.git/index'), join(folder, 'fr-FR/index'));
    },
    control: ['-C', 'fr-FR', 'ls-files', '-m'],
  },
  {
    name: 'a promised object in a folder that looks like a bare repository',
    set: (folder, command) => {
      const settings = `[core]\n\trepositoryformatversion = 1\n\tbare = false\n\tworktree = .\n[extensions]\n\tpartialClone = origin\n`;
      const origin = `[remote "origin"]\n\turl = .\n\tpromisor = true\n\tuploadpack = "${command};:"\n`;
      bare(join(folder, 'fr-FR'), settings + origin);
    },
    control: ['-C', 'fr-FR', 'show', 'HEAD:./page.md'],
  },
  {
    name: 'a promised object in the repository of the content',
    set: (folder, command) => {
      loseArticle(folder);
      configure(folder, promised({ url: '.', uploadpack: `${command};:` }));
    },
    control: ['show', 'HEAD:fr-FR/page.md'],
  },
  {
    name: 'a promised object over ssh',
    set: (folder, command) => {
      loseArticle(folder);
      configure(folder, { ...promised({ url: 'ssh://a.example/x' }), core: { sshCommand: `${command};:` } });
      configure(folder, { core: { repositoryformatversion: '1' } });
    },
    control: ['show', 'HEAD:fr-FR/page.md'],
  },
  {
    name: 'a promised object from a helper',
    set: (folder, command) => {
      loseArticle(folder);
      configure(folder, promised({ url: `ext::sh -c ${command.replaceAll(' ', '% ')}` }));
    },
    control: ['show', 'HEAD:fr-FR/page.md'],
  },
  {
    name: 'a filter that the attributes of an article name',
    set: (folder, command) => {
      write(folder, { '.gitattributes': '*.md filter=x\n', ...changedPage });
      configure(folder, { 'filter.x': { clean: `${command}; cat`, smudge: `${command}; cat` } });
    },
    control: ['diff', '--name-only', 'HEAD'],
  },
  {
    name: 'a filter process in .git/info/attributes',
    set: (folder, command) => {
      write(folder, { '.git/info/attributes': '*.md filter=x\n', ...changedPage });
      configure(folder, { 'filter.x': { process: command } });
    },
    control: ['diff', '--name-only', 'HEAD'],
  },
  {
    name: 'a textconv of the attributes',
    set: (folder, command) => {
      write(folder, { '.gitattributes': '*.md diff=x\n', ...changedPage });
      configure(folder, { 'diff.x': { textconv: `${command}; cat` } });
    },
    control: ['show', '--textconv', 'HEAD:fr-FR/page.md'],
  },
  {
    name: 'an external difference',
    set: (folder, command) => {
      write(folder, changedPage);
      configure(folder, { diff: { external: command } });
    },
    control: ['diff', 'HEAD'],
  },
  {
    name: 'settings that are included',
    set: (folder, command) => {
      write(folder, { 'fr-FR/more.txt': `[core]\n\tfsmonitor = "${command}; false"\n` });
      configure(folder, { include: { path: '../fr-FR/more.txt' } });
    },
    control: ['status'],
  },
  {
    name: 'settings that are included for this folder',
    set: (folder, command) => {
      write(folder, { 'fr-FR/more.txt': `[core]\n\tfsmonitor = "${command}; false"\n` });
      configure(folder, { 'includeIf.gitdir:**': { path: '../fr-FR/more.txt' } });
    },
    control: ['status'],
  },
  {
    name: 'settings of the worktree',
    set: (folder, command) => {
      configure(folder, { core: { repositoryformatversion: '1' }, extensions: { worktreeConfig: 'true' } });
      write(folder, { '.git/config.worktree': `[core]\n\tfsmonitor = "${command}; false"\n` });
    },
    control: ['status'],
  },
  {
    name: 'a setting that breaks out of its quotation marks',
    set: (folder, command) => {
      const value = `refs/heads/main"\\n[core]\\n\\tfsmonitor = \\"${command}; false`;
      appendFileSync(join(folder, '.git/config'), `[branch "main"]\n\tmerge = "${value}"\n`);
      configure(folder, { 'branch.x"]\\n[core]': { remote: 'x', merge: 'refs/x' } });
    },
  },
  {
    name: 'hooks',
    set: (folder, command) => {
      for (const name of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman']) {
        write(folder, { [`.git/hooks/${name}`]: `#!/bin/sh\n${command}\n` });
        chmodSync(join(folder, '.git/hooks', name), 0o755);
      }
    },
    control: ['update-ref', 'refs/heads/other', 'HEAD'],
  },
  {
    name: 'a pager and aliases for what is asked',
    set: (folder, command) => {
      const verbs = ['show', 'cat-file', 'rev-parse', 'merge-base', 'ls-tree', 'ls-files', 'config', 'other'];
      configure(folder, {
        core: { pager: command },
        alias: Object.fromEntries(verbs.map((verb) => [verb.replace('-', ''), `!${command}`])),
        pager: Object.fromEntries(verbs.map((verb) => [verb, command])),
      });
    },
    control: ['other'],
  },
  {
    name: 'a .git file that leads to a repository among the articles',
    set: (folder, command) => {
      repositoryOf(join(folder, 'fr-FR'), {});
      configure(join(folder, 'fr-FR'), { core: { ...fsmonitor(command).core, worktree: '..' } });
      renameSync(join(folder, 'fr-FR/.git'), join(folder, 'fr-FR/pictures'));
      write(folder, { 'fr-FR/.git': 'gitdir: pictures\n' });
    },
    control: ['-C', 'fr-FR', 'status'],
  },
  {
    name: 'a repository inside of the content',
    set: (folder, command) => {
      repositoryOf(join(folder, 'fr-FR'), {});
      configure(join(folder, 'fr-FR'), fsmonitor(command));
    },
    control: ['-C', 'fr-FR', 'status'],
  },
  {
    name: 'a link that is called .git',
    set: (folder, command) => {
      repositoryOf(join(folder, 'fr-FR'), {});
      configure(join(folder, 'fr-FR'), fsmonitor(command));
      renameSync(join(folder, 'fr-FR/.git'), join(folder, 'pictures'));
      symlinkSync('../pictures', join(folder, 'fr-FR/.git'));
    },
    control: ['-C', 'fr-FR', 'status'],
  },
  {
    name: 'a repository that says that it shares another one',
    set: (folder, command) => {
      repositoryOf(join(folder, 'shared'), {});
      configure(join(folder, 'shared'), fsmonitor(command));
      renameSync(join(folder, 'shared/.git'), join(folder, 'pictures'));
      write(folder, { '.git/commondir': '../pictures\n' });
    },
    control: ['status'],
  },
  {
    name: 'a program to sign with, to ask for passwords and to edit with',
    set: (folder, command) =>
      configure(folder, {
        gpg: { program: command },
        log: { showSignature: 'true' },
        core: { askPass: command, editor: command, gitProxy: command, alternateRefsCommand: command },
        credential: { helper: `!${command}` },
        uploadpack: { packObjectsHook: command },
      }),
  },
];

/** A command that leaves a marker, and a question for the marker. */
export function marker(folder: string): { command: string; isThere: () => boolean } {
  const path = join(folder, '..', 'RAN');
  return { command: `touch ${path}`, isThere: () => existsSync(path) };
}
