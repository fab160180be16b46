/** The reader's settings. `public/preferences.js` applies them on the next page before it is drawn. */
import { closeLikeMenu } from './menu.ts';
import { forget, remember, remembered } from './storage.ts';

/** Told when the reader wants the original of all sentences shown, or hidden again. */
export const originalEvent = 'languedocs:original';

const names = { theme: 'languedocs-theme', text: 'languedocs-text', original: 'languedocs-original' } as const;

export function attachPreferences(): void {
  const menu = document.querySelector<HTMLDetailsElement>('[data-preferences]');
  if (!menu) return;
  closeLikeMenu(menu);
  for (const input of menu.querySelectorAll<HTMLInputElement>('input')) {
    if (!isPreference(input.name)) continue;
    const name = input.name;
    input.checked = input.value === (remembered(names[name]) ?? '');
    input.addEventListener('change', () => setPreference(name, input.value));
  }
}

/** Applies a setting and keeps it; an empty value is the default. */
export function setPreference(name: keyof typeof names, value: string): void {
  if (value === '') forget(names[name]);
  else remember(names[name], value);
  const input = document.querySelector<HTMLInputElement>(`[data-preferences] input[name="${name}"][value="${value}"]`);
  if (input) input.checked = true;
  if (name === 'original') dispatchEvent(new CustomEvent(originalEvent, { detail: value === 'shown' }));
  else if (value === '') document.documentElement.removeAttribute(`data-${name}`);
  else document.documentElement.dataset[name] = value;
}

function isPreference(name: string): name is keyof typeof names {
  return Object.hasOwn(names, name);
}
