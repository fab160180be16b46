/** The original of one sentence, at the lower edge of the window, where it covers nothing that is being read. */
import { fillAddress } from '../../../ui/address-template.ts';
import { copyLink } from '../links.ts';
import { loadOriginal, nodesOf } from './load.ts';

interface Panel {
  readonly element: HTMLElement;
  readonly text: HTMLElement;
  readonly article: HTMLElement;
  readonly sentences: readonly HTMLElement[];
  current: HTMLElement;
}

let panel: Panel | undefined;

/** Shows the original of a sentence. With `moveFocus` the keyboard goes into the panel, and back to the sentence when it closes. */
export async function openPanel(
  article: HTMLElement,
  sentences: readonly HTMLElement[],
  sentence: HTMLElement,
  moveFocus: boolean,
): Promise<void> {
  panel ??= attachPanel(article, sentences, sentence);
  if (!panel) return;
  const { element } = panel;
  element.hidden = false;
  document.documentElement.dataset['panel'] = '';
  const shown = showSentence(panel, sentence);
  if (moveFocus) element.focus();
  await shown;
}

function attachPanel(article: HTMLElement, sentences: readonly HTMLElement[], current: HTMLElement): Panel | undefined {
  const element = document.querySelector<HTMLElement>('[data-sentence-panel]');
  const text = element?.querySelector<HTMLElement>('[data-text]');
  if (!element || !text) return undefined;
  const made: Panel = { element, text, article, sentences, current };
  for (const button of element.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    button.addEventListener('click', () => step(made, Number(button.dataset['step'])));
  }
  element.querySelector('[data-close]')?.addEventListener('click', () => close(made));
  element.querySelector('[data-copy-link]')?.addEventListener('click', () => void copyLink(made.current.id));
  element.addEventListener('keydown', (event) => {
    const forward = getComputedStyle(article).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') step(made, event.key === forward ? 1 : -1);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !element.hidden && !event.defaultPrevented) close(made);
  });
  return made;
}

function step(made: Panel, by: number): void {
  const next = made.sentences[made.sentences.indexOf(made.current) + by];
  if (next) void showSentence(made, next);
}

function close({ element, current }: Panel): void {
  // Before the panel goes, so that the focus is seen to come from it.
  if (element.contains(document.activeElement)) current.focus({ preventScroll: true });
  element.hidden = true;
  delete document.documentElement.dataset['panel'];
  current.classList.remove('current');
}

async function showSentence(made: Panel, sentence: HTMLElement): Promise<void> {
  const { element, text, article } = made;
  made.current.classList.remove('current');
  made.current = sentence;
  sentence.classList.add('current');
  for (const each of made.sentences) each.tabIndex = each === sentence ? 0 : -1;
  sentence.scrollIntoView({ block: 'nearest' });
  const at = made.sentences.indexOf(sentence);
  for (const button of element.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    const isEnd = made.sentences[at + Number(button.dataset['step'])] === undefined;
    // Disabled in words only: a button that is really disabled would lose the focus in the reader's hand.
    button.setAttribute('aria-disabled', String(isEnd));
  }
  reportSentence(element, sentence);
  const say = (words: string | undefined): void => {
    text.removeAttribute('lang');
    text.removeAttribute('dir');
    text.replaceChildren(words ?? '');
  };
  const { loading, failed, unknown } = element.dataset;
  // Said only where there is time to read it.
  const patience = setTimeout(() => say(loading), 200);
  try {
    const { lang, dir, sentences } = await loadOriginal(article);
    if (made.current !== sentence) return;
    const html = sentences[sentence.id];
    clearTimeout(patience);
    if (html === undefined) {
      say(unknown);
      return;
    }
    text.lang = lang;
    text.dir = dir;
    text.replaceChildren(nodesOf(html));
  } catch {
    clearTimeout(patience);
    if (made.current === sentence) say(failed);
  } finally {
    clearTimeout(patience);
  }
}

/** The report names the very sentence. */
function reportSentence(element: HTMLElement, sentence: HTMLElement): void {
  const link = element.querySelector<HTMLAnchorElement>('[data-report]');
  const { template, article = '', locale = '', title = '' } = link?.dataset ?? {};
  if (!link || template === undefined) return;
  const url = new URL(`#${sentence.id}`, location.href).href;
  link.href = fillAddress(template, { article, locale, title, url, sentence: sentence.id });
}
