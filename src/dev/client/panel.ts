/** The writers' panel on the pages of a preview: what is wrong, where, and beside which original. */
import type { Difference } from '../sentence-difference.ts';
import type { PanelFinding, PanelFindings } from '../findings.ts';
import { elementOf as make } from './elements.ts';
import { markFindings, showFinding } from './marks.ts';
import { watchPage } from './open-page.ts';
import { panelStyle } from './style.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

interface Kept {
  open: boolean;
  tab: 'here' | 'all' | 'changes';
  rule: string;
  current: number;
  revision: string;
}

/** The panel stays as it was when a saved edit loads the page again. */
class Memory {
  readonly #key = 'languedocs-panel';
  readonly kept: Kept = { open: false, tab: 'here', rule: '', current: -1, revision: 'HEAD' };

  constructor() {
    try {
      Object.assign(this.kept, JSON.parse(sessionStorage.getItem(this.#key) ?? '{}'));
    } catch {
      // A browser without storage, or with something else in it.
    }
  }

  keep(change: Partial<Kept>): void {
    Object.assign(this.kept, change);
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.kept));
    } catch {
      // Then the panel is closed after the next edit.
    }
  }
}

class Panel {
  readonly #memory = new Memory();
  readonly #root: ShadowRoot;
  readonly #body = make('div', { class: 'body' });
  readonly #toggle = make('button', { type: 'button', class: 'toggle' });
  #data: PanelFindings = { findings: [] };
  #answer = '';

