/** What the browser remembers for the reader. Storage may be closed to the page; then nothing is remembered. */

type Remembered =
  | 'languedocs-theme'
  | 'languedocs-text'
  | 'languedocs-original'
  | 'languedocs-locale'
  /** Languages that the reader does not want to be offered again, separated by blanks. */
  | 'languedocs-declined'
  /** Steps that the reader has done, by article. */
  | 'languedocs-steps'
  /** What the desk keeps; see `client/desk/desk-storage.ts`. */
  | 'languedocs-desk';

export function remembered(name: Remembered): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: Remembered, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The page works without a memory.
  }
}

export function forget(name: Remembered): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // There was nothing to forget.
  }
}
