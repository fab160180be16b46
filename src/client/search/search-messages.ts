/** What a search form says while there are no results, or in their place; all words are in the page, because nothing may be loaded. */

/** Milliseconds after which a reader may want to do something else than to wait. */
const longPatience = 8000;

export class SearchMessages {
  readonly #root: HTMLElement;
  readonly #again: HTMLElement | null;
  readonly #status = document.createElement('p');
  #tooLong: ReturnType<typeof setTimeout> | undefined;

  /** @param root see `Search.astro` */
  constructor(root: HTMLElement) {
    this.#root = root;
    this.#again = root.querySelector('[data-again]');
    this.#status.className = 'search-status';
    this.#status.setAttribute('role', 'status');
    root.querySelector('[data-results]')?.prepend(this.#status);
  }

  /** Says something about the results. */
  say(text: string): void {
    this.clear();
    this.#status.textContent = text;
  }

  /** Says that there is something to wait for, unless that is said already; and after some time what else can be done. */
  wait(): void {
    if (this.#status.dataset['waiting'] !== undefined) return;
    this.say(this.#root.dataset['searching'] ?? '');
    this.#status.dataset['waiting'] = '';
    this.#tooLong = setTimeout(() => this.#showWays(), longPatience);
  }

  /** Says why there are no results, and what to do. */
  fail(): void {
    this.say(this.failure());
    // Without a connection nothing helps but to wait for one; what is asked then, is asked on its own.
    if (navigator.onLine) this.#showWays();
  }

  failure(): string {
    const { offline = '', failed = '' } = this.#root.dataset;
    return navigator.onLine ? failed : offline;
  }

  clear(): void {
    clearTimeout(this.#tooLong);
    this.#status.textContent = '';
    delete this.#status.dataset['waiting'];
    if (this.#again) this.#again.hidden = true;
  }

  #showWays(): void {
    if (this.#again) this.#again.hidden = false;
  }
}
