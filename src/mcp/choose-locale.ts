/** Which of a site's locales an assistant means. */
import { canonicalTag, localeOf } from '../core/locales.ts';
import { matchLocale } from '../ui/match-locale.ts';
import type { Problem } from './problem.ts';

/** A locale of the site, and what to say where another one was asked for. */
export interface ChosenLocale {
  readonly tag: string;
  readonly note?: string;
}

/**
 * The locale that was asked for, else one of the same language and script, which readers of it can read.
 *
 * @param wanted as the assistant writes it: `fr-FR`, `fr-fr`, `fr_FR`, `fr`
 * @param offered tags of the site's locales
 */
export function chooseLocale(wanted: string, offered: readonly string[]): ChosenLocale | Problem {
  const written = wanted.trim().replaceAll('_', '-');
  const exact = offered.find((tag) => tag.toLowerCase() === written.toLowerCase());
  if (exact !== undefined) return { tag: exact };
  const nearest = matchLocale([written], offered);
  const tag = canonicalTag(written);
  if (nearest !== undefined && tag !== undefined && localeOf(tag).script === localeOf(nearest).script)
    // A language alone asks for any of its locales.
    return tag.includes('-') ? { tag: nearest, note: `The site has no ${tag}. This is ${nearest}.` } : { tag: nearest };
  const first = nearest === undefined ? '' : ` The nearest is ${nearest}.`;
  return { problem: `The site has no locale ${JSON.stringify(wanted)}.${first} It has: ${offered.join(', ')}.` };
}
