/** A search form that answers while the reader types. */
import { fillAddress } from '../../ui/address-template.ts';
import { fill } from '../../ui/fill.ts';
import type { SearchMessages } from './search-messages.ts';
import { openIndexAt } from '../../search/query/browser.ts';
import { appendResults, linksOf, makeList, type Manner } from './result-list.ts';
import { type FoundList, SiteSearch } from '../../search/query/site-search.ts';
import { countText, type SearchStrings } from './search-strings.ts';

const perPage = 10;
/** Milliseconds after which waiting is worth a word. */
const patience = 300;

/**
 * Makes the form in `root` (see `Search.astro`) answer; loads nothing before the reader begins.
 *
 * @param messages of the same form
 * @param manner links where the results are the page, options where they hang below the field
 */
export function attachSearch(root: HTMLElement, manner: Manner, messages: SearchMessages): SearchPanel | undefined {
  const input = root.querySelector('input');
  const output = root.querySelector<HTMLElement>('[data-results]');
  return input && output ? new SearchPanel(root, input, output, manner, messages) : undefined;
}

/** Links for a reader who found nothing: no question ends here. */
function waysOn({ ways }: SearchStrings, query: string, locale: string): HTMLUListElement {
  const list = document.createElement('ul');
  list.className = 'inline-list';
  for (const { text, href } of ways) {
    const link = document.createElement('a');
    link.href = fillAddress(href, { query, locale });
    link.textContent = text;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return list;
}

interface Ready {
  /** Undefined while the site has no articles to find. */
  readonly search: SiteSearch | undefined;
  readonly strings: SearchStrings;
}

class SearchPanel {
  readonly #root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #manner: Manner;
  readonly #list: HTMLElement;
  readonly #messages: SearchMessages;
  readonly #notes = document.createElement('div');
  readonly #trouble = document.createElement('p');
  readonly #more = document.createElement('button');
  #ready: Promise<Ready> | undefined;
  #asked = '';
  #active = -1;

  constructor(
    root: HTMLElement,
    input: HTMLInputElement,
    output: HTMLElement,
    manner: Manner,
    messages: SearchMessages,
  ) {
    this.#root = root;
    this.#messages = messages;
    this.#input = input;
    this.#manner = manner;
    this.#list = makeList(manner, `${input.id}-results`, input.labels?.[0]?.textContent.trim() ?? '');
    this.#notes.className = 'search-notes';
    // Beside the button that did not work: the status is far above it.
    this.#trouble.className = 'search-status';
    this.#trouble.setAttribute('role', 'alert');
    this.#more.className = 'button';
    this.#more.type = 'button';
    this.#more.hidden = true;
    output.append(this.#notes, this.#list, this.#trouble, this.#more);
    if (manner === 'options') {
      input.setAttribute('role', 'combobox');
      input.setAttribute('aria-autocomplete', 'list');
      input.setAttribute('aria-controls', this.#list.id);
      input.setAttribute('aria-expanded', 'false');
    }
    void this.#prepare().catch(() => undefined);
    input.addEventListener('input', () => void this.ask());
    // What failed for want of a connection was not asked.
    addEventListener('online', () => void this.ask());
    root.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Shows the results for what the form holds. */
  async ask(): Promise<void> {
    const query = this.#input.value.trim();
    if (query === this.#asked) return;
    this.#asked = query;
    if (query === '') {
      this.#clear();
      return;
    }
    const waiting = setTimeout(() => this.#sayWaiting(query), patience);
    try {
      const { search, strings } = await this.#prepare();
      if (!search) throw new Error('The site has no search index.');
      const found = await search.search(query);
      // Without a connection there may be answers in files that could not be loaded.
      if (found.total === 0 && !navigator.onLine) throw new Error('Not all files of the index could be loaded.');
      const first = await found.load(0, perPage);
      // A slow answer must not replace that to a later question.
      if (this.#asked !== query) return;
      this.#clear();
      this.#tell(query, found, strings);
      appendResults(this.#list, first, found, strings, this.#manner);
      this.#offerMore(query, found, strings);
      if (this.#manner === 'options') this.#input.setAttribute('aria-expanded', String(first.length > 0));
    } catch {
      if (this.#asked === query) this.#fail();
    } finally {
      clearTimeout(waiting);
    }
  }

  #prepare(): Promise<Ready> {
    this.#ready ??= this.#load().catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #load(): Promise<Ready> {
    const strings = await this.#loadStrings();
    const [own, ...others] = strings.indexes;
    const search = own && new SiteSearch([own, ...others], openIndexAt);
    await search?.prepare();
    return { search, strings };
  }

  async #loadStrings(): Promise<SearchStrings> {
    const form = this.#root.querySelector('form');
    const response = await fetch(`${form?.action ?? ''}strings.json`);
    return (await response.json()) as SearchStrings;
  }

  #sayWaiting(query: string): void {
    if (this.#asked === query && this.#list.childElementCount === 0) this.#messages.wait();
  }

  #clear(): void {
    this.#messages.clear();
    this.#notes.replaceChildren();
    this.#list.replaceChildren();
    this.#trouble.textContent = '';
    this.#more.hidden = true;
    this.#active = -1;
    this.#input.removeAttribute('aria-activedescendant');
    if (this.#manner === 'options') this.#input.setAttribute('aria-expanded', 'false');
  }

  #fail(): void {
    this.#clear();
    this.#asked = '';
    this.#messages.fail();
  }

  /** Says how many there are, and what was made of the question. */
  #tell(query: string, found: FoundList, strings: SearchStrings): void {
    const { tag = '' } = this.#root.dataset;
    const { suggestion } = found;
    this.#messages.say(found.fallback ? strings.inSource : countText(strings, found.total, query, tag));
    if (found.id !== undefined) this.#note(fill(strings.byId, { id: found.id }));
    if (suggestion !== undefined && found.corrected) this.#note(fill(strings.corrected, { suggestion, query }));
    else if (suggestion !== undefined) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'suggestion';
      button.textContent = fill(strings.didYouMean, { suggestion });
      button.addEventListener('click', () => {
        this.#input.value = suggestion;
        this.#input.focus();
        void this.ask();
      });
      this.#notes.append(button);
    }
    if (found.total === 0) {
      this.#note(strings.hint);
      this.#notes.append(waysOn(strings, query, tag));
    }
  }

  #note(text: string): void {
    const note = document.createElement('p');
    note.textContent = text;
    this.#notes.append(note);
  }

  #offerMore(query: string, found: FoundList, strings: SearchStrings): void {
    this.#more.hidden = found.total <= perPage;
    this.#more.textContent = strings.more;
    this.#more.onclick = async () => {
      if (this.#manner === 'options') {
        // The page of results is made for long lists.
        this.#input.form?.requestSubmit();
        return;
      }
      const start = this.#list.children.length;
      const more = await found.load(start, perPage).catch(() => undefined);
      if (this.#asked !== query) return;
      this.#trouble.textContent = more ? '' : this.#messages.failure();
      if (!more) return;
      appendResults(this.#list, more, found, strings, this.#manner);
      this.#list.children[start]?.querySelector('a')?.focus();
      this.#more.hidden = this.#list.children.length >= found.total;
    };
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.#manner === 'options') {
      if (event.target !== this.#input) return;
      if (step !== undefined) this.#activate(step, event);
      if (event.key === 'Enter' && this.#active >= 0) {
        event.preventDefault();
        const { ctrlKey, metaKey, shiftKey } = event;
        const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
        linksOf(this.#list)[this.#active]?.dispatchEvent(click);
      }
    } else if (step !== undefined) this.#moveFocus(step, event);
  }

  /** Marks the next option; after the last one the field is alone again. */
  #activate(step: number, event: KeyboardEvent): void {
    const options = linksOf(this.#list);
    if (options.length === 0) return;
    event.preventDefault();
    options[this.#active]?.setAttribute('aria-selected', 'false');
    const places = options.length + 1;
    this.#active = ((this.#active + 1 + step + places) % places) - 1;
    const option = options[this.#active];
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', option.id);
  }

  /** Arrow keys walk from the field through the links and back. */
  #moveFocus(step: number, event: KeyboardEvent): void {
    const stops: Element[] = [this.#input, ...linksOf(this.#list)];
    const at = document.activeElement === null ? -1 : stops.indexOf(document.activeElement);
    const next = stops[at + step];
    if (at === -1 || !(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  }
}
