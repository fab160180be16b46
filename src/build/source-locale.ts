/** The locale that articles are written in first: the one that is configured, or the one of the same language that the articles have. */
import { languageOf, localeOf } from '../locales.ts';
import { readHeader } from '../pipeline/parse/header.ts';
import { readMetadata } from '../pipeline/parse/metadata.ts';
import { localeOfPlace } from '../pipeline/place.ts';
import { readSource } from '../pipeline/read.ts';
import type { FileReference } from '../pipeline/types.ts';

/** Files of a locale whose headers are looked at, to learn whether they say another one than their place. */
const asked = 20;

/**
 * The source locale of a set of articles. Where none lies in a place of the configured one, but all of its language lie in places of
 * another (`en` for `en-US`, `en-US` for `en`), that one: else no article would have a source. Only names and some headers are looked at.
 */
export function sourceLocaleOf(configured: string, files: readonly FileReference[]): string {
  const firstOf = new Map<string, FileReference[]>();
  for (const file of files) {
    const tag = localeOfPlace(file);
    if (tag === configured) return configured;
    if (tag === undefined || !isRelative(tag, configured)) continue;
    const known = firstOf.get(tag) ?? [];
    if (known.length < asked) firstOf.set(tag, [...known, file]);
  }
  const relatives = [...firstOf.keys()];
  const general = relatives.filter((tag) => !/-(?:[A-Z]{2}|\d{3})$/.test(tag));
  const likely = relatives.filter((tag) => tag === likelyTag(configured));
  const [found, ...others] = general.length > 0 ? general : likely.length > 0 ? likely : relatives;
  if (found === undefined || others.length > 0) return configured;
  return (firstOf.get(found) ?? []).some((file) => statedLocale(file) === configured) ? configured : found;
}

/** Of the same language in the same script. */
function isRelative(tag: string, other: string): boolean {
  return languageOf(tag) === languageOf(other) && localeOf(tag).script === localeOf(other).script;
}

/** The region where most speak the language: `en-US` for `en`. */
function likelyTag(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}-${region}`;
}

function statedLocale({ root, path }: FileReference): string | undefined {
  try {
    const { text } = readSource({ root, path });
    const { fields, bodyStart } = readHeader(text);
    return readMetadata(fields, text, { start: 0, end: bodyStart }).metadata.locale;
  } catch {
    // Reading it for good says why it cannot be read.
    return undefined;
  }
}
