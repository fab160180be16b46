/** The whole original beside the translation: each passage's sentences after it, in a second column where there is room. */
import { isSentenceId } from '../place.ts';
import { say } from '../toast.ts';
import { loadOriginal, nodesOf } from './load.ts';

const passages = 'p, h1, h2, h3, h4, h5, h6, li, td, th, dt, dd, summary, figcaption';

export async function showOriginal(article: HTMLElement): Promise<void> {
  const { dataset } = document.documentElement;
  try {
    const { lang, dir, sentences } = await loadOriginal(article);
    if (article.querySelector('.original')) return;
    keepPlace(article, () => {
      for (const [passage, known] of sentencesByPassage(article, sentences)) {
        const original = document.createElement('span');
        original.className = 'original';
        original.lang = lang;
        original.dir = dir;
        for (const [index, html] of known.entries()) original.append(index > 0 ? ' ' : '', nodesOf(html));
        place(passage, original);
      }
      dataset['original'] = 'shown';
    });
  } catch {
    delete dataset['original'];
    say(article.dataset['failed'] ?? '');
  }
}

export function hideOriginal(article: HTMLElement): void {
  keepPlace(article, () => {
    for (const original of article.querySelectorAll('.original')) original.remove();
    for (const frame of article.querySelectorAll('.pair, .pair-text')) frame.replaceWith(...frame.childNodes);
    delete document.documentElement.dataset['original'];
  });
}

/** HTML of the known sentences in each passage, in reading order. */
function sentencesByPassage(
  article: HTMLElement,
  sentences: Readonly<Record<string, string>>,
): Map<HTMLElement, string[]> {
  const found = new Map<HTMLElement, string[]>();
  for (const sentence of article.querySelectorAll<HTMLElement>('[id^="s"]')) {
    const html = isSentenceId(sentence.id) ? sentences[sentence.id] : undefined;
    const passage = sentence.parentElement?.closest<HTMLElement>(passages);
    if (html === undefined || !passage || !article.contains(passage)) continue;
    const known = found.get(passage);
    if (known) known.push(html);
    else found.set(passage, [html]);
  }
  return found;
}

/** Headings and paragraphs get a frame around them and stay what they are; in all others the words get one. */
function place(passage: HTMLElement, original: HTMLElement): void {
  const frame = document.createElement('div');
  frame.className = 'pair';
  if (/^(?:P|H[1-6])$/.test(passage.tagName)) {
    const outer = passage.parentElement?.classList.contains('heading') === true ? passage.parentElement : passage;
    outer.replaceWith(frame);
    const paragraph = document.createElement('p');
    paragraph.className = original.className;
    paragraph.lang = original.lang;
    paragraph.dir = original.dir;
    paragraph.append(...original.childNodes);
    frame.append(outer, paragraph);
    return;
  }
  const words = document.createElement('span');
  words.className = 'pair-text';
  const inline = document.createElement('span');
  inline.className = 'pair';
  const run = firstRun(passage);
  run[0]?.before(inline);
  words.append(...run);
  inline.append(words, original);
}

/** The words of a passage: its nodes up to the first block after the first sentence. */
function firstRun(passage: HTMLElement): ChildNode[] {
  const nodes = [...passage.childNodes].filter((node) => !(node instanceof Element && node.matches(added)));
  const blockAt = nodes.findIndex((node) => node instanceof Element && node.matches(blocks));
  return blockAt === -1 ? nodes : nodes.slice(0, blockAt);
}

/** What scripts have put into a step, which stays where it is. */
const added = '.step-mark, .permalink, .step-progress';
const blocks = 'p, ul, ol, dl, div, pre, table, figure, aside, section, blockquote, details, h1, h2, h3, h4, h5, h6';

/** Changes the article so that what the reader looks at stays where it is in the window. */
function keepPlace(article: HTMLElement, change: () => void): void {
  const isBegun = scrollY > 0;
  const anchor = [...article.querySelectorAll<HTMLElement>(passages)].find(
    (element) => element.getBoundingClientRect().bottom > 100,
  );
  const before = anchor?.getBoundingClientRect().top ?? 0;
  change();
  if (anchor && isBegun) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
}
