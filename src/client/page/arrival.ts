/**
 * Where a reader arrives. A fragment may be written in the words of a heading instead of its id, as other sites make it, or name a
 * sentence that this language does not have; either way the reader comes to the nearest place.
 */
import { currentPlace, decodedHash } from './place.ts';

const key = 'languedocs-place';

/** Notes the place for the next page of the same article, and gives its fragment: `#s103`, or nothing at the beginning. */
export function takePlaceAlong(ids = currentPlace()): string {
  try {
    sessionStorage.setItem(key, JSON.stringify(ids));
  } catch {
    // The next page has the fragment.
  }
  return ids[0] === undefined ? '' : `#${encodeURIComponent(ids[0])}`;
}

export function attachArrival(): void {
  arrive();
  addEventListener('hashchange', arrive);
}

function arrive(): void {
  const wanted = decodedHash();
  if (wanted === '' || document.getElementById(wanted)) return;
  const target = coarserPlace(wanted) ?? headingInWords(wanted);
  // `replace` makes it the target, and leaves no step in the history that leads to nowhere.
  if (target) location.replace(`#${encodeURIComponent(target.id)}`);
}

function coarserPlace(wanted: string): HTMLElement | undefined {
  const ids = noted();
  if (ids[0] !== wanted) return undefined;
  return ids.map((id) => document.getElementById(id)).find((element) => element !== null);
}

function noted(): string[] {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** `#avant-de-commencer`, with or without accents, leads to “Avant de commencer”. */
function headingInWords(wanted: string): HTMLElement | undefined {
  const words = bare(wanted);
  if (words === '') return undefined;
  const headings = [...document.querySelectorAll<HTMLElement>('.prose :is(h1, h2, h3, h4, h5, h6)[id]')];
  // An id that differs only in case or in marks is an older spelling of the same.
  return headings.find(({ id, textContent }) => bare(id) === words || bare(textContent) === words);
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
