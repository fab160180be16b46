/** The commands that write what others read, on small inputs of their own. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { workFolder } from '../build/build.ts';
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
    words: ['scripts/build.ts', '--content', content, '--out', out],
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
      const ended = await run(project, ['scripts/build.ts', '--content', content, '--out', out, '--locales', part]);
      if (ended.code !== 0) throw new Error(`A part was not built:\n${ended.text}`);
    }
  }
  const out = join(folder, 'site');
  const given = parts.map((_part, index) => join(folder, `part-${index}`));
  return {
    name: 'assemble',
    words: ['scripts/assemble.ts', ...given, '--out', out],
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
    words: ['scripts/import.ts', drop, '--content', content],
    prepare: (state) => {
      const before = articles(state === 'a' ? 'b' : 'a');
      // A drop brings what is new; what the state before had stays where it is not in the drop.
      writeTree(content, Object.fromEntries(Object.entries(before).map(([path, text]) => [path, older(text)])));
      writeTree(drop, articles(state));
    },
    found: () => treeDigest(content),
    leftovers: () => filesBelow(content).flatMap(([path]) => (path.endsWith('.tmp') ? [path] : [])),
    mixture: () =>
      filesBelow(content).every(([path, bytes]) => path.endsWith('.tmp') || isWhole(bytes.toString('utf8'))),
  };

  function isWhole(text: string): boolean {
    return whole.has(text) || [...whole].some((each) => older(each) === text);
  }
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
