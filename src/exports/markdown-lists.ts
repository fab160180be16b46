/** Lists of the articles as Markdown, for assistants. */
import { localeOf } from '../core/locales.ts';
import type { SiteFacts } from '../store/site.ts';
import { escapeMarkdown } from '../pipeline/markdown-text.ts';
import { languageName } from '../core/languages.ts';
import { apiPath } from './api.ts';
import type { Catalogue, Edition } from './catalogue.ts';
import type { SiteFile } from './permanent-pages.ts';

export type HandOverFacts = Pick<SiteFacts, 'title' | 'origin'>;

/** `/llms.txt`, which names the lists of all languages, and a list for each. */
export function* listsForAssistants(
  { entries, locales, base, sourceLocale }: Catalogue,
  { title, origin = '' }: HandOverFacts,
): Generator<SiteFile> {
  const lists = locales.map(
    (tag) => `- [${languageName(tag, 'en')} (${tag})](${origin}${base}${localeOf(tag).path}/llms.txt)`,
  );
  yield {
    path: 'llms.txt',
    text: [
      `# ${escapeMarkdown(title)}`,
      '',
      `> Help articles in ${locales.length} languages. Articles are written in ${languageName(sourceLocale, 'en')} first; each is Markdown.`,
      '',
      '## Articles by language',
      '',
      ...lists,
      '',
      '## Data',
      '',
      `- [API](${origin}${apiPath(base, 'openapi.json')}): articles, ids and states of translations as JSON`,
      '',
    ].join('\n'),
  };
  for (const tag of locales) {
    const lines = entries.flatMap(({ editions }) => {
      const edition = editions.find(({ locale }) => locale === tag);
      return edition === undefined || edition.noindex ? [] : [lineOf(edition, origin)];
    });
    yield {
      path: `${localeOf(tag).path}/llms.txt`,
      text: `# ${escapeMarkdown(title)} (${tag})\n\n## ${localeOf(tag).name}\n\n${lines.join('')}`,
    };
  }
}

function lineOf({ title, markdown, summary }: Edition, origin: string): string {
  const address = `${origin}${markdown}`.replaceAll('(', '%28').replaceAll(')', '%29');
  return `- [${escapeMarkdown(title)}](${address})${summary === '' ? '' : `: ${escapeMarkdown(summary)}`}\n`;
}
