/** The HTML that an article may contain. Everything else is shown as text or, for attributes, left out. */

/** Lower-case names of the tags that are markup; any other tag is a placeholder that the author meant to be read. */
export const allowedTags: ReadonlySet<string> = new Set(
  (
    'a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins ' +
    'kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'
  ).split(' '),
);

/** Tags that are markup too, but that become something else on the page: an embed a link, a check box a sign. */
export const replacedTags: ReadonlySet<string> = new Set(['iframe', 'input']);
