/** Which articles an id leads to. */
import type { Catalogue, Entry } from './catalogue.ts';

export interface KnownId {
  /** As it is shown: the first spelling. */
  readonly id: string;
  /** Spellings that have an address, sorted; hosts may tell capital letters from small ones. */
  readonly spellings: readonly string[];
  /** Articles that have it, sorted by slug; never empty. */
  readonly entries: readonly Entry[];
}

/** What an address can carry as one id or as a slug; anything else is none. */
const pattern = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}._/-]*[\p{L}\p{N}\p{M}_-])?$/u;
/** Bytes of the longest name that file systems take. */
const longestName = 255;

/**
 * All ids of a catalogue: those that editions state, slugs, and slugs from before. Two that differ in capital letters only are one,
 * because not every host can tell them apart. Sorted.
 */
export function knownIds({ entries }: Catalogue): KnownId[] {
  const found = new Map<string, { spellings: Set<string>; entries: Set<Entry> }>();
  for (const entry of entries) {
    for (const id of [...entry.ids, entry.slug, ...entry.formerSlugs]) {
      if (!isId(id)) continue;
      const key = id.toLowerCase();
      const known = found.get(key) ?? { spellings: new Set([key]), entries: new Set<Entry>() };
      found.set(key, known);
      known.spellings.add(id);
      known.entries.add(entry);
    }
  }
  return [...found.values()]
    .map(({ spellings, entries: having }) => {
      const sorted = [...spellings].sort();
      return { id: sorted[0] ?? '', spellings: sorted, entries: [...having] };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function isId(text: string): boolean {
  return (
    pattern.test(text) &&
    !/\/[./]|\.\//.test(text) &&
    text.split('/').every((part) => Buffer.byteLength(part) <= longestName - '.json'.length)
  );
}

/** Path of a permanent link, with the base. */
export function permanentPath(base: string, id: string): string {
  return encodeURI(`${base}id/${id}/`);
}
