import { neutralForms, type Side } from '../language-in-address.ts';
import { lostTokens } from '../lost.ts';
import type { Match, Unit, UnitRule } from '../rule.ts';
import { itemAt, pairsOf } from '../../core/lists.ts';
import { trimmedEnd } from '../../core/trim.ts';

export const changedUrl: UnitRule = {
  name: 'changed-url',
  why: 'A changed address leads to another page or to none. Only the part that names the language may differ.',
  severity: 'warning',
  precision: { read: 55, right: 53, note: 'the wrong ones are the new address of a page and an added parameter' },
  find: (unit) => [
    ...lostTokens(unit, 'url', {
      called: 'The address',
      same: (text) => text.toLowerCase(),
      formsOf: (url, side) => formsOf(url, side, unit),
    }),
    ...lostLinks(unit),
  ],
  examples: [
    {
      source: 'See https://a.example/pay now.',
      target: 'Voir https://a.example/payer maintenant.',
      found: ['https://a.example/payer'],
    },
    { source: 'See [here](https://a.example/en-us/x).', target: 'Voir [ici](https://a.example/fr-fr/x).', found: [] },
    {
      source: 'See [here](https://a.example/x).',
      target: 'Voir [ici](https://a.example/y).',
      found: ['[ici](https://a.example/y)'],
    },
    {
      source: 'See [here](https://a.example/en/x).',
      target: 'Voir [ici](https://a.example/de/x).',
      found: ['[ici](https://a.example/de/x)'],
    },
    {
      source: 'See [here](https://en.wikipedia.org/wiki/Tax).',
      target: 'Voir [ici](https://fr.wikipedia.org/wiki/Imp%C3%B4t).',
      found: [],
    },
    { source: 'See [here](traces).', target: 'Voir [ici](/docs/signals/traces).', found: [] },
    { source: 'See [here](../scope/).', target: 'Voir [ici](/docs/concepts/scope).', found: [] },
    { source: 'See [here](/docs/a/b.md#c).', target: 'Voir [ici](../a/b.md#c).', found: [] },
    { source: 'See [here](../a/b.md).', target: 'Voir [ici](a/b.md).', found: [] },
    { source: 'See [here](traces).', target: 'Voir [ici](/docs/signals/logs).', found: ['[ici](/docs/signals/logs)'] },
    { source: 'See [here](a/traces).', target: 'Voir [ici](/b/traces).', found: ['[ici](/b/traces)'] },
    { source: 'See [here](/a/x).', target: 'Voir [ici](/b/x).', found: ['[ici](/b/x)'] },
    { source: 'See [here](https://a.example/x).', target: 'Voir [ici](http://a.example/x).', found: [] },
    {
      source: 'See [here](https://a.example/x).',
      target: 'Voir [ici](ftp://a.example/x).',
      found: ['[ici](ftp://a.example/x)'],
    },
  ],
};

/** Without the protocol, where both lead to the same page; also as the place on this site that a path leads to. */
function formsOf(url: string, side: Side, { sourceLanguage, locale }: Unit): string[] {
  const forms = neutralForms(url, side, [sourceLanguage, locale.tag]).map((form) => form.replace(/^https?:/, ''));
  return [...forms, ...forms.flatMap((form) => placesOnSite(form, side))];
}

/** Segments of a path that are looked at. */
const deepest = 12;

/**
 * Forms that a relative path, `../a/b`, has in common with the path from the root of the site, `/docs/a/b`. Which article it leads to
 * depends on where it stands; whether it leads to any is checked elsewhere.
 */
function placesOnSite(form: string, side: Side): string[] {
  if (/^(?:\/\/|[a-z][a-z\d+.-]*:|[*#?])/i.test(form)) return [];
  const [path = ''] = form.split(/[?#]/, 1);
  const rest = form.slice(path.length);
  const page = trimmedEnd(path.replace(/\.(?:mdx?|html?)$/, '').replace(/(^|\/)_?index$/, '$1'), /\//);
  const segments = page.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  if (segments.length === 0) return [];
  const place = (parts: readonly string[]): string => `/${parts.join('/')}${rest}`;
  // One of both is relative: of two paths from the root both are known whole.
  if (!path.startsWith('/'))
    return side === 'source'
      ? [`relative ${place(segments)}`]
      : [`relative ${place(segments)}`, `root ${place(segments)}`];
  const from = side === 'source' ? 'root' : 'relative';
  return segments.slice(-deepest).map((_each, index, last) => `${from} ${place(last.slice(index))}`);
}

function lostLinks(unit: Unit): Match[] {
  const wanted = unit.source.inline.links.map(({ url }) => url ?? '');
  const there = unit.target.inline.links;
  // Where their number differs, another rule says so.
  if (wanted.length !== there.length) return [];
  const byForm = new Map<string, number[]>();
  for (const [index, url] of wanted.entries())
    for (const form of formsOf(url, 'source', unit)) {
      const indices = byForm.get(form);
      if (indices) indices.push(index);
      else byForm.set(form, [index]);
    }
  const left = new Set(wanted.keys());
  /** Takes the first address of the original that has one of the forms; each counts once. */
  const take = (forms: readonly string[]): boolean => {
    for (const form of forms) {
      const indices = byForm.get(form) ?? [];
      while (indices.length > 0) if (left.delete(indices.shift() ?? -1)) return true;
    }
    return false;
  };
  const foreign = there.filter(({ url }) => !take(formsOf(url ?? '', 'target', unit)));
  const lost = Array.from(left, (index) => itemAt(wanted, index));
  return pairsOf(foreign, lost).map(([link, original]) => ({
    start: link.start,
    end: link.end,
    message: `The link leads to \`${link.url ?? ''}\`, that of the original to \`${original}\`.`,
    hint: 'Take the address of the original over.',
  }));
}
