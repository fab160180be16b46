/** The commands that write what others read, on small inputs of their own. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { workFolder } from '../../src/config/work-folder.ts';
import { run } from './commands.ts';
import { copyTree, filesBelow, type State, type Subject, treeDigest, writeTree } from './kill.ts';

const locales = ['en-US', 'fr-FR', 'ja-JP'];

/** Articles in two states: one has changed, one has come, one has gone. */
export function articles(state: State): Record<string, string> {
  const names = ['pay', 'refund', state === 'a' ? 'gone' : 'come'];
  return Object.fromEntries(
    locales.flatMap((locale) =>
      names.map((name): [string, string] => [
        `${locale}/${name}.md`,
        `---\nms.contentlocale: ${locale}\nms.lasthandoff: ${state === 'a' ? '01/02/2024' : '01/03/2024'}\n---\n` +
          `# <a name="${name}"></a>Article ${name}\n\nState ${name === 'refund' ? '' : state} of ${name} in ${locale}.\n`,
      ]),
    ),
  );
}

/** `build` of articles that change. */
export function buildSubject(project: string, folder: string): Subject {
  const [content, out] = [join(folder, 'content'), join(folder, 'site')];
  return {
    name: 'build',
    words: ['scripts/languedocs.ts', 'build', '--content', content, '--out', out],
    prepare: (state) => writeTree(content, articles(state)),
    found: () => treeDigest(out),
    leftovers: () => [...beside(out), ...temporary(workFolder({ project, out }))],
  };
}

/** `assemble` of parts that change. */
export async function assembleSubject(project: string, folder: string): Promise<Subject> {
  const content = join(folder, 'content');
  const parts = ['en-US,fr-FR', 'ja-JP'];
  for (const state of ['a', 'b'] as const) {
    writeTree(content, articles(state));
    for (const [index, part] of parts.entries()) {
      const out = join(folder, `${state}-${index}`);
      const ended = await run(project, [
        'scripts/languedocs.ts',
        'build',
        '--content',
        content,
        '--out',
        out,
        '--locales',
        part,
      ]);
      if (ended.code !== 0) throw new Error(`A part was not built:\n${ended.text}`);
    }
  }
  const out = join(folder, 'site');
  const given = parts.map((_part, index) => join(folder, `part-${index}`));
  return {
    name: 'assemble',
    words: ['scripts/languedocs.ts', 'assemble', ...given, '--out', out],
    prepare: (state) => given.forEach((part, index) => copyTree(join(folder, `${state}-${index}`), part)),
    found: () => treeDigest(out),
    leftovers: () => beside(out),
  };
}

/** `import` of a drop; the content directory may hold files of both states, each of them whole. */
export function importSubject(folder: string): Subject {
  const [drop, content] = [join(folder, 'drop'), join(folder, 'content')];
  const whole = new Set((['a', 'b'] as const).flatMap((state) => Object.values(articles(state))));
  return {
    name: 'import',
    words: ['scripts/languedocs.ts', 'import', drop, '--content', content, '--allow-source'],
    prepare: (state) => {
      const before = articles(state === 'a' ? 'b' : 'a');
      // A drop brings what is new; what the state before had stays where it is not in the drop.
      writeTree(content, Object.fromEntries(Object.entries(before).map(([path, text]) => [path, older(text)])));
      writeTree(drop, articles(state));
    },
    found: () => treeDigest(content),
    leftovers: () => unfinishedIn(content),
    mixture: () => eachIn(content, isWhole),
  };

  function isWhole(text: string): boolean {
    return whole.has(text) || [...whole].some((each) => older(each) === text);
  }
}

/** `fix` of articles that need it; the content directory may hold mended files beside files that are as they were, all of them whole. */
export function fixSubject(folder: string): Subject {
  const content = join(folder, 'content');
  // Mended alike in all languages: in Japanese no blank is missing where two words are glued.
  const [damaged, mended] = [
    'See [this](https://a.example) for **all.**',
    'See [this](https://a.example) for **all**.',
  ];
  const written = (state: State, sentence: string): Record<string, string> =>
    Object.fromEntries(Object.entries(articles(state)).map(([path, text]) => [path, `${text}\n${sentence}\n`]));
  const whole = new Set(
    (['a', 'b'] as const).flatMap((state) => [damaged, mended].flatMap((each) => Object.values(written(state, each)))),
  );
  return {
    name: 'fix',
    words: ['scripts/languedocs.ts', 'fix', '--content', content],
    prepare: (state) => writeTree(content, written(state, damaged)),
    found: () => treeDigest(content),
    leftovers: () => unfinishedIn(content),
    mixture: () => eachIn(content, (text) => whole.has(text)),
  };
}

function unfinishedIn(content: string): string[] {
  return filesBelow(content).flatMap(([path]) => (path.endsWith('.tmp') ? [path] : []));
}

/** Whether something is true of all files that are finished. */
function eachIn(content: string, test: (text: string) => boolean): boolean {
  return filesBelow(content).every(([path, bytes]) => path.endsWith('.tmp') || test(bytes.toString('utf8')));
}

function older(text: string): string {
  return text.replace(/\d{4}\n---\n#/, '2020\n---\n#');
}

function beside(out: string): string[] {
  const names = existsSync(dirname(out)) ? readdirSync(dirname(out)) : [];
  return names.filter((name) => name.startsWith(`${basename(out)}.`));
}

function temporary(work: string): string[] {
  const names = existsSync(work) ? readdirSync(work) : [];
  return names.filter((name) => /\.(?:tmp|fresh)$|^(?:staging|made)$/.test(name));
}
