/**
 * What somebody could write into an article to have code run, something loaded, or the reader led away. Rows are by class of attack;
 * a row that runs calls `pwned()`, opens a dialog, or asks `https://attacker.test/`.
 */
import { addresses, places, tagsWithAddresses } from './addresses.ts';
import { attributes } from './attributes.ts';
import { breakouts } from './breakouts.ts';
import { call } from './call.ts';
import { handlers } from './handlers.ts';
import { mutations } from './mutations.ts';
import { styles } from './styles.ts';

/** All attacks, each of them on an article of its own. */
export const attacks: readonly { readonly kind: string; readonly text: string }[] = [
  ...addresses.flatMap((address) => places.map((place) => ({ kind: 'address', text: place(address) }))),
  ...tagsWithAddresses.flatMap((tag) =>
    [`javascript:${call}`, 'https://attacker.test/x'].map((address) => ({
      kind: 'tag',
      text: tag.replaceAll('ADDRESS', address),
    })),
  ),
  ...handlers.map((text) => ({ kind: 'handler', text })),
  ...mutations.map((text) => ({ kind: 'mutation', text })),
  ...styles.map((text) => ({ kind: 'style', text })),
  ...attributes.map((text) => ({ kind: 'attribute', text })),
  ...breakouts.map((text) => ({ kind: 'breakout', text })),
];
