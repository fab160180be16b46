import { cleanAddress } from '../../pipeline/repairs/link-leftovers.ts';
import { lostTokens } from '../lost.ts';
import type { Match, Unit, UnitRule } from '../rule.ts';
import { wholeOf } from '../rule.ts';
import { trimmedEnd } from '../../trim.ts';

export const changedUrl: UnitRule = {
  name: 'changed-url',
  why: 'A changed address leads to another page or to none. Only the part that names the language may differ.',
  severity: 'warning',
  find: (unit) => [...lostTokens(unit, 'url', { called: 'The address', same: comparable }), ...lostLinks(unit)],
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
  ],
};

/** An address without what may differ between languages. */
function comparable(url: string): string {
  let text = cleanAddress(url.replaceAll('&amp;', '&'));
  try {
    text = decodeURI(text);
  } catch {
    // Left as it is.
  }
  const common = text
    .replace(/(?<=\/)[a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2}(?=\/|$)/i, '_')
    .replace(/[?&](?:ocid|ui|rs|ad)=[^&#]*/gi, '');
  return trimmedEnd(common, /[?/.,]/).toLowerCase();
}

function lostLinks({ source, target }: Unit): Match[] {
  const wanted = source.inline.links.map(({ url }) => url ?? '');
  const there = target.inline.links;
  // Where their number differs, another rule says so.
  if (wanted.length !== there.length) return [];
  // A place on the page, where the original names none, does no harm.
  const places = wanted.some((url) => url.includes('#'));
  const same = (url: string) => comparable(places ? url : url.replace(/#.*/s, ''));
  const byAddress = Map.groupBy(wanted.keys(), (index) => same(wanted[index] ?? ''));
  const found = new Set<number>();
  const foreign = there.filter(({ url }) => {
    const index = byAddress.get(same(url ?? ''))?.shift();
    if (index !== undefined) found.add(index);
    return index === undefined;
  });
  const left = wanted.filter((_url, index) => !found.has(index));
  return foreign.map((link, index) => ({
    ...(foreign.length > 0 ? { start: link.start, end: link.end } : wholeOf(target)),
    message: `The link leads to \`${link.url ?? ''}\`, that of the original to \`${left[index] ?? ''}\`.`,
    hint: 'Take the address of the original over.',
  }));
}
