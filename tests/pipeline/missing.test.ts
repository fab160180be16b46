import { expect, test } from 'vitest';
import { missingIn } from '../../src/pipeline/missing.ts';
import { collect } from '../../src/pipeline/pipeline.ts';
import type { Missing } from '../../src/pipeline/types.ts';
import { file, folderOf } from '../support.ts';

/** What a Dutch translation lacks of an English article, which a French one has as it is now. */
function missing(english: string, dutch: string, version = 'old'): Missing | undefined {
  const versions = { 'ms.lasthandoff': '01/01/2026', 'ms.translationtype': 'MT' };
  const root = folderOf({
    'en-US/a.md': file({}, english),
    'fr-FR/a.md': file({ ...versions, 'ms.openlocfilehash': 'new', 'ms.lasthandoff': '02/02/2026' }, english),
    'nl-NL/a.md': file({ ...versions, 'ms.openlocfilehash': version }, dutch),
  });
  const { topics } = collect(
    {
      roots: [root],
      sourceLocale: 'en-US',
      base: '/',
      documentationHosts: [],
      displayPath: ({ path }) => path,
      strings: () => (key) => key,
    },
    () => undefined,
  );
  const [topic] = topics;
  const article = topic?.articles['nl-NL'];
  return topic && article && missingIn(article, topic, 'en-US');
}

const english =
  '# <a name="t"></a>Title\n\nOne.\n\n## <a name="a"></a>First\n\nTwo.\n\nThree.\n\n## <a name="b"></a>Second\n\n- x\n- y\n';

test.each<[string, string, Missing | undefined]>([
  ['all of it', english, undefined],
  ['without a paragraph', english.replace('\n\nThree.', ''), { sections: [], passages: 1 }],
  ['without a section', english.replace(/\n\n## <a name="b"[\s\S]*/, '\n'), { sections: ['Second'], passages: 0 }],
  [
    'without a section and a paragraph',
    english.replace(/\n\n## <a name="b"[\s\S]*/, '\n').replace('\n\nOne.', ''),
    { sections: ['Second'], passages: 1 },
  ],
  ['with more than the source', `${english}\nMore.\n`, undefined],
])('a translation %s', (_what, dutch, expected) => {
  expect(missing(english, dutch)).toEqual(expected);
});

test('a translation of the newest version lacks nothing that could be told', () => {
  expect(missing(english, '# <a name="t"></a>Title\n', 'new')).toBeUndefined();
});
