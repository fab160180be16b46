/** Whether readers find every article by its own title. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isBuiltIndex, readBuilt } from '../../src/disk/built-file.ts';

interface Answer {
  readonly query: string;
  readonly results: readonly { readonly url: string; readonly title: string }[];
}

/** Asks `find` for the title of each article, and gives those that neither they nor an article of the same title answer. */
export function notFound(project: string, site: string): { locale: string; title: string; reason: string }[] {
  const { topics } = readBuilt(join(site, 'api/v1/index.json'), isBuiltIndex);
  const locales = [...new Set(topics.flatMap((topic) => Object.keys(topic.locales)))].sort();
  return locales.flatMap((locale) => {
    const wanted = topics.flatMap(({ title, locales: editions }) => {
      const [words, edition] = [title[locale]?.trim(), editions[locale]];
      return words && edition ? [{ title: words, url: edition.url }] : [];
    });
    if (wanted.length === 0) return [];
    const words = ['scripts/languedocs.ts', 'find', '--site', site, '--lang', locale, '--json'];
    const input = wanted.map(({ title }) => `${title}\n`).join('');
    const { stdout, stderr, status } = spawnSync(process.execPath, words, {
      cwd: project,
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) return [{ locale, title: '', reason: `find failed: ${stderr.trim()}` }];
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer);
    return wanted.flatMap(({ title, url }, index) => {
      const results = answers[index]?.results ?? [];
      const isThere = results.some((result) => result.title === title || url.endsWith(result.url));
      return isThere ? [] : [{ locale, title, reason: 'not among the first ten answers to its own title' }];
    });
  });
}
