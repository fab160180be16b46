/** Values of options in their kinds: lists, whole numbers, locales. A wrong value is an error that Commander names the option in. */
import { InvalidArgumentError } from '@commander-js/extra-typings';
import { canonicalTag } from '../../core/locales.ts';

/** An option that may be given more than once. */
export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** Parses a whole number, in decimal digits and nothing else. */
export function wholeNumber({ least = 0, most }: { readonly least?: number; readonly most?: number } = {}) {
  return (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= (most ?? Number.MAX_SAFE_INTEGER)) return number;
    const range = most === undefined ? `${least} on` : `${least} to ${most}`;
    throw new InvalidArgumentError(`Expected a whole number from ${range}.`);
  };
}

export function localeTag(text: string): string {
  const tag = canonicalTag(text.trim());
  if (tag === undefined)
    throw new InvalidArgumentError(`Unknown locale \`${text}\`, expected a tag such as \`fr-FR\`.`);
  return tag;
}

/** Locales with commas between them, in an option that may be given more than once. */
export function localeTags(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(',').map(localeTag)];
}
