/** Opens the search. Its code is loaded when a reader first reaches for it. */
import { SearchMessages } from '../search/search-messages.ts';

/** Milliseconds after which waiting is worth a word. */
const patience = 300;

export function attachSearchForms(): void {
  const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]');
  if (dialog) attachDialog(dialog);
  for (const root of document.querySelectorAll<HTMLElement>('[data-search]')) void attachOnFocus(root);
}

function attachDialog(dialog: HTMLDialogElement): void {
  const open = (): void => {
    const onPage = document.querySelector<HTMLInputElement>('main [data-search] input');
    // A page with a field of its own needs no second one above it.
    if (onPage) {
      onPage.focus();
      onPage.scrollIntoView({ block: 'center' });
    } else if (!dialog.open) dialog.showModal();
    dialog.querySelector('input')?.select();
  };
  for (const link of document.querySelectorAll('[data-search-open]')) {
    link.addEventListener('click', (event) => {
      if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
      event.preventDefault();
      open();
    });
  }
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    // Only the backdrop is the dialog itself; everything inside is one of its elements.
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // In a search field Escape would only empty the field.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  document.addEventListener('keydown', (event) => {
    const shortcut =
      (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !isTyping(event.target));
    if (!shortcut || event.defaultPrevented) return;
    event.preventDefault();
    open();
  });
}

/** Attaches the real search at the first focus; on the search page at once, for the query in its address. */
async function attachOnFocus(root: HTMLElement): Promise<void> {
  const input = root.querySelector('input');
  if (!input) return;
  const isPage = root.closest('[data-search-page]') !== null;
  const query = isPage ? new URLSearchParams(location.search).get('q') : null;
  if (query === null && document.activeElement !== input) {
    await new Promise((resolve) => input.addEventListener('focus', resolve, { once: true }));
  }
  if (query !== null) input.value = query;
  const messages = new SearchMessages(root);
  const isAsked = (): boolean => input.value.trim() !== '';
  // On a slow connection the code takes its time, too.
  const waiting = setInterval(() => isAsked() && messages.wait(), patience);
  try {
    const { attachSearch } = await import('../search/search-panel.ts');
    const panel = attachSearch(root, isPage ? 'links' : 'options', messages);
    clearInterval(waiting);
    // The reader may have typed while the code was on its way.
    await panel?.ask();
  } catch {
    clearInterval(waiting);
    // A document does not ask for a module again that it could not load; another document does.
    const fail = (): void => (isAsked() ? messages.fail() : messages.clear());
    fail();
    input.addEventListener('input', fail);
    addEventListener('online', () => isAsked() && input.form?.requestSubmit());
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
