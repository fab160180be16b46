/** A button on each block of code that copies it. */
import { words } from './words.ts';

export function attachCopyButtons(): void {
  if (!words) return;
  const { copy, copied } = words;
  // Pages that were not fetched over a secure connection have no clipboard.
  if (!('clipboard' in navigator)) return;
  for (const block of document.querySelectorAll<HTMLElement>('.prose pre')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText((block.querySelector('code') ?? block).innerText).then(() => {
        button.textContent = copied;
        setTimeout(() => (button.textContent = copy), 2000);
      });
    });
    const frame = document.createElement('div');
    frame.className = 'code';
    block.replaceWith(frame);
    frame.append(block, button);
  }
}
