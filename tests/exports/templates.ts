/** Templates of permanent pages that show their slots and nothing else. */
import { templatesOf } from '../../src/exports/permanent-pages.ts';
import { slot } from '../../src/core/html-template.ts';

const page = (...names: string[]) => names.map(slot).join('');

export const bareTemplates = templatesOf({
  article: page('title', 'canonical', 'slug', 'main', 'direction', 'locales', 'items'),
  choice: page('id', 'items'),
  moved: page('to', 'title', 'locale', 'direction'),
});
