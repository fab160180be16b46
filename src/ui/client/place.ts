/** Where the reader is in an article. */

/** How far below the top of the window a heading still counts as passed: the height of the header and a little more. */
const margin = 96;

/** The id of the section being read: that of the last heading above the top of the window. */
export function currentSection(): string | undefined {
  let id: string | undefined;
  for (const heading of document.querySelectorAll<HTMLElement>('.prose :is(h1, h2, h3, h4, h5, h6)[id]')) {
    if (heading.getClientRects().length === 0) continue;
    if (heading.getBoundingClientRect().top > margin) break;
    // At the h1 the reader has not begun yet.
    id = heading.tagName === 'H1' ? undefined : heading.id;
  }
  return id;
}

/** The fragment that leads to the same place in another language; empty at the beginning of the article. */
export function placeFragment(): string {
  const section = currentSection();
  // A fragment from the address may be finer than a section, a step or a sentence; it holds until the reader moves on.
  const target = document.getElementById(decodedHash());
  if (target && isVisible(target)) return location.hash;
  return section === undefined ? '' : `#${encodeURIComponent(section)}`;
}

function decodedHash(): string {
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