  constructor() {
    const host = make('div', { 'data-languedocs-panel': '', lang: 'en', dir: 'ltr' });
    this.#root = host.attachShadow({ mode: 'open' });
    this.#root.append(make('style', {}, panelStyle), this.#toggle, this.#body);
    this.#toggle.addEventListener('click', () => this.#change({ open: !this.#memory.kept.open }));
    document.body.append(host);
    addEventListener('keydown', (event) => this.#onKey(event));
  }

  async load(): Promise<void> {
    const data = await ask<PanelFindings>('findings.json', { page: location.pathname });
    // What has been typed into the panel stays where nothing else is found.
    const answer = JSON.stringify(data);
    if (answer === this.#answer) return;
    [this.#data, this.#answer] = [data, answer];
    markFindings(this.#here());
    this.#draw();
  }

  /** Findings of the article on this page that the filter lets through. */
  #here(): PanelFinding[] {
    const { rule } = this.#memory.kept;
    return this.#data.findings.filter(
      (finding) => finding.locale === this.#data.locale && (rule === '' || finding.rule === rule),
    );
  }

  #change(change: Partial<Kept>): void {
    this.#memory.keep(change);
    if ('rule' in change) markFindings(this.#here());
    this.#draw();
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.code === 'KeyN' ? 1 : event.code === 'KeyP' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const { length } = this.#here();
    if (length === 0) return;
    const { current } = this.#memory.kept;
    this.#select(current === -1 && step === -1 ? length - 1 : (current + step + length) % length);
  }

  #select(current: number): void {
    this.#change({ current, open: true, tab: 'here' });
    const finding = this.#here()[current];
    if (finding) showFinding(finding);
    this.#root.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  #draw(): void {
    const { open, tab } = this.#memory.kept;
    const here = this.#data.findings.filter(({ locale }) => locale === this.#data.locale).length;
    this.#toggle.textContent = `${here} ${here === 1 ? 'finding' : 'findings'} here, ${this.#data.findings.length} in all languages`;
    this.#toggle.setAttribute('aria-expanded', String(open));
    this.#body.hidden = !open;
    if (!open) return;
    const content = { here: () => this.#drawHere(), all: () => this.#drawAll(), changes: () => this.#drawChanges() }[
      tab
    ]();
    this.#body.replaceChildren(this.#tabs(), content);
  }

  #tabs(): HTMLElement {
    const names = [
      ['here', 'This page'],
      ['all', 'All languages'],
      ['changes', 'Changes'],
    ] as const;
    const buttons = names.map(([tab, label]) => {
      const button = make('button', { type: 'button', 'aria-pressed': String(this.#memory.kept.tab === tab) }, label);
      button.addEventListener('click', () => this.#change({ tab }));
      return button;
    });
    const select = make('select', { 'aria-label': 'Rule' }, make('option', { value: '' }, 'all rules'));
    for (const rule of [...new Set(this.#data.findings.map((finding) => finding.rule))].sort())
      select.append(make('option', { value: rule }, rule));
    select.value = this.#memory.kept.rule;
    select.addEventListener('change', () => this.#change({ rule: select.value, current: -1 }));
    return make(
      'div',
      { class: 'tabs' },
      ...buttons,
      select,
      make('span', { class: 'keys' }, 'Alt+N next, Alt+P previous'),
    );
  }

  #drawHere(): HTMLElement {
    const findings = this.#here();
    if (findings.length === 0) return make('p', {}, 'Nothing to complain about on this page.');
    const items = findings.map((finding, index) => {
      const isCurrent = index === this.#memory.kept.current;
      const button = make('button', { type: 'button', class: 'finding' }, `${finding.rule}: ${finding.message}`);
      button.addEventListener('click', () => this.#select(index));
      const item = make(
        'li',
        { class: finding.severity, ...(isCurrent ? { 'aria-current': 'true' } : {}) },
        button,
        editorLink(finding),
      );
      if (isCurrent) item.append(this.#details(finding));
      return item;
    });
    return make('ol', {}, ...items);
  }

  #details(finding: PanelFinding): HTMLElement {
    const unit = finding.segment === undefined ? undefined : this.#data.units?.[finding.segment];
    const details = make('div', { class: 'details' });
    if (finding.hint !== undefined) details.append(make('p', {}, finding.hint));
    if (unit) {
      const side = (label: string, text: string) =>
        make('div', {}, make('strong', {}, label), make('p', { dir: 'auto' }, text));
      details.append(make('div', { class: 'sides' }, side('Translation', unit.target), side('Original', unit.source)));
    }
    return details;
  }

  #drawAll(): HTMLElement {
    const { rule } = this.#memory.kept;
    const wanted = this.#data.findings.filter((finding) => rule === '' || finding.rule === rule);
    if (wanted.length === 0) return make('p', {}, 'Nothing to complain about in any language.');
    const groups = Map.groupBy(wanted, ({ locale }) => locale);
    return make(
      'div',
      {},
      ...[...groups].flatMap(([locale, findings]) => [
        make('h2', {}, make('a', { href: findings[0]?.page ?? '' }, locale), ` ${findings.length}`),
        make(
          'ul',
          {},
          ...findings.map((finding) =>
            make('li', { class: finding.severity }, `${finding.rule}: ${finding.message} `, editorLink(finding)),
          ),
        ),
      ]),
    );
  }

  #drawChanges(): HTMLElement {
    const input = make('input', { value: this.#memory.kept.revision, 'aria-label': 'Revision' });
    const output = make('div', { class: 'changes', role: 'status' });
    const form = make(
      'form',
      {},
      make('label', {}, 'Compare with revision ', input),
      make('button', {}, 'Compare'),
      output,
    );
    const compare = async (): Promise<void> => {
      output.textContent = 'Comparing…';
      try {
        const asked = { page: location.pathname, revision: input.value };
        output.replaceChildren(...changesOf(await ask<Difference>('difference.json', asked)));
      } catch (error) {
        output.textContent = error instanceof Error ? error.message : String(error);
      }
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#memory.keep({ revision: input.value });
      void compare();
    });
    void compare();
    return form;
  }
}

function changesOf({ lines, left, isComplete }: Difference): HTMLElement[] {
  const notes = [
    ...(lines.length === 0 ? ['Nothing has changed.'] : []),
    ...(left === 0 ? [] : [`${left} further lines have changed and are not shown.`]),
    ...(isComplete ? [] : ['So much has changed that the last lines were not compared with each other.']),
  ];
  return [...lines.map(changeOf), ...notes.map((note) => make('p', {}, note))];
}

function changeOf(pieces: Difference['lines'][number]): HTMLElement {
  const tags = { same: 'span', removed: 'del', added: 'ins' } as const;
  return make('p', { dir: 'auto' }, ...pieces.map(({ kind, text }) => make(tags[kind], {}, text)));
}

function editorLink({ path, file, line, column }: PanelFinding): HTMLElement {
  const button = make(
    'button',
    { type: 'button', class: 'editor', title: `${file}:${line}:${column}` },
    `line ${line}`,
  );
  button.addEventListener('click', () => {
    const place = encodeURIComponent(`${path}:${line}:${column}`);
    void fetch(`${base}__languedocs/open-in-editor.json?file=${place}`, { method: 'POST' });
  });
  return button;
}

async function ask<Answer>(file: string, values: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${base}__languedocs/${file}?${new URLSearchParams(values)}`);
  const answer = (await response.json()) as Answer & { error?: string };
  if (!response.ok) throw new Error(answer.error ?? `The preview answered ${response.status}.`);
  return answer;
}

const panel = new Panel();
void panel.load();
watchPage(() => void panel.load());
