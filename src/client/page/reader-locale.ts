import { matchLocale } from '../../ui/match-locale.ts';
import { remembered } from './storage.ts';

/**
 * The one of the offered locales that suits the reader best: that of `?lang=` in the address, else the one chosen before, else one
 * that the browser asks for. Undefined where none does.
 */
export function readerLocale(offered: readonly string[]): string | undefined {
  const wanted = [new URLSearchParams(location.search).get('lang'), remembered('languedocs-locale')];
  return matchLocale([...wanted.filter((tag) => tag !== null && tag !== undefined), ...navigator.languages], offered);
}
