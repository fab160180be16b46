/** Sections of a `.tabs` group one at a time. Without JavaScript they stand one below the other. */
import { decodedHash } from './place.ts';

export function attachTabs(): void {
  document
    .querySelectorAll<HTMLElement>('.prose .tabs')
    .forEach((group, index) => attachGroup(group, `page.tabs-${index + 1}`));
}

interface Tab {
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

function attachGroup(group: HTMLElement, name: string): void {
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  const label = group.getAttribute('aria-label');
  if (label !== null) list.setAttribute('aria-label', label);

  const tabs = [...group.querySelectorAll<HTMLElement>(':scope > .tab')].map((panel, index) =>
    makeTab(panel, `${name}-${index + 1}`),
  );
  if (tabs.length < 2) return;
  const select = (chosen: Tab): void => {
    for (const { button, panel } of tabs) {
      const selected = panel === chosen.panel;
      button.setAttribute('aria-selected', String(selected));
      button.tabIndex = selected ? 0 : -1;
      // Still found by the browser's own search in the page, which then shows the panel.
      if (selected) panel.removeAttribute('hidden');
      else panel.setAttribute('hidden', 'until-found');
    }
  };

  tabs.forEach((tab, index) => {
    list.append(tab.button);
    tab.button.addEventListener('click', () => select(tab));
    tab.panel.addEventListener('beforematch', () => select(tab));
    tab.button.addEventListener('keydown', (event) => {
      const step = stepOf(event.key, getComputedStyle(group).direction === 'rtl');
      const next =
        event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : tabs.at((index + step) % tabs.length);
      if (!next || (step === 0 && event.key !== 'Home' && event.key !== 'End')) return;
      event.preventDefault();
      select(next);
      next.button.focus();
    });
  });
  group.prepend(list);

  const selectTarget = (): void => {
    const target = document.getElementById(decodedHash());
    const tab = target && tabs.find(({ panel }) => panel.contains(target));
    if (!tab) return;
    select(tab);
    target.scrollIntoView();
  };
  const first = tabs[0];
  if (first) select(first);
  selectTarget();
  addEventListener('hashchange', selectTarget);
}

function makeTab(panel: HTMLElement, name: string): Tab {
  const title = panel.querySelector<HTMLElement>(':scope > .tab-title');
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `${name}-tab`;
  button.setAttribute('role', 'tab');
  button.textContent = title?.textContent ?? '';
  // A fragment may lead to a panel; only one without an id gets ours.
  panel.id ||= name;
  button.setAttribute('aria-controls', panel.id);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', button.id);
  panel.tabIndex = 0;
  if (title) title.hidden = true;
  return { button, panel };
}

function stepOf(key: string, rightToLeft: boolean): number {
  if (key === 'ArrowRight') return rightToLeft ? -1 : 1;
  if (key === 'ArrowLeft') return rightToLeft ? 1 : -1;
  return 0;
}
