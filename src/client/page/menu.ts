/** A `<details>` that closes as a menu does: by Escape, by a click elsewhere, when the focus leaves it. */
export function closeLikeMenu(menu: HTMLDetailsElement): void {
  document.addEventListener('click', (event) => {
    if (menu.open && !event.composedPath().includes(menu)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
