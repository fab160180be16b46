/** An article as the search shows it: passages of plain text, each with the place that a link can lead to. */

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

const tagPattern = /<(\/?)([a-z][\w-]*)(?![\w-])((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
/** Elements whose text does not go on with that before it. */
const blocks = /^(?:p|div|li|ol|ul|h[1-6]|table|tr|td|th|pre|blockquote|br|hr|dt|dd|dl|section|summary|details)$/;

/** The passages of a rendered body, without its h1. */
export function passagesOf(html: string): Passage[] {
  const passages: Passage[] = [];
  let place: Place = { id: '', heading: '' };
  let text = '';
  // Where the text goes on after a step ends; a list in a step has no steps of its own.
  let after: { depth: number; place: Place } | undefined;
  let heading: { depth: string; id: string; outer: string } | undefined;
  // The text before a label such as “Note”, which is no part of a sentence.
  let beforeLabel: string | undefined;
  let items = 0;
  let at = 0;
  const flush = (): void => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (plain !== '') passages.push({ ...place, text: plain });
    text = '';
  };
  for (const match of html.matchAll(tagPattern)) {
    const [tag, closing = '', rawName = '', attributes = ''] = match;
    text += decode(html.slice(at, match.index));
    at = match.index + tag.length;
    const name = rawName.toLowerCase();
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1];
    if (name === 'p' && /\bclass="alert-title"/.test(attributes)) {
      beforeLabel = text;
    } else if (name === 'p' && beforeLabel !== undefined) {
      text = beforeLabel;
      beforeLabel = undefined;
    } else if (/^h[1-6]$/.test(name) && closing === '') {
      flush();
      after = undefined;
      heading = { depth: name, id: id ?? '', outer: place.id };
    } else if (heading?.depth === name && closing !== '') {
      const title = text.replace(/\s+/g, ' ').trim();
      text = '';
      if (name !== 'h1') place = { id: heading.id || heading.outer, heading: title };
      heading = undefined;
    } else if (name === 'li') {
      items += closing === '' ? 1 : -1;
      const step = closing === '' && after === undefined ? /^step-(?:\d+-)?(\d+)$/.exec(id ?? '')?.[1] : undefined;
      if (step !== undefined) {
        flush();
        after = { depth: items - 1, place };
        place = { id: id ?? '', heading: place.heading, step: Number(step) };
      } else if (closing !== '' && after?.depth === items) {
        flush();
        place = after.place;
        after = undefined;
      }
    }
    if (blocks.test(name)) text += ' ';
  }
  text += decode(html.slice(at));
  flush();
  return passages;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(html: string): string {
  return html.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hexadecimal, decimal, name) => {
    if (typeof hexadecimal === 'string') return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return entities[String(name)] ?? whole;
  });
}
