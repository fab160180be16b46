/** Offers the page in a language that the reader prefers. An offer is all: whoever asked for a page gets that page. */
import { matchLocale } from '../../ui/match-locale.ts';
import { keepPlace } from './languages.ts';
import { remember, remembered } from './storage.ts';

/** What `theme/pages/[locale]/offer.json.ts` writes, in the offered language. */
export interface OfferWords {
  readonly text: string;
  readonly dismiss: string;
}

export async function attachOffer(): Promise<void> {
  const languages = document.querySelector<HTMLElement>('[data-languages]');
  // A list of preferences is asked only for the languages that this page really has.
  const links = [...(languages?.querySelectorAll<HTMLAnchorElement>('a:not([data-untranslated])') ?? [])];
  const before = remembered('languedocs-locale');
  const current = document.documentElement.lang;
  const match = matchLocale(
    before === undefined ? navigator.languages : [before, ...navigator.languages],
    links.map(({ hreflang }) => hreflang),
  );
  const link = links.find(({ hreflang }) => hreflang === match);
  const declined = (remembered('languedocs-declined') ?? '').split(' ');
  if (!languages || !link || link.hreflang === current || declined.includes(link.hreflang)) return;
  const response = await fetch(`${languages.dataset['base'] ?? '/'}${link.hreflang.toLowerCase()}/offer.json`);
  if (response.ok) show(link, (await response.json()) as OfferWords);
}

function show(link: HTMLAnchorElement, { text, dismiss }: OfferWords): void {
  const offer = document.createElement('aside');
  offer.className = 'offer';
  offer.lang = link.hreflang;
  offer.dir = link.dir;
  const accept = document.createElement('a');
  accept.href = link.href;
  accept.hreflang = link.hreflang;
  accept.textContent = text;
  accept.addEventListener('click', () => remember('languedocs-locale', link.hreflang));
  keepPlace(accept);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'plain';
  close.textContent = '×';
  close.setAttribute('aria-label', dismiss);
  close.addEventListener('click', () => {
    remember('languedocs-declined', `${remembered('languedocs-declined') ?? ''} ${link.hreflang}`.trim());
    offer.remove();
  });
  offer.append(accept, close);
  document.querySelector('.site-header')?.after(offer);
}
