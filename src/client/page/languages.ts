/** The language switcher: keeps the reader's place, remembers the choice, and closes as a menu does. */
import { takePlaceAlong } from './arrival.ts';
import { closeLikeMenu } from './menu.ts';
import { remember } from './storage.ts';

export function attachLanguages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-languages] a, [data-keep-place]')) {
    keepPlace(link);
    link.addEventListener('click', () => {
      if (link.hreflang !== '' && link.dataset['keepPlace'] === undefined) remember('languedocs-locale', link.hreflang);
    });
  }
  const menu = document.querySelector<HTMLDetailsElement>('[data-languages]');
  if (menu) closeLikeMenu(menu);
}

/** Makes a link to the same article in another language lead to the place that is being read. */
export function keepPlace(link: HTMLAnchorElement): void {
  const keep = (): void => {
    link.hash = takePlaceAlong();
  };
  // On the way to the link and not before: by then the reader has arrived somewhere.
  for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, keep);
}
