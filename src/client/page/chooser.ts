/** Sends a reader on from the list of languages: to the one they chose before, else to one that their browser asks for. */
import { matchLocale } from '../../ui/match-locale.ts';
import { remember, remembered } from './storage.ts';

const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-locales] a')];
const before = remembered('languedocs-locale');
const wanted = before === undefined ? navigator.languages : [before, ...navigator.languages];
const match = matchLocale(
  wanted,
  links.map(({ hreflang }) => hreflang),
);
const link = links.find(({ hreflang }) => hreflang === match);

// A link to `#languages` comes from a reader who wants to choose.
if (link && location.hash !== '#languages') location.replace(link.href);

for (const each of links) each.addEventListener('click', () => remember('languedocs-locale', each.hreflang));
