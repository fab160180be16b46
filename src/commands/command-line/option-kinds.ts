/** Values of options in their kinds: numbers, words of a list, locales. */
import { UsageError } from '../../core/errors.ts';
import { canonicalTag } from '../../core/locales.ts';
import type { Arguments } from './command.ts';

/** What a whole number may be. */
export interface Bounds {
  /** The value where the option is not given. */
  readonly otherwise: number;
  /** Default: 0. */
  readonly least?: number;
  readonly most?: number;
}

/** The whole number that an option names, in decimal digits and nothing else. */
export function wholeNumber(args: Arguments, name: string, { otherwise, least = 0, most }: Bounds): number {
  const text = args.string(name);
  if (text === undefined) return otherwise;
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= (most ?? Number.MAX_SAFE_INTEGER)) return number;
  const range = most === undefined ? `${least} on` : `${least} to ${most}`;
  throw new UsageError(`Wrong --${name} \`${text}\`, expected a whole number from ${range}.`);
}

/** The word that an option names, one of several; undefined where it is not given. */
export function oneOf<Word extends string>(args: Arguments, name: string, words: readonly Word[]): Word | undefined {
  const text = args.string(name);
  const word = words.find((known) => known === text);
  if (text === undefined || word !== undefined) return word;
  throw new UsageError(`Unknown --${name} \`${text}\`, expected one of ${words.join(', ')}.`);
}

/** The locales that an option names, commas between them or one each time; empty where it is not given. */
export function localeTags(args: Arguments, name: string): string[] {
  const texts = args.strings(name).flatMap((text) => text.split(','));
  return texts.map((text) => {
    const tag = canonicalTag(text.trim());
    if (tag === undefined)
      throw new UsageError(`Unknown locale \`${text}\` in --${name}, expected tags such as \`fr-FR\`.`);
    return tag;
  });
}
