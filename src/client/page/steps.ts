/** Steps can be ticked. The browser keeps the marks by article, so that they hold in every language. */
import { fill } from '../../ui/fill.ts';
import { doneIn, withDone } from './step-marks.ts';
import { remember, remembered } from './storage.ts';
import { words } from './words.ts';

export function attachSteps(): void {
  const article = document.querySelector<HTMLElement>('article[data-slug]');
  const slug = article?.dataset['slug'];
  if (!article || slug === undefined) return;
  for (const list of article.querySelectorAll<HTMLOListElement>('ol')) {
    const steps = [...list.children].filter(
      (step): step is HTMLLIElement => step instanceof HTMLLIElement && step.id.startsWith('step-'),
    );
    // One step alone is done or not without a mark.
    if (steps.length > 1) attachList(list, steps, slug);
  }
}

function attachList(list: HTMLOListElement, steps: readonly HTMLLIElement[], slug: string): void {
  if (!words) return;
  const { mark, progress, reset } = words;
  const ids = steps.map(({ id }) => id);
  const numbers = numbersIn(list);
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'plain';
  clear.textContent = reset;
  const line = document.createElement('div');
  line.className = 'step-progress';
  line.append(status, clear);

  const buttons = steps.map((step, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'step-mark';
    button.setAttribute('aria-label', fill(mark, { number: numbers.get(step) ?? index + 1 }));
    button.addEventListener('click', () => {
      const before = done(slug);
      keep(slug, before.includes(step.id) ? before.filter((id) => id !== step.id) : [...before, step.id]);
      show();
    });
    step.prepend(button);
    return button;
  });
  const show = (): void => {
    const marked = done(slug);
    for (const [index, button] of buttons.entries()) {
      button.setAttribute('aria-pressed', String(marked.includes(ids[index] ?? '')));
    }
    const count = ids.filter((id) => marked.includes(id)).length;
    line.hidden = count === 0;
    status.textContent = count === 0 ? '' : fill(progress, { done: count, total: ids.length });
  };
  clear.addEventListener('click', () => {
    keep(
      slug,
      done(slug).filter((id) => !ids.includes(id)),
    );
    show();
    buttons[0]?.focus();
  });
  steps.at(-1)?.append(line);
  show();
}

/** The numbers that the browser shows before the items of a list. */
function numbersIn(list: HTMLOListElement): Map<Element, number> {
  const items = [...list.children].filter((item) => item instanceof HTMLLIElement);
  let next = list.reversed && !list.hasAttribute('start') ? items.length : list.start;
  const numbers = new Map<Element, number>();
  for (const item of items) {
    const number = item.hasAttribute('value') ? item.value : next;
    numbers.set(item, number);
    next = number + (list.reversed ? -1 : 1);
  }
  return numbers;
}

function done(slug: string): readonly string[] {
  return doneIn(remembered('languedocs-steps'), slug);
}

function keep(slug: string, steps: readonly string[]): void {
  remember('languedocs-steps', withDone(remembered('languedocs-steps'), slug, steps));
}
