import { expect, test } from 'vitest';
import { addressOf, type Form, handedOver, type Sendable } from '../../../src/client/desk/copy-formats.ts';

const article: Sendable = { title: 'Payer', locale: 'fr-FR', direction: 'ltr', url: 'https://x.example/fr-fr/pay/' };

const rows: [form: Form, article: Sendable, text: string][] = [
  ['link', article, 'https://x.example/fr-fr/pay/'],
  ['markdown', article, '[Payer](https://x.example/fr-fr/pay/)'],
  ['markdown', { ...article, title: 'A [b] \\c', url: '/x(y)' }, '[A \\[b\\] \\\\c](/x%28y%29)'],
  ['html', article, '<a href="https://x.example/fr-fr/pay/" lang="fr-FR" dir="ltr">Payer</a>'],
  [
    'html',
    { ...article, title: '<b> & "c"' },
    '<a href="https://x.example/fr-fr/pay/" lang="fr-FR" dir="ltr">&lt;b&gt; &amp; &quot;c&quot;</a>',
  ],
  ['text', { ...article, place: '4 Ouvrez' }, 'Payer – 4 Ouvrez\nhttps://x.example/fr-fr/pay/'],
];

test.each(rows)('%s of %o', (form, sendable, text) => {
  expect(handedOver(sendable, form)).toBe(text);
});

const addresses: [permanent: boolean, slug: string, fragment: string, address: string][] = [
  [false, 'pay', '', 'https://x.example/help/fr-fr/pay/'],
  [false, 'billing/pay', 'step-4', 'https://x.example/help/fr-fr/billing/pay/#step-4'],
  [true, 'pay', 'step-4', 'https://x.example/help/id/pay/?lang=fr-FR#step-4'],
  [false, 'payer-ça', 'où "', 'https://x.example/help/fr-fr/payer-%C3%A7a/#o%C3%B9%20%22'],
];

test.each(addresses)('address, permanent %s, of %s at `%s`', (permanent, slug, fragment, address) => {
  expect(addressOf({ origin: 'https://x.example', base: '/help/', permanent }, slug, 'fr-FR', fragment)).toBe(address);
});
