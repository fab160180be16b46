/** An article as the search shows it: passages of plain text, each with the place that a link can lead to. */
import type { Element, Root } from 'hast';

export interface Passage {
  /** Fragment of the place; empty for the beginning of the article. */
  readonly id: string;
  /** Heading of the section that the passage belongs to; empty before the first one. */
  readonly heading: string;
  /** Number of the step, where the passage is one. */
  readonly step?: number;
  readonly text: string;
}

interface Place {
  id: string;
  heading: string;
  step?: number;
}

/** Elements whose text does not go on with that before it. */
const blocks = /^(?:p|div|li|ol|ul|h[1-6]|table|tr|td|th|pre|blockquote|br|hr|dt|dd|dl|section|summary|details)$/;

/** The passages of a rendered body, without its h1. */
export function passagesOf(body: Root): Passage[] {
  const reading = new Reading();
  reading.content(body);
  return reading.end();
}

/** Goes through a body in reading order. */
class Reading {
  readonly #passages: Passage[] = [];
  #place: Place = { id: '', heading: '' };
  #text = '';
  /** Where the text goes on after a step ends; a list in a step has no steps of its own. */
  #after: { step: Element; place: Place } | undefined;

  content({ children }: Root | Element): void {
    for (const child of children) {
      if (child.type === 'text') this.#text += child.value;
      // What only browsers without scripts show is the page's own.
      else if (child.type === 'element' && child.tagName !== 'noscript' && !leadsToFootnote(child))
        this.#element(child);
    }
  }

  end(): Passage[] {
    this.#flush();
    return this.#passages;
  }

  #element(element: Element): void {
    const { tagName } = element;
    const gap = blocks.test(tagName) ? ' ' : '';
    this.#text += gap;
    if (/^h[1-6]$/.test(tagName)) this.#heading(element);
    else if (tagName === 'li') this.#item(element);
    else if (!isLabel(element)) this.content(element);
    this.#text += gap;
  }

  #heading(element: Element): void {
    this.#flush();
    this.#after = undefined;
    this.content(element);
    const heading = oneLine(this.#text);
    this.#text = '';
    if (element.tagName !== 'h1') this.#place = { id: idOf(element) || this.#place.id, heading };
  }

  #item(element: Element): void {
    const id = idOf(element);
    const step = this.#after === undefined ? /^step-(?:\d+-)?(\d+)$/.exec(id)?.[1] : undefined;
    if (step !== undefined) {
      this.#flush();
      this.#after = { step: element, place: this.#place };
      this.#place = { id, heading: this.#place.heading, step: Number(step) };
    }
    this.content(element);
    if (this.#after?.step !== element) return;
    this.#flush();
    this.#place = this.#after.place;
    this.#after = undefined;
  }

  #flush(): void {
    const text = oneLine(this.#text);
    if (text !== '') this.#passages.push({ ...this.#place, text });
    this.#text = '';
  }
}

/** A label such as “Note”, which is no part of a sentence. */
function isLabel({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'p' && Array.isArray(className) && className.includes('alert-title');
}

/** A link to a footnote or back: a number or sign that is of no word. */
function leadsToFootnote({ properties: { dataFootnoteRef, dataFootnoteBackref } }: Element): boolean {
  return dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined;
}

function idOf({ properties: { id } }: Element): string {
  return typeof id === 'string' ? id : '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
