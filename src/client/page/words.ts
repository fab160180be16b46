/** What scripts say on a page, in its language; see `pageWords` in `ui/page-words.ts`. */
import type { PageWords } from '../../ui/page-words.ts';

const given = document.body.dataset['words'];

/** Undefined on pages that belong to no locale. */
export const words = given === undefined ? undefined : (JSON.parse(given) as PageWords);
