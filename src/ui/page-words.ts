/** Words that scripts need on a page, so that no script carries a language. */
import type { Strings } from './strings.ts';

export interface PageWords {
  readonly copy: string;
  readonly copied: string;
  readonly linkCopied: string;
  readonly linkFailed: string;
  /** With `{{title}}`. */
  readonly section: string;
  /** With `{{number}}`, like `mark`. */
  readonly step: string;
  readonly mark: string;
  /** With `{{done}}` and `{{total}}`. */
  readonly progress: string;
  readonly reset: string;
}

export function pageWords(strings: Strings): PageWords {
  const number = '{{number}}';
  return {
    copy: strings.t('code.copy'),
    copied: strings.t('code.copied'),
    linkCopied: strings.t('link.copied'),
    linkFailed: strings.t('link.failed'),
    section: strings.t('link.section', { title: '{{title}}' }),
    step: strings.t('link.step', { number }),
    mark: strings.t('step.mark', { number }),
    progress: strings.t('step.progress', { done: '{{done}}', total: '{{total}}' }),
    reset: strings.t('step.reset'),
  };
}
