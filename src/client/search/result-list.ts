/** Results as elements: links in a list on a page of their own, options of a combo box where they hang below a field. */
import { fill } from '../../ui/fill.ts';
import type { Found, FoundList, FoundPlace } from '../../search/query/site-search.ts';
import type { Piece } from '../../search/query/snippet.ts';
import { numberText, type SearchStrings } from './search-strings.ts';

/** Where results are shown. */
export type Manner = 'links' | 'options';

/** An empty list. */
export function makeList(manner: Manner, id: string, label: string): HTMLElement {
  const list = document.createElement(manner === 'links' ? 'ol' : 'div');
  list.className = 'results';
  list.id = id;
  if (manner === 'options') {
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', label);
  }
  return list;
}

/** Adds results to the list; those in another language say so to screen readers too. */
export function appendResults(
  list: HTMLElement,
  results: readonly Found[],
  { locale, fallback }: Pick<FoundList, 'locale' | 'fallback'>,
  strings: SearchStrings,
  manner: Manner,
): void {
  for (const found of results) {
    const item = document.createElement(manner === 'links' ? 'li' : 'div');
    if (manner === 'options') item.setAttribute('role', 'presentation');
    const link = makeLink(found.url, 'result', manner, list);
    const hint = strings.translations[found.translation];
    const [title, summary] = [marked('span', 'title', found.title), marked('span', 'summary', found.excerpt)];
    if (fallback) {
      for (const element of [title, summary]) {
        element.lang = locale.tag;
        element.dir = locale.direction;
      }
    }
    link.append(title);
    if (manner === 'options') link.append(summary);
    item.append(link);
    if (manner === 'links') item.append(summary);
    if (hint !== undefined && !fallback) (manner === 'options' ? link : item).append(text('span', 'hint', hint));
    if (found.place) {
      const place = makeLink(found.place.url, 'place', manner, list);
      place.append(...placeParts(found.place, strings, locale.tag).map(part));
      item.append(place);
    }
    list.append(item);
  }
}

/** What can be reached in a list, in its order. */
export function linksOf(list: HTMLElement): HTMLAnchorElement[] {
  return [...list.querySelectorAll('a')];
}

function makeLink(url: string, className: string, manner: Manner, list: HTMLElement): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = url;
  link.className = className;
  if (manner === 'options') {
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.tabIndex = -1;
    link.id = `${list.id}-${list.querySelectorAll('a').length}-${className}`;
  }
  return link;
}

function placeParts({ heading, markedHeading, step }: FoundPlace, strings: SearchStrings, tag: string): Piece[] {
  const atStep = step === undefined ? '' : fill(strings.step, { number: numberText(step, tag) });
  if (heading === '') return [{ text: atStep, marked: false }];
  const [before = '', ...after] = fill(strings.section, { title: heading }).split(heading);
  const start = atStep === '' ? before : `${atStep} · ${before}`;
  return [{ text: start, marked: false }, ...markedHeading, { text: after.join(heading), marked: false }];
}

function marked(tag: string, className: string, pieces: readonly Piece[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...pieces.map(part));
  return element;
}

function part({ text: content, marked: isMarked }: Piece): HTMLElement | string {
  return isMarked ? text('mark', '', content) : content;
}

function text(tag: string, className: string, content: string): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.textContent = content;
  return element;
}
