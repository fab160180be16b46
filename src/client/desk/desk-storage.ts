/** What the desk keeps on the agent's device. */
import { remember, remembered } from '../page/storage.ts';

export interface Shelf {
  /** The customer's locale; undefined before the first choice. */
  readonly locale?: string;
  /** True where links shall be permanent ones. */
  readonly permanent: boolean;
  /** Slugs, newest first. */
  readonly pinned: readonly string[];
  readonly recent: readonly string[];
}

const mostRecent = 12;
const mostPinned = 50;
const empty: Shelf = { permanent: false, pinned: [], recent: [] };

export function readShelf(): Shelf {
  const text = remembered('languedocs-desk');
  if (text === undefined) return empty;
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof Shelf, unknown>>;
    return {
      ...(typeof kept.locale === 'string' ? { locale: kept.locale } : {}),
      permanent: kept.permanent === true,
      pinned: texts(kept.pinned),
      recent: texts(kept.recent),
    };
  } catch {
    // What cannot be read is as good as nothing.
    return empty;
  }
}

export function writeShelf(shelf: Shelf): void {
  remember('languedocs-desk', JSON.stringify(shelf));
}

/** The shelf after an article was used. */
export function used(shelf: Shelf, slug: string): Shelf {
  return { ...shelf, recent: [slug, ...shelf.recent.filter((other) => other !== slug)].slice(0, mostRecent) };
}

/** The shelf with an article pinned, or no longer where it was. */
export function togglePin(shelf: Shelf, slug: string): Shelf {
  const others = shelf.pinned.filter((other) => other !== slug);
  const pinned = others.length < shelf.pinned.length ? others : [slug, ...others].slice(0, mostPinned);
  return { ...shelf, pinned };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
