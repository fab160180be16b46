/** The table of contents: open where there is room for it, with the section being read marked. */
import { originalEvent } from './preferences.ts';
import { currentSection } from './place.ts';

export function attachToc(): void {
  const toc = document.querySelector<HTMLDetailsElement>('[data-toc]');
  if (!toc) return;
  const wide = matchMedia('(min-width: 64rem)');
  // Two columns of text leave no third for the contents, which then lie above them.
  const fit = (): void => {
    toc.open = wide.matches && document.documentElement.dataset['original'] === undefined;
  };
  fit();
  addEventListener(originalEvent, (event) => {
    toc.open = wide.matches && !(event instanceof CustomEvent && event.detail === true);
  });
  wide.addEventListener('change', fit);
  // On a phone the contents lie above the article; a reader who chose a section is done with them.
  toc.addEventListener('click', (event) => {
    if (!wide.matches && event.target instanceof HTMLAnchorElement) toc.open = false;
  });
  markCurrent(toc);
}

function markCurrent(toc: HTMLElement): void {
  const links = new Map([...toc.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  let marked: HTMLAnchorElement | undefined;
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const link = links.get(currentSection() ?? '') ?? marked;
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    marked = link;
  };
  addEventListener(
    'scroll',
    () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    },
    { passive: true },
  );
  mark();
}
