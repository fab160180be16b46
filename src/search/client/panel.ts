/** A search form that answers while the reader types. */
import { openIndex, type Found, type FoundList, type SearchIndex } from './search.ts';
import { countText, type SearchStrings } from './strings.ts';

const perPage = 10;
const pause = 120;

/** Makes the form in `root` (see `Search.astro`) answer; loads nothing before the reader begins. */
export function attachSearch(root: HTMLElement): SearchPanel | undefined {
  const input = root.querySelector('input');
  const output = root.querySelector<HTMLElement>('[data-results]');
  return input && output ? new SearchPanel(root, input, output) : undefined;
}

interface Ready {
  readonly index: SearchIndex;
  readonly strings: SearchStrings;
}

class SearchPanel {
  readonly #root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #list = document.createElement('ol');
  readonly #status = document.createElement('p');
  readonly #more = document.createElement('button');
  #ready: Promise<Ready> | undefined;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, input: HTMLInputElement, output: HTMLElement) {
    this.#root = root;
    this.#input = input;
    this.#status.className = 'search-status';
    this.#status.setAttribute('role', 'status');
    this.#list.className = 'results';
    this.#more.className = 'button';
    this.#more.type = 'button';
    this.#more.hidden = true;
    output.append(this.#status, this.#list, this.#more);
    input.addEventListener('focus', () => void this.#prepare().catch(() => undefined), { once: true });
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.ask(), pause);
    });
    root.addEventListener('keydown', (event) => this.#moveWithArrows(event));
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
    try {
      const { index, strings } = await this.#prepare();
      const found = await index.search(query);
      const first = await found.load(0, perPage);
      // A slow answer must not replace that to a later question.
      if (this.#asked === query) this.#show(query, found, first, strings);
    } catch {
      if (this.#asked === query) await this.#fail();
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
    const { index: path = '', tag = '' } = this.#root.dataset;
    const [index, strings] = await Promise.all([openIndex(path, tag), this.#loadStrings()]);
    this.#more.textContent = strings.more;
    return { index, strings };
  }

  async #loadStrings(): Promise<SearchStrings> {
    const form = this.#root.querySelector('form');
    const response = await fetch(`${form?.action ?? ''}strings.json`);
    return (await response.json()) as SearchStrings;
  }

  #clear(): void {
    this.#status.textContent = '';
    this.#list.replaceChildren();
    this.#more.hidden = true;
  }

  async #fail(): Promise<void> {
    this.#clear();
    this.#asked = '';
    const strings = await this.#loadStrings().catch(() => undefined);
    this.#status.textContent = strings?.failed ?? '';
  }

  #show(query: string, found: FoundList, first: readonly Found[], strings: SearchStrings): void {
    const { tag = '' } = this.#root.dataset;
    this.#clear();
    this.#status.textContent = countText(strings, found.total, query, tag);
    if (found.total === 0) this.#status.append(document.createElement('br'), strings.hint);
    this.#append(first, strings);
    this.#more.hidden = found.total <= perPage;
    this.#more.onclick = async () => {
      const start = this.#list.children.length;
      this.#append(await found.load(start, perPage), strings);
      this.#list.children[start]?.querySelector('a')?.focus();
      this.#more.hidden = this.#list.children.length >= found.total;
    };
  }

  #append(results: readonly Found[], strings: SearchStrings): void {
    const { base = '/' } = this.#root.dataset;
    const states: Readonly<Record<string, string>> = { machine: strings.machine, fallback: strings.inSource };
    for (const { title, summary, url, translation } of results) {
      const link = document.createElement('a');
      link.href = base + url;
      link.textContent = title;
      const item = document.createElement('li');
      item.append(link, paragraph('summary', summary));
      const state = states[translation];
      if (state !== undefined) item.append(paragraph('hint', state));
      this.#list.append(item);
    }
  }

  /** Arrow keys walk from the field through the results and back. */
  #moveWithArrows(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [this.#input, ...this.#list.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLInputElement | HTMLAnchorElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at === -1 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}
