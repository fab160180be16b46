/** What the browser remembers for the reader. Storage may be closed to the page; then nothing is remembered. */

type Remembered = 'languedocs-theme' | 'languedocs-locale';

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
