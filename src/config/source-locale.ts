/** The locale that articles are written in first: the one that is configured, or the one of the same language that translations are of. */
import { languageOf, localeOf } from '../core/locales.ts';
import { localeOfPath } from '../layouts/locale-of-path.ts';
import { readHeader } from '../pipeline/parse/header.ts';
import { readMetadata } from '../pipeline/parse/metadata.ts';
import { localeOfPlace } from '../layouts/locale-of-place.ts';
import { readSource } from '../pipeline/read.ts';
import type { FileReference } from '../core/file-reference.ts';

/** Files of a locale whose headers are looked at, to learn whether they say another one than their place. */
const asked = 20;

/** What is known of one locale that may be the source. */
interface Candidate {
  readonly tag: string;
  readonly files: FileReference[];
  /** Articles of other languages that lie at the same path. */
  originals: number;
}

/**
 * The source locale of a set of articles: of the configured one and the others of its language (`en` for `en-US`, `en-US` for `en`) the one
 * that translations are of, as their paths tell, else the one with most articles. Where they do not differ by much, the configured one. Only
 * names and some headers are looked at.
 *
 * @param isNamed whether somebody has named the locale for this run: it counts wherever it has articles
 */
export function sourceLocaleOf(configured: string, files: readonly FileReference[], isNamed = false): string {
  const candidates = candidatesOf(configured, files);
  const wanted = candidates.find(({ tag }) => tag === configured);
  const others = candidates.filter((each) => each !== wanted && !saysConfigured(each, configured));
  if (others.length < candidates.length - (wanted ? 1 : 0)) return configured;
  if (wanted && (isNamed || others.every((other) => !isMuchMore(other, wanted)))) return configured;
  const ranked = others.toSorted((a, b) => b.originals - a.originals || b.files.length - a.files.length);
  const [first] = ranked;
  if (!first) return configured;
  const equal = ranked.filter(
    ({ originals, files: own }) => originals === first.originals && own.length === first.files.length,
  );
  if (equal.length === 1) return first.tag;
  const general = equal.filter(({ tag }) => !/-(?:[A-Z]{2}|\d{3})$/.test(tag));
  const likely = equal.filter(({ tag }) => tag === likelyTag(configured));
  const [found, ...more] = general.length > 0 ? general : likely;
  return found === undefined || more.length > 0 ? configured : found.tag;
}

/** More translations are of its articles, or of as many while it has more than twice the articles: a site may have two full versions. */
function isMuchMore(other: Candidate, wanted: Candidate): boolean {
  if (other.originals !== wanted.originals) return other.originals > wanted.originals;
  return other.files.length > 2 * wanted.files.length;
}

function candidatesOf(configured: string, files: readonly FileReference[]): Candidate[] {
  const byTag = new Map<string, Candidate>();
  const ofPath = new Map<string, Candidate[]>();
  const translations: string[] = [];
  for (const file of files) {
    const tag = localeOfPlace(file);
    if (tag === undefined) continue;
    const path = localeOfPath(file.path)?.pathWithout ?? file.path;
    if (!isRelative(tag, configured)) {
      if (languageOf(tag) !== languageOf(configured)) translations.push(path);
      continue;
    }
    const candidate = byTag.get(tag) ?? { tag, files: [], originals: 0 };
    byTag.set(tag, candidate);
    candidate.files.push(file);
    ofPath.set(path, [...(ofPath.get(path) ?? []), candidate]);
  }
  for (const path of translations) for (const candidate of ofPath.get(path) ?? []) candidate.originals++;
  return [...byTag.values()];
}

/** Whether articles say the configured locale in their headers, wherever they lie. */
function saysConfigured({ tag, files }: Candidate, configured: string): boolean {
  return tag !== configured && files.slice(0, asked).some((file) => statedLocale(file) === configured);
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
