/**
 * The original beside the translation: of one sentence on tap, click or keyboard focus, or of all of them. This part waits for the
 * reader to ask; the rest and the original itself are loaded then.
 */
import { originalEvent, setPreference } from '../preferences.ts';
import { isSentenceId } from '../place.ts';

/** An article whose original is waited for longer than this is shown without. */
const patienceMs = 4000;

export function attachOriginal(): void {
  const article = document.querySelector<HTMLElement>('article[data-original]');
  const root = document.documentElement;
  if (!article) {
    delete root.dataset['original'];
    return;
  }
  document.querySelector('[data-original-toggle]')?.addEventListener('click', () => {
    setPreference('original', root.dataset['original'] === undefined ? 'shown' : '');
  });
  addEventListener(originalEvent, (event) => {
    if (event instanceof CustomEvent) void show(article, event.detail === true);
  });
  attachSentences(article);
  if (root.dataset['original'] !== 'waiting') return;
  setTimeout(() => {
    if (root.dataset['original'] === 'waiting') delete root.dataset['original'];
  }, patienceMs);
  void show(article, true);
}

async function show(article: HTMLElement, shown: boolean): Promise<void> {
  const { showOriginal, hideOriginal } = await import('./beside.ts');
  if (shown) await showOriginal(article);
  else hideOriginal(article);
}

/** The sentence that an event happened in; undefined where it happened in something with a purpose of its own. */
function sentenceOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element) || target.closest('a, button, summary, input, pre, .original')) return undefined;
  const sentence = target.closest<HTMLElement>('[id^="s"]');
  return sentence && isSentenceId(sentence.id) ? sentence : undefined;
}

function attachSentences(article: HTMLElement): void {
  const sentences = [...article.querySelectorAll<HTMLElement>('[id^="s"]')].filter(
    ({ id, childNodes }) => isSentenceId(id) && childNodes.length > 0,
  );
  let wanted: HTMLElement | undefined;
  const open = async (sentence: HTMLElement, byKeyboard: boolean): Promise<void> => {
    wanted = sentence;
    const { openPanel } = await import('./original-panel.ts');
    // Two loads of one module need not end in the order in which they began.
    if (wanted === sentence) await openPanel(article, sentences, sentence, byKeyboard);
  };
  article.addEventListener('click', (event) => {
    // A reader who selects text wants to copy it.
    if (document.getSelection()?.isCollapsed === false) return;
    const sentence = sentenceOf(event.target);
    if (sentence) void open(sentence, false);
  });

  // One stop for the keyboard, as in a toolbar: the arrow keys walk on from there.
  const [first] = sentences;
  if (!first) return;
  for (const sentence of sentences) sentence.tabIndex = -1;
  first.tabIndex = 0;
  first.setAttribute('aria-describedby', 'page.original-hint');
  article.addEventListener('focusin', ({ target, relatedTarget }) => {
    const sentence = sentences.find((each) => each === target);
    if (!sentence) return;
    for (const each of sentences) each.tabIndex = each === sentence ? 0 : -1;
    // A reader who closes the panel comes back to the sentence, not to the panel again.
    const isBack = relatedTarget instanceof Element && relatedTarget.closest('[data-sentence-panel]') !== null;
    if (!isBack && sentence.matches(':focus-visible')) void open(sentence, false);
  });
  article.addEventListener('keydown', (event) => {
    const at = sentences.findIndex((each) => each === event.target);
    const sentence = sentences[at];
    if (!sentence || event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = getComputedStyle(article).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'Enter' || event.key === ' ') void open(sentence, true);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      sentences[at + (event.key === forward ? 1 : -1)]?.focus();
    } else return;
    event.preventDefault();
  });
}
