/** Where the reader is in an article, by ids that are the same in every language. */

/** How far below the top of the window something still counts as passed: the height of the header and a little more. */
const margin = 96;

const heading = ':is(h1, h2, h3, h4, h5, h6)[id]';

/** True for the id of a sentence, `s103`. */
export function isSentenceId(id: string): boolean {
  return /^sp?\d+$/.test(id);
}

/** The id of the section being read: that of the last heading above the top of the window. */
export function currentSection(): string | undefined {
  const passed = lastPassed(`.prose ${heading}`);
  // At the h1 the reader has not begun yet.
  return passed?.tagName === 'H1' ? undefined : passed?.id;
}

/**
 * Ids of the place that is being read, the finest first: a sentence, its step, its section. Another language may lack the finer
 * ones. Empty at the beginning of the article.
 */
export function currentPlace(): string[] {
  const named = document.getElementById(decodedHash());
  if (named && isVisible(named)) return placeOf(named);
  if (currentSection() === undefined) return [];
  const passed = lastPassed('.prose [id]');
  return passed ? placeOf(passed) : [];
}

/** The ids of an element and of what it belongs to. */
function placeOf(element: Element): string[] {
  const within = element.closest(`.prose ${heading}, .prose li[id^="step-"]`);
  const sections = [...document.querySelectorAll<HTMLElement>(`.prose ${heading}`)];
  const section = sections.findLast((each) => each === element || precedes(each, element) || each.contains(element));
  // The first sentence of a heading or of a step stands for all of it.
  const isFirst = within !== null && within.querySelector('[id^="s"]') === element;
  const ids = [isFirst ? undefined : element.id, within?.id, section?.tagName === 'H1' ? undefined : section?.id];
  return [...new Set(ids.filter((id): id is string => id !== undefined && id !== ''))];
}

function lastPassed(selector: string): HTMLElement | undefined {
  let passed: HTMLElement | undefined;
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    if (element.getClientRects().length === 0) continue;
    if (element.getBoundingClientRect().top > margin) break;
    passed = element;
  }
  return passed;
}

function precedes(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The fragment of the address; empty where it is written wrongly. */
export function decodedHash(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

function isVisible(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
