import { defaultSchema, type Options } from 'rehype-sanitize';
import { allowedTags } from './allowed-html.ts';

const classes = [
  /^language-[\w+#-]+$/,
  /^alert(-\w+)?$/,
  ...['zone', 'zone-label', 'row', 'column', 'tabs', 'tab', 'tab-title', 'video', 'missing-image', 'broken-link'],
  ...['checklist', 'nextstepaction', 'op_single_selector', 'op_multi_selector', 'contains-task-list', 'task-list-item'],
  ...['footnotes', 'visually-hidden', 'data-footnote-backref'],
];

/**
 * What may stand in a page. Ids are kept as they are written (they are what links lead to), so pages of the site give their own
 * elements no ids that an article could take.
 */
export const sanitizeSchema: Options = {
  ...defaultSchema,
  clobberPrefix: '',
  clobber: [],
  tagNames: [...allowedTags, 'aside', 'section', 'input'],
  attributes: {
    '*': ['id', 'lang', 'dir', 'title', ['className', ...classes], ['role', 'note'], 'ariaLabel', 'ariaDescribedBy'],
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
    href: ['http', 'https', 'mailto', 'tel', 'ms-settings', 'feedback-hub', 'xref'],
    src: ['http', 'https', 'data'],
  },
  strip: ['script', 'style'],
};
