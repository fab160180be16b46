/** What reading, grouping and linking find out by themselves; each names its finding where it makes it. */
import type { RuleFacts } from './rule.ts';

const rows: readonly (readonly [name: string, severity: RuleFacts['severity'], why: string])[] = [
  ['not-text', 'error', 'A file with zero bytes is no text, and cannot be published.'],
  ['too-long', 'error', 'A file of more than four million characters is no article that a browser could show.'],
  ['empty-article', 'error', 'A file without text has nothing to publish.'],
  ['locale-unknown', 'error', 'An article whose language nobody knows belongs to no part of the site.'],
  [
    'unknown-locale',
    'warning',
    'A language tag that does not exist is not used; the path has to say the language then.',
  ],
  ['front-matter-unclosed', 'error', 'Without the closing line all of the front matter is shown to readers as text.'],
  [
    'front-matter-translated',
    'warning',
    'The front matter was translated like text; its keys had to be guessed from the English.',
  ],
  [
    'front-matter-unreadable',
    'warning',
    'The front matter is no YAML; what could be recognized was used, the rest is lost.',
  ],
  [
    'front-matter-unknown',
    'warning',
    'Text between two rules that states no known key is taken for front matter, and not shown.',
  ],
  ['misspelt-key', 'warning', 'A key with a slip of the pen says nothing to any tool.'],
  ['unknown-key', 'info', 'A key that nobody knows says nothing to any tool.'],
  [
    'too-many-redirects',
    'warning',
    'Each former address is a page of its own in each language; no article has had hundreds.',
  ],
  ['too-many-ids', 'warning', 'Each id is a page of its own; no article has hundreds.'],
  ['wrong-redirect', 'warning', 'A former address that is no path of this site is not redirected.'],
  ['redirect-conflict', 'warning', 'A former address that belongs to another page is not redirected; builds find it.'],
  ['missing-title', 'warning', 'Browsers and search engines show the title.'],
  [
    'malformed-pair',
    'error',
    'A sentence whose pair is not whole is shown with its markup, and its original is unknown.',
  ],
  [
    'too-deep',
    'warning',
    'Markup that stands in itself a hundred times over is damage, and shown as text from there on.',
  ],
  ['too-many-marks', 'warning', 'Thousands of marks that mean nothing are damage, and shown as text.'],
  ['mdx-code', 'warning', 'Imports and exports in articles are never run, and left out.'],
  ['heading-missing', 'warning', 'An article begins with its top heading.'],
  ['second-top-heading', 'info', 'An article has one title.'],
  ['duplicate-anchor', 'info', 'A link can lead to the first of two equal anchors only.'],
  ['unknown-alert', 'warning', 'An alert with a word that nobody knows is shown as a note.'],
  [
    'slug-taken',
    'warning',
    'An address leads to one article only: that which has had it. Another one gets an id of its own behind the slug.',
  ],
  ['duplicate-article', 'warning', 'Of two files for one article and language only one is published.'],
  ['broken-link', 'warning', 'A link that leads nowhere is shown as text.'],
  ['broken-anchor', 'warning', 'The link leads to the article, but not to the place that it names.'],
  ['unresolved-xref', 'info', 'Cross references of other systems are shown without a link.'],
  ['missing-image', 'warning', 'A picture that is not there leaves its alternative text.'],
  [
    'unreadable-image',
    'warning',
    'A drawing that is no well-formed SVG may do anything in a browser, and is not published.',
  ],
  ['missing-include', 'warning', 'An include that is not there, or is no text, leaves a hole in the text.'],
  ['missing-code', 'warning', 'A code file that is not there, is no text or is too long leaves its name.'],
  ['text-behind-fence', 'warning', 'Words behind the fence that opens a code block are not shown.'],
  ['hidden-text', 'warning', 'Words in comments, tags or labels that damage has made are not shown.'],
  ['turned-link', 'warning', 'A link whose text turns the direction of writing shows another text than it has.'],
  ['symbolic-link', 'warning', 'Symbolic links may lead anywhere, so that they are not followed.'],
  [
    'unusable-name',
    'warning',
    'A name that cannot be written or read as text keeps a file from readers and from tools.',
  ],
  ['unreadable-file', 'error', 'What cannot be read cannot be published.'],
  ['article-failed', 'error', 'The article broke the program; this is a defect of Languedocs.'],
  ['unused-exception', 'warning', 'An accepted exception that matches nothing any more hides what comes next.'],
];

export const pipelineRules: readonly RuleFacts[] = rows.map(([name, severity, why]) => ({ name, severity, why }));
