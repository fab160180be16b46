/** One article on the desk. */
import type { ApiArticle } from '../../exports/api.ts';
import type { Card } from '../../exports/card.ts';
import { type Form, forms, handedOver } from './copy-formats.ts';
import { remarksOn } from './states.ts';

export interface Customer {
  /** BCP 47 tag of the customer's locale. */
  readonly tag: string;
  /** Name of the language in English. */
  readonly language: string;
  readonly direction: string;
}

/** What an article asks of the desk around it. */
export interface HitActions {
  readonly article: () => Promise<ApiArticle | undefined>;
  /** The address to send for a fragment without `#`; empty for the beginning. */
  readonly addressOf: (fragment: string) => string;
  /** Told what was copied. */
  readonly copied: (what: string) => void;
  /** Pins or releases it, and tells which. */
  readonly pin: () => boolean;
}

const labels: Readonly<Record<Form, string>> = { link: 'Link', markdown: 'Markdown', html: 'HTML', text: 'Plain text' };
const keys: Readonly<Record<string, Form>> = { c: 'link', m: 'markdown', h: 'html', t: 'text' };
let count = 0;

export class Hit {
  readonly element = document.createElement('li');
  readonly #card: Card;
  readonly #customer: Customer;
  readonly #actions: HitActions;
  readonly #title = document.createElement('a');
  readonly #places = document.createElement('select');
  readonly #pin = document.createElement('button');
  #loaded: Promise<void> | undefined;

  constructor(slug: string, card: Card, customer: Customer, pinned: boolean, actions: HitActions) {
    this.#card = card;
    this.#customer = customer;
    this.#actions = actions;
    this.element.className = 'hit';
    this.element.append(this.#heading(slug), ...this.#originalTitle(), this.#remarks(), this.#bar(pinned));
    // Steps and sections are loaded for the articles that the agent turns to.
    for (const event of ['focusin', 'pointerenter']) {
      this.element.addEventListener(event, () => void this.#loadPlaces(), { once: true });
    }
    this.element.addEventListener('keydown', (event) => this.#press(event));
  }

  /** Chooses the place that a pasted link named, where the article has it. */
  async aimAt(fragment: string): Promise<void> {
    await this.#loadPlaces();
    if ([...this.#places.options].some(({ value }) => value === fragment)) {
      this.#places.value = fragment;
      this.#update();
    }
  }

  #heading(slug: string): HTMLElement {
    const { title, source, sourceLocale } = this.#card;
    this.#title.textContent = title ?? source ?? slug;
    this.#title.href = this.#actions.addressOf('');
    this.#title.lang = title === undefined ? (sourceLocale ?? '') : this.#customer.tag;
    // Nobody says how the source is written but its letters.
    this.#title.dir = title === undefined ? 'auto' : this.#customer.direction;
    const heading = element('h3', 'hit-title');
    heading.append(this.#title);
    return heading;
  }

  #originalTitle(): HTMLElement[] {
    const { title, source, sourceLocale } = this.#card;
    if (title === undefined || source === undefined) return [];
    const line = element('p', 'hit-source', source);
    line.lang = sourceLocale ?? '';
    line.dir = 'auto';
    return [line];
  }

  #remarks(): HTMLElement {
    const list = element('ul', 'remarks');
    list.append(
      ...remarksOn(this.#card, this.#customer.language).map(({ text, tone }) => element('li', `remark ${tone}`, text)),
    );
    return list;
  }

  #bar(pinned: boolean): HTMLElement {
    const bar = element('div', 'hit-bar');
    const name = this.#title.textContent;
    for (const form of forms) {
      const button = element('button', 'button', labels[form]);
      button.type = 'button';
      button.setAttribute('aria-label', `Copy ${labels[form]}: ${name}`);
      button.addEventListener('click', () => void this.#copy(form));
      bar.append(button);
    }
    this.#pin.type = 'button';
    this.#pin.className = 'button';
    this.#showPin(pinned);
    this.#pin.addEventListener('click', () => this.#showPin(this.#actions.pin()));
    const label = element('label', 'visually-hidden', `Opens at, ${name}`);
    this.#places.id = `place-${++count}`;
    label.htmlFor = this.#places.id;
    this.#places.append(option('', 'Opens at the beginning'));
    this.#places.addEventListener('change', () => this.#update());
    bar.append(this.#pin, label, this.#places);
    return bar;
  }

  #showPin(pinned: boolean): void {
    this.#pin.textContent = pinned ? 'Unpin' : 'Pin';
    this.#pin.setAttribute('aria-label', `${this.#pin.textContent}: ${this.#title.textContent}`);
  }

  #loadPlaces(): Promise<void> {
    return (this.#loaded ??= this.#fillPlaces().catch(() => {
      this.#loaded = undefined;
    }));
  }

  async #fillPlaces(): Promise<void> {
    const article = await this.#actions.article();
    const edition = article?.locales[this.#customer.tag] ?? article?.locales[this.#card.sourceLocale ?? ''];
    if (!edition) return;
    const group = (label: string, places: readonly { id: string; text: string }[]): void => {
      if (places.length === 0) return;
      const options = document.createElement('optgroup');
      options.label = label;
      options.append(...places.map(({ id, text }) => option(id, text)));
      this.#places.append(options);
    };
    group(
      'Steps',
      edition.steps.map(({ id, text }) => ({ id, text: `${id.replace('step-', '').replace('-', '.')} ${text}` })),
    );
    group(
      'Sections',
      edition.headings.filter(({ depth }) => depth > 1),
    );
  }

  #update(): void {
    this.#title.href = this.#actions.addressOf(this.#places.value);
  }

  async #copy(form: Form): Promise<void> {
    const chosen = this.#places.selectedOptions[0];
    const text = handedOver(
      {
        title: this.#title.textContent,
        locale: this.#title.lang,
        direction: this.#title.dir,
        url: this.#actions.addressOf(this.#places.value),
        ...(this.#places.value === '' || chosen === undefined ? {} : { place: chosen.text }),
      },
      form,
    );
    try {
      await write(text, form);
      this.#actions.copied(`${labels[form]} copied: ${this.#title.textContent}`);
    } catch {
      this.#actions.copied(`The browser did not let the desk copy. Copy it yourself: ${text}`);
    }
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return;
    const key = event.key.toLowerCase();
    const form = keys[key];
    if (form === undefined && key !== 'p' && key !== 's') return;
    event.preventDefault();
    if (form !== undefined) void this.#copy(form);
    else if (key === 'p') this.#pin.click();
    else this.#places.focus();
  }
}

/** HTML goes as HTML, for editors that keep the link, and as its source for all others. */
async function write(text: string, form: Form): Promise<void> {
  if (form !== 'html') return navigator.clipboard.writeText(text);
  const item = new ClipboardItem({
    'text/html': new Blob([text], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  return navigator.clipboard.write([item]);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function option(value: string, text: string): HTMLOptionElement {
  const made = document.createElement('option');
  made.value = value;
  made.textContent = text;
  return made;
}
