/** The elements of the desk's page, `pages/desk`. */

export interface Parts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly locale: HTMLSelectElement;
  readonly permanent: HTMLInputElement;
  readonly status: HTMLElement;
  readonly hits: HTMLOListElement;
  readonly more: HTMLButtonElement;
  readonly pinned: HTMLElement;
  readonly recent: HTMLElement;
}

/** Undefined where one of them is missing. */
export function partsOf(desk: HTMLElement): Parts | undefined {
  const form = desk.querySelector<HTMLFormElement>('[data-question]');
  const input = desk.querySelector<HTMLInputElement>('#desk-query');
  const locale = desk.querySelector<HTMLSelectElement>('#desk-locale');
  const permanent = desk.querySelector<HTMLInputElement>('#desk-permanent');
  const status = desk.querySelector<HTMLElement>('[data-status]');
  const hits = desk.querySelector<HTMLOListElement>('[data-hits]');
  const more = desk.querySelector<HTMLButtonElement>('[data-more]');
  const pinned = desk.querySelector<HTMLElement>('[data-shelf="pinned"]');
  const recent = desk.querySelector<HTMLElement>('[data-shelf="recent"]');
  return form && input && locale && permanent && status && hits && more && pinned && recent
    ? { form, input, locale, permanent, status, hits, more, pinned, recent }
    : undefined;
}
