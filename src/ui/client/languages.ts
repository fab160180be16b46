/** The language switcher: keeps the reader's place, remembers the choice, and closes as a menu does. */
import { placeFragment } from './place.ts';
import { remember } from './storage.ts';

export function attachLanguages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-languages] a, [data-keep-place]')) {
    // On the way to the link and not before: by then the reader has arrived somewhere.
    const keepPlace = (): void => {
      link.hash = placeFragment();
    };
    link.addEventListener('pointerdown', keepPlace);
    link.addEventListener('focus', keepPlace);
    link.addEventListener('click', () => {
      keepPlace();
      if (link.hreflang !== '' && link.dataset['keepPlace'] === undefined) remember('languedocs-locale', link.hreflang);
    });
  }
  const menu = document.querySelector<HTMLDetailsElement>('[data-languages]');
  if (menu) closeLikeMenu(menu);
}

function closeLikeMenu(menu: HTMLDetailsElement): void {
  document.addEventListener('click', (event) => {
    if (menu.open && !event.composedPath().includes(menu)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
