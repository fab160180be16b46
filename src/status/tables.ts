/** The board as tables of text, the same for every reader: names of files and titles are escaped as in a terminal. */
import { escapeControls } from '../core/escape-controls.ts';
import { localeOf } from '../core/locales.ts';
import type { Summary } from './site-status.ts';
import type { BoardState, EditionStatus, TopicStatus } from './board.ts';

export interface Cell {
  readonly text: string;
  readonly href?: string | undefined;
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** Colours the cell. */
  readonly level?: BoardState | 'error' | 'warning' | undefined;
}

export interface Table {
  readonly columns: readonly { readonly label: string; readonly kind: 'text' | 'number' | 'date' }[];
  /** Words that rows can be chosen by. */
  readonly choices: readonly string[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly tags: readonly string[] }[];
}

const boardStates: readonly BoardState[] = ['current', 'same-shape', 'behind', 'missing'];
const text = (label: string) => ({ label, kind: 'text' }) as const;
const number = (label: string) => ({ label, kind: 'number' }) as const;
const date = (label: string) => ({ label, kind: 'date' }) as const;

export function localeRows({ locales, topics }: Summary, root: string): Table {
  return {
    columns: [
      text('Locale'),
      text('Language'),
      number('Current'),
      number('Published'),
      number('Same shape'),
      number('Behind'),
      number('Missing'),
      number('Machine'),
      number('Human'),
      number('Errors'),
      number('Warnings'),
    ],
    choices: [],
    rows: locales.map(({ locale, path, name, published, states, machine, human, errors, warnings }) => ({
      tags: [],
      cells: [
        { text: locale, href: `${root}${path}/` },
        { text: name, ...languageOfText(locale) },
        { text: share(states.current, topics) },
        count(published),
        count(states['same-shape'], 'same-shape'),
        count(states.behind, 'behind'),
        count(states.missing, 'missing'),
        count(machine),
        count(human),
        count(errors, 'error'),
        count(warnings, 'warning'),
      ],
    })),
  };
}

export function editionRows(editions: readonly EditionStatus[]): Table {
  return {
    columns: [
      text('Article'),
      text('State'),
      text('Translation'),
      date('Updated'),
      number('Errors'),
      number('Warnings'),
      text('File'),
    ],
    choices: [...boardStates, 'machine', 'human', 'findings'],
    rows: editions.map(({ title, titleLocale, href, state, translation, updated, errors, warnings, file }) => ({
      tags: [state, translation ?? '', errors + warnings > 0 ? 'findings' : ''].filter((tag) => tag !== ''),
      cells: [
        { text: escapeControls(title), href, ...languageOfText(titleLocale) },
        { text: state, level: state },
        { text: translation ?? '–' },
        { text: updated ?? '–' },
        count(errors, 'error'),
        count(warnings, 'warning'),
        { text: file === undefined ? '–' : escapeControls(file) },
      ],
    })),
  };
}

export function articleRows(articles: readonly TopicStatus[], locales: number): Table {
  const named = (tags: readonly string[] | undefined, level: BoardState): Cell =>
    tags === undefined ? { text: '–' } : { text: tags.join(', '), level };
  return {
    columns: [
      text('Article'),
      number('Current'),
      text('Same shape'),
      text('Behind'),
      text('Missing'),
      number('Errors'),
      number('Warnings'),
    ],
    choices: ['same-shape', 'behind', 'missing', 'findings'],
    rows: articles.map(({ title, titleLocale, href, open, current, errors, warnings }) => ({
      tags: [...Object.keys(open), ...(errors + warnings > 0 ? ['findings'] : [])],
      cells: [
        { text: escapeControls(title), href, ...languageOfText(titleLocale) },
        { text: share(current, locales) },
        named(open['same-shape'], 'same-shape'),
        named(open.behind, 'behind'),
        named(open.missing, 'missing'),
        count(errors, 'error'),
        count(warnings, 'warning'),
      ],
    })),
  };
}

function count(value: number, level?: Cell['level']): Cell {
  return { text: String(value), level: value > 0 ? level : undefined };
}

function share(part: number, all: number): string {
  return all === 0 ? '0 %' : `${Math.floor((part / all) * 100)} %`;
}

function languageOfText(tag: string | undefined): Pick<Cell, 'lang' | 'dir'> {
  return tag === undefined ? {} : { lang: tag, dir: localeOf(tag).direction };
}
