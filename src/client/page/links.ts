/** Links to headings and steps, which copy themselves. */
import { fill } from '../../ui/fill.ts';
import { say } from './toast.ts';
import { words } from './words.ts';

export function attachLinks(): void {
  if (!words) return;
  for (const heading of document.querySelectorAll<HTMLElement>('.prose :is(h2, h3, h4)[id]')) {
    if (heading.textContent.trim() === '') continue;
    // Beside the heading and not in it, so that the heading is called by its own words only.
    const frame = document.createElement('div');
    frame.className = 'heading';
    heading.replaceWith(frame);
    frame.append(heading, permalink(heading.id, fill(words.section, { title: heading.textContent.trim() })));
  }
  for (const step of document.querySelectorAll<HTMLLIElement>('.prose li[id^="step-"]')) {
    step.append(permalink(step.id, fill(words.step, { number: step.id.replace(/^.*-/, '') })));
  }
}

function permalink(id: string, label: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'permalink';
  link.href = `#${encodeURIComponent(id)}`;
  link.setAttribute('aria-label', label);
  // The link still leads there, so that the address bar shows the place and a second device can be typed at.
  link.addEventListener('click', () => void copyLink(id));
  return link;
}

/** Puts the address of a place on this page on the clipboard, and says whether that worked. */
export async function copyLink(id: string): Promise<void> {
  if (!words) return;
  const address = new URL(`#${encodeURIComponent(id)}`, location.href);
  try {
    await navigator.clipboard.writeText(address.href);
    say(words.linkCopied);
  } catch {
    // There is no clipboard on a connection that is not secure, and none where the reader forbids it.
    history.replaceState(history.state, '', address);
    say(words.linkFailed);
  }
}
