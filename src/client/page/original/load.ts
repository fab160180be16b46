/** The original of a page, fetched once. */
import type { Original } from '../../../pipeline/types.ts';

let loading: Promise<Original> | undefined;

/** Rejects where it cannot be fetched; the next call tries again. */
export function loadOriginal(article: HTMLElement): Promise<Original> {
  loading ??= fetchOriginal(article.dataset['original'] ?? '').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchOriginal(address: string): Promise<Original> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Original;
}

/** A sentence of the original as nodes. The build has sanitized it like the article itself. */
export function nodesOf(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}
