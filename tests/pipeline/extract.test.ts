import { expect, test } from 'vitest';
import { extract } from '../../src/pipeline/extract.ts';
import { file, pair } from '../support.ts';

const header = { title: 'Payer', 'ms.service': 'billing', 'ms.contentlocale': 'fr-FR', 'ms.locfileid': '"1"' };
const bilingual = file(
  header,
  `# <a name="pay"></a>${pair(102, 'Payer', 'Pay "now"')}\n\n${pair(103, 'Un \\*mot\\*.', 'A \\_word\\_.')}\n`,
);
const source = (text: string) => ({ root: '/content', path: 'a.md', text, digest: '' });

test('the target keeps header and lines, and bares what the pipeline escaped', () => {
  expect(extract(source(bilingual), 'target', 'en-US').markdown).toBe(
    file(header, '# <a name="pay"></a>Payer\n\nUn *mot*.\n'),
  );
});

test('the source has a header that all translations share', () => {
  expect(extract(source(bilingual), 'source', 'en-US').markdown).toBe(
    '---\ntitle: "Pay \\"now\\""\nms.service: billing\nms.contentlocale: en-US\n---\n# <a name="pay"></a>Pay "now"\n\nA _word_.\n',
  );
});

test('a plain file is its own target, escapes and all, and has no source', () => {
  const plain = file(header, '# Payer\n\nUn \\*mot\\*.\n');
  expect(extract(source(plain), 'target', 'en-US').markdown).toBe(plain);
  expect(extract(source(plain), 'source', 'en-US').markdown).toBeUndefined();
});
