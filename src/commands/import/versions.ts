/** Which of two versions of an article stays. */
import { compareText } from '../../core/diagnostics.ts';
import type { Article } from '../../pipeline/types.ts';

const hour = 60 * 60 * 1000;

/** Compares articles by the dates of their hand-backs, as far as these can be true. */
export class Versions {
  /** The latest day that it is anywhere on Earth, `YYYY-MM-DD`. */
  readonly #latest: string;

  constructor(now: Date) {
    this.#latest = new Date(now.getTime() + 14 * hour).toISOString().slice(0, 10);
  }

  /** True where an article says that it was handed back on a day that has not come. */
  isFromTheFuture({ metadata: { handoff } }: Article): boolean {
    return handoff !== undefined && handoff > this.#latest;
  }

  /** Newest hand-back first, those without a date that can be true last; of equals the bilingual file, which knows more. */
  readonly compare = (a: Article, b: Article): number =>
    compareText(this.#day(b), this.#day(a)) ||
    Number(b.bilingual) - Number(a.bilingual) ||
    compareText(a.file.path, b.file.path) ||
    compareText(a.file.root, b.file.root);

  /**
   * Why a version that is there stays, as against one that is handed back; undefined where it gives way. Where neither has a date, what
   * is handed back is the newer one.
   *
   * @param name of the version that is there
   */
  whyItStays(there: Article, handedBack: Article, name: string): string | undefined {
    const [before, now] = [this.#day(there), this.#day(handedBack)];
    if (before > now && now === '')
      return `${name} was handed back on ${before}, and this file has no date that can be true`;
    if (before > now) return `${name} was handed back later, on ${before}`;
    if (before < now || Number(there.bilingual) < Number(handedBack.bilingual)) return undefined;
    if (there.bilingual && !handedBack.bilingual) return `${name} is as new, and has the source of its sentences`;
    return before === '' ? undefined : `${name} was handed back at the same time`;
  }

  /** Empty where nobody can tell. */
  #day(article: Article): string {
    return this.isFromTheFuture(article) ? '' : (article.metadata.handoff ?? '');
  }
}
