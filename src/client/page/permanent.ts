/**
 * Permanent links and former addresses: on to the article in the reader's language with the fragment kept, or the choice between
 * several articles. Where they lead is written in the page; nothing in the address but a language is listened to.
 */
import type { ApiId } from '../../exports/api.ts';
import { apiFileOf } from '../../exports/id.ts';
import { fill } from '../../ui/fill.ts';
import { readerLocale } from './reader-locale.ts';

/** What the choice says in a language; see `theme/pages/desk/permanent.json.ts`. */
export interface ChoiceStrings {
  readonly direction: string;
  readonly choose: string;
  /** With `{{id}}`. */
  readonly several: string;
}

const root = document.querySelector<HTMLElement>('[data-permanent]');
if (root) void open(root);

async function open({ dataset }: HTMLElement): Promise<void> {
  const { permanent, to, slug = '', id = '', main = '', locales = '' } = dataset;
  const base = document.body.dataset['base'] ?? '/';
  if (permanent === 'moved' && to !== undefined) {
    location.replace(to + location.hash);
    return;
  }
  const locale = readerLocale(locales.split(' ')) ?? main;
  if (permanent === 'article') {
    location.replace(pageOf(base, locale, slug));
    return;
  }
  try {
    const [strings, known] = await Promise.all([
      load<Readonly<Record<string, ChoiceStrings>>>(`${base}desk/permanent.json`),
      load<ApiId>(`${base}${apiFileOf('ids', id) ?? ''}`),
    ]);
    const words = strings[locale];
    if (words) showChoice(words, known, { locale, main, base });
  } finally {
    // Where the words could not be loaded, those of the page itself will do.
    document.body.classList.add('ready');
  }
}

function showChoice(
  { direction, choose, several }: ChoiceStrings,
  known: ApiId,
  { locale, main, base }: Readonly<Record<'locale' | 'main' | 'base', string>>,
): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = direction;
  document.title = choose;
  const set = (selector: string, text: string): void => {
    const element = document.querySelector(selector);
    if (element) element.textContent = text;
  };
  set('[data-permanent] h1', choose);
  set('[data-permanent] .lead', fill(several, { id: known.id }));
  const items = known.topics.map(({ slug, title, permanent, pages }) => {
    const shown = [locale, main].find((tag) => title[tag] !== undefined) ?? Object.keys(title)[0] ?? '';
    const link = document.createElement('a');
    link.href = pages.includes(locale) ? pageOf(base, locale, slug) : permanent;
    link.textContent = title[shown] ?? slug;
    if (shown !== locale) link.lang = shown;
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  document.querySelector('[data-permanent] .choices')?.replaceChildren(...items);
}

function pageOf(base: string, locale: string, slug: string): string {
  return `${base}${locale.toLowerCase()}/${encodeURI(slug)}/${location.hash}`;
}

async function load<Value>(address: string): Promise<Value> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Value;
}
