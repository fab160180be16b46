import { defaultSchema, type Options } from 'rehype-sanitize';
import { ownIds } from '../normalize/anchors.ts';
import { imageSchemes, linkSchemes } from './addresses.ts';
import { allowedTags } from './allowed-html.ts';

const classes = [
  /^language-[\w+#-]+$/,
  /^alert(-\w+)?$/,
  ...['zone', 'zone-label', 'row', 'column', 'tabs', 'tab', 'tab-title', 'video', 'missing-image', 'broken-link'],
  ...['checklist', 'nextstepaction', 'op_single_selector', 'op_multi_selector', 'contains-task-list', 'task-list-item'],
  ...['footnotes', 'visually-hidden', 'data-footnote-backref'],
];

/**
 * What may stand in a page. Ids are kept as they are written (they are what links lead to), but for those that begin like the ids of
 * the site's own elements, which all begin with `page.` on the pages of articles.
 */
export const sanitizeSchema: Options = {
  ...defaultSchema,
  clobberPrefix: '',
  clobber: [],
  tagNames: [...allowedTags, 'aside', 'section', 'input'],
  attributes: {
    '*': [
      ['id', new RegExp(`^(?!${ownIds.source.slice(1)})`, 'i')],
      'lang',
      'dir',
      'title',
      ['className', ...classes],
      ['role', 'note'],
      'ariaLabel',
      'ariaDescribedBy',
    ],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    col: ['span'],
    colgroup: ['span'],
    ol: ['start', 'reversed'],
    li: ['value'],
    details: ['open'],
    section: ['dataFootnotes'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    blockquote: [],
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: {
    // References to an API lead nowhere, and are reported.
    href: [...linkSchemes, 'xref'],
    // A picture in the text itself becomes its description, or is a small one that the page shows.
    src: [...imageSchemes, 'data'],
  },
  strip: ['script', 'style'],
};
