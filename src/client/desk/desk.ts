/** The desk: from what an agent types to the articles that answer it. */
import { readerLocale } from '../page/reader-locale.ts';
import { addressOf } from './copy-formats.ts';
import { Hit } from './hit.ts';
import { DeskLibrary } from './desk-api.ts';
import { type Parts, partsOf } from './parts.ts';
import { type DeskLocale, lookupIn, searchOrder } from '../../exports/question.ts';
import { readShelf, type Shelf, togglePin, used, writeShelf } from './desk-storage.ts';

/** Shown at first, and added by each wish for more. Each costs some kilobytes. */
const firstHits = 6;
const moreHits = 20;
/** With so many found, no further language is asked. */
const enough = 3;
/** Milliseconds; long enough to join two keys that are pressed at once. */
const pause = 30;

class Desk {
  readonly #root: HTMLElement;
  readonly #parts: Parts;
  readonly #library: DeskLibrary;
  readonly #base: string;
  #shelf: Shelf = readShelf();
  /** Counts questions, so that a slow answer does not replace that to a later one. */
  #asked = 0;
  /** As many articles as the agent wants to see of the present question. */
  #most = firstHits;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, parts: Parts) {
    this.#root = root;
    this.#parts = parts;
    this.#base = document.body.dataset['base'] ?? '/';
    this.#library = new DeskLibrary(this.#base, Number(root.dataset['shards'] ?? '1'));
  }

  open(): void {
    const { form, input, locale, more, permanent } = this.#parts;
    const offered = [...locale.options].map(({ value }) => value);
    const address = new URLSearchParams(location.search);
    const kept = address.has('lang') ? undefined : this.#shelf.locale;
    locale.value = offered.find((tag) => tag === kept) ?? readerLocale(offered) ?? locale.value;
    permanent.checked = this.#shelf.permanent;
    input.value = address.get('q') ?? '';

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#stops()[1]?.focus();
    });
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#most = firstHits;
      this.#timer = setTimeout(() => void this.#answer(), pause);
    });
    input.addEventListener('focus', () => this.#library.prepare(this.#searched(locale.value)), { once: true });
    locale.addEventListener('change', () => {
      this.#keep({ ...this.#shelf, locale: locale.value });
      void this.#refresh();
    });
    more.addEventListener('click', () => void this.#showMore());
    permanent.addEventListener('change', () => {
      this.#keep({ ...this.#shelf, permanent: permanent.checked });
    });
    document.addEventListener('keydown', (event) => this.#press(event));
    input.focus();
    void this.#refresh();
  }

  /** Everything that depends on the customer's language. */
  async #refresh(): Promise<void> {
    await Promise.all([this.#answer(), this.#showShelf()]);
  }

  async #answer(): Promise<void> {
    const question = ++this.#asked;
    const words = this.#parts.input.value.trim();
    if (words === '') {
      this.#show([], 0, '');
      return;
    }
    try {
      const lookup = lookupIn(words, this.#base);
      const known = lookup === undefined ? [] : await this.#library.find(lookup);
      const { slugs, total } = known.length > 0 ? { slugs: known, total: known.length } : await this.#search(words);
      const shown = slugs.slice(0, this.#most);
      const items = await this.#items(shown, known.length > 0 ? (lookup?.fragment ?? '') : '');
      if (question === this.#asked) this.#show(items, total - shown.length, foundText(items.length, words));
    } catch {
      if (question === this.#asked) this.#show([], 0, this.#root.dataset['failed'] ?? '');
    }
  }

  #show(items: readonly HTMLLIElement[], left: number, text: string): void {
    this.#parts.hits.replaceChildren(...items);
    this.#parts.more.hidden = left === 0;
    this.#say(text);
  }

  async #showMore(): Promise<void> {
    const before = this.#parts.hits.children.length;
    this.#most += moreHits;
    await this.#answer();
    this.#stops()[before + 1]?.focus();
  }

  async #search(words: string): Promise<{ slugs: string[]; total: number }> {
    const { locale } = this.#parts;
    const locales = [...locale.options]
      .filter(({ dataset }) => dataset['searched'] === 'true')
      .map(({ value, dataset }): DeskLocale => ({ tag: value, script: dataset['script'] ?? '' }));
    const own = readerLocale(locales.map(({ tag }) => tag));
    const order = searchOrder(words, locale.value, this.#source, own === undefined ? [] : [own], locales);
    const found = new Set<string>();
    let total = 0;
    for (const tag of order) {
      const answer = await this.#library.search(words, tag, this.#most);
      for (const slug of answer.slugs) found.add(slug);
      total = Math.max(total, answer.total, found.size);
      if (found.size >= enough) break;
    }
    return { slugs: [...found], total };
  }

  async #items(slugs: readonly string[], fragment: string): Promise<HTMLLIElement[]> {
    const { locale } = this.#parts;
    const option = locale.selectedOptions[0];
    const customer = {
      tag: locale.value,
      language: option?.dataset['language'] ?? locale.value,
      direction: option?.dataset['direction'] ?? 'ltr',
    };
    const cards = await Promise.all(
      slugs.map(async (slug) => ({ slug, card: await this.#library.card(slug, locale.value) })),
    );
    return cards.flatMap(({ slug, card }) => {
      if (card === undefined) return [];
      const hit = new Hit(slug, card, customer, this.#shelf.pinned.includes(slug), {
        article: () => this.#library.article(slug),
        addressOf: (place) =>
          addressOf(
            { origin: this.#origin, base: this.#base, permanent: this.#shelf.permanent },
            slug,
            this.#shelf.permanent ? customer.tag : (card.page ?? customer.tag),
            place,
          ),
        copied: (what) => {
          this.#say(what);
          this.#keep(used(this.#shelf, slug));
          void this.#showShelf();
        },
        pin: () => {
          this.#keep(togglePin(this.#shelf, slug));
          void this.#showShelf();
          return this.#shelf.pinned.includes(slug);
        },
      });
      if (fragment !== '') void hit.aimAt(fragment);
      return [hit.element];
    });
  }

  async #showShelf(): Promise<void> {
    // Where the agent is in a list, it must not be replaced below the hands.
    for (const [part, slugs] of [
      [this.#parts.pinned, this.#shelf.pinned],
      [this.#parts.recent, this.#shelf.recent],
    ] as const) {
      if (part.contains(document.activeElement)) continue;
      const items = await this.#items(slugs, '').catch(() => []);
      part.querySelector('ol')?.replaceChildren(...items);
      part.hidden = items.length === 0;
    }
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target, key } = event;
    const typing = target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), select, textarea');
    if (key === '/' && !typing) {
      event.preventDefault();
      this.#parts.input.focus();
      this.#parts.input.select();
      return;
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    if (target instanceof HTMLSelectElement) return;
    const stops = this.#stops();
    const at = stops.findIndex((stop) => stop === target || stop.closest('.hit')?.contains(target as Node) === true);
    const next = stops[at + (key === 'ArrowDown' ? 1 : -1)];
    if (at === -1 || !next) return;
    event.preventDefault();
    next.focus();
  }

  /** Where the arrow keys stop: the box, then the titles. */
  #stops(): HTMLElement[] {
    return [this.#parts.input, ...this.#root.querySelectorAll<HTMLElement>('.hit-title a')];
  }

  #keep(shelf: Shelf): void {
    this.#shelf = shelf;
    writeShelf(shelf);
  }

  #say(text: string): void {
    this.#parts.status.textContent = text;
  }

  /** The locale whose search answers first: the customer's, or the source's where nothing is translated. */
  #searched(tag: string): string {
    const option = [...this.#parts.locale.options].find(({ value }) => value === tag);
    return option?.dataset['searched'] === 'true' ? tag : this.#source;
  }

  get #source(): string {
    return this.#root.dataset['source'] ?? '';
  }

  get #origin(): string {
    return this.#root.dataset['origin'] ?? location.origin;
  }
}

function foundText(count: number, words: string): string {
  if (count === 0) return `Nothing found for “${words}”.`;
  return count === 1 ? '1 article' : `${count} articles`;
}

const root = document.querySelector<HTMLElement>('[data-desk]');
const parts = root && partsOf(root);
if (root && parts) new Desk(root, parts).open();
