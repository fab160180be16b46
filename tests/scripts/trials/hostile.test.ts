/** Hostile articles at random through all that a site shows and hands out; `npm run fuzz` tries more of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { escapesOf, outputsOf, tryHostile } from '../../../scripts/trials/hostile-outputs.ts';
import { seededRandom } from '../../../scripts/trials/random.ts';
import { attributes } from '../../attacks/attributes.ts';
import { breakouts } from '../../attacks/breakouts.ts';
import { file, pair } from '../../support.ts';

const folder = mkdtempSync(join(tmpdir(), 'languedocs-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every article stays in its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), (seed) => {
      const { failures } = tryHostile(folder, seededRandom(seed));
      if (failures.length > 0) throw new Error(JSON.stringify(failures));
    }),
    { numRuns: 60, seed: 16 },
  );
}, 120_000);

/** Found by the trial. */
const found = [
  '## \u0001 \uFFFE',
  '## <a name="a\u0001b"></a>x [y](#a\u0001b)',
  '# [x](#tab/\u0001)\n\n## y\n\n***',
  '\u0001 \u001B]0;x\u0007',
  '# <table><h2>',
  '# <table>\n\n## x',
  pair(103, 'x', 'a \u0001 *b* \uFFFE'),
  '<a href="#x"><table><a href="#y">x</table></a>',
];

/** In a file with pairs, from which the source is recovered, and in one that learns its sentences from that file. */
function filesWith(attack: string): Record<string, string> {
  const line = attack.replace(/\s+/g, ' ');
  const header = {
    title: JSON.stringify(line),
    description: JSON.stringify(line),
    category: JSON.stringify(line),
    'ms.openlocfilehash': 'x',
    'ms.translationtype': 'MT',
  };
  const top = '# <a name="a"></a>';
  return {
    'fr-FR/a.md': file(
      { ...header, 'ms.contentlocale': 'fr-FR' },
      `${top}${pair(101, 'Titre', 'Title')}\n\n${attack}\n\n## ${pair(102, line, line)}\n`,
    ),
    'de-DE/a.md': file({ ...header, 'ms.contentlocale': 'de-DE' }, `${top}Titel\n\n${attack}\n\n## ${line}\n`),
  };
}

test.each([...found, ...attributes, ...breakouts])('%j stays in its place', (attack) => {
  expect([...escapesOf(outputsOf(folder, filesWith(attack)))]).toEqual([]);
});

test('a section that the source has too has its link, whatever stands in its heading', () => {
  const { pages } = outputsOf(
    folder,
    filesWith(`## <a name="sec"></a>[Section](a.md '</h2><script src=/x.md></script>')`),
  );
  const links = pages.map(({ page }) => [page.locale, page.html.match(/<noscript>/g)?.length ?? 0]);
  expect(Object.fromEntries(links)).toMatchObject({ 'fr-FR': 2, 'de-DE': 2, 'en-US': 0 });
});
