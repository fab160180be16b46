/** A word at the edge of the window that goes away by itself, and that screen readers say. */

const visibleMs = 3000;

let toast: HTMLElement | undefined;
let timer: number | undefined;

/** To be called when the page loads: readers hear only what appears in a place that was there before. */
export function attachToast(): void {
  toast = document.createElement('p');
  toast.className = 'toast';
  toast.setAttribute('role', 'status');
  document.body.append(toast);
}

export function say(text: string): void {
  if (!toast) return;
  toast.textContent = text;
  clearTimeout(timer);
  timer = window.setTimeout(() => toast?.replaceChildren(), visibleMs);
}
