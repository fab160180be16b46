/** Shows the message of a missing page in the language of its address, else in one that the browser asks for. */
import { matchLocale } from '../../ui/match-locale.ts';
import { remembered } from './storage.ts';

const messages = [...document.querySelectorAll<HTMLElement>('[data-message]')];
const base = document.body.dataset['base'] ?? '/';
const inAddress = location.pathname.startsWith(base) ? location.pathname.slice(base.length).split('/')[0] : undefined;
const before = remembered('languedocs-locale');
const wanted = [inAddress, before, ...navigator.languages].filter((tag) => tag !== undefined && tag !== '');
const match = matchLocale(
  wanted.filter((tag): tag is string => tag !== undefined),
  messages.map(({ lang }) => lang),
);

if (match !== undefined) {
  for (const message of messages) {
    message.hidden = message.lang !== match;
    if (message.hidden) continue;
    document.documentElement.lang = match;
    document.documentElement.dir = message.dir;
    document.title = message.querySelector('h1')?.textContent ?? document.title;
  }
}
