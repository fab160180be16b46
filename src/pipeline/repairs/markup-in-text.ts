import type { Html } from 'mdast';
import { htmlTagNames } from 'html-tag-names';
import { allowedTags, replacedTags } from '../render/allowed-html.ts';
import { spanOf } from '../markdown.ts';
import { nodesOfType } from '../nodes.ts';
import type { Repair, RepairEdit } from './repair.ts';

export const markupInText: Repair = {
  name: 'markup-in-text',
  what: 'The text is taken for markup.',
  why: 'Placeholders such as `<mailbox>` are taken for HTML and vanish; `</br>` and `<mrk>` are remains of tools.',
  suspect: /<\/?[A-Za-z]/,
  mends: ['tag'],
  showsVerbatim: true,
  find: ({ tree, draft }) => {
    const edits: RepairEdit[] = [];
    const closed = closedIn(draft.text);
    for (const html of nodesOfType(tree, 'html'))
      for (const edit of findInHtml(draft.text, html, closed)) edits.push(edit);
    return edits;
  },
  examples: [
    {
      before: 'Exécutez Get-Mailbox <mailbox> puis <nom du groupe>.',
      after: 'Exécutez Get-Mailbox &lt;mailbox> puis &lt;nom du groupe>.',
    },
    { before: 'Un</br>deux<br/>trois', after: 'Un<br>deux<br/>trois' },
    { before: '<mrk mtype="seg" mid="1">Portail</mrk> ouvert', after: 'Portail ouvert' },
    { before: '<nom>\n\ntexte', after: '&lt;nom>\n\ntexte' },
    { before: 'x<sup>2</sup> <!-- note -->', after: 'x<sup>2</sup> <!-- note -->' },
    { before: '`<mailbox>`', after: '`<mailbox>`' },
    ...shownOnly('<Tabs>\n\nTexte\n\n</Tabs>', '&lt;Tabs>\n\nTexte\n\n&lt;/Tabs>'),
    ...shownOnly('Un <Badge text="Beta" /> ici', 'Un &lt;Badge text="Beta" /> ici'),
    ...shownOnly('Exécutez <Group Name>.', 'Exécutez &lt;Group Name>.'),
    ...shownOnly('Un <my-badge> ici', 'Un &lt;my-badge> ici'),
    ...shownOnly('Un <font color=red>mot</font>', 'Un &lt;font color=red>mot&lt;/font>'),
    ...shownOnly('<main>\n\nTexte', '&lt;main>\n\nTexte'),
    ...shownOnly('<note markdown="1">\nTexte', '&lt;note markdown="1">\nTexte'),
    ...shownOnly('Un <mot>vrai</mot> ici', 'Un &lt;mot>vrai&lt;/mot> ici'),
    ...shownOnly('Un <mot/> ici', 'Un &lt;mot/> ici'),
    ...shownOnly('<script>\nif (a <b> c) </br>\n</script>', '&lt;script>\nif (a <b> c) <br>\n&lt;/script>'),
    ...shownOnly('<style>\n<nom>\n</style>', '&lt;style>\n&lt;nom>\n&lt;/style>'),
    ...shownOnly('<pre>\nGet <nom>\n</pre>', '<pre>\nGet &lt;nom>\n</pre>'),
    ...shownOnly('<div>\nLe `<nom>` suit.\n</div>', '<div>\nLe `&lt;nom>` suit.\n</div>'),
  ],
};

/** An example that the page shows otherwise than it is written, and that `fix` leaves alone. */
function shownOnly(before: string, after: string): Repair['examples'] {
  return [{ before, after, written: before }];
}

function findInHtml(text: string, node: Html, closed: ReadonlySet<string>): RepairEdit[] {
  const { start, end } = spanOf(node);
  const edits: RepairEdit[] = [];
  const add = (at: number, length: number, replacement: string, isCertain = true): void => {
    edits.push({ start: at, end: at + length, text: replacement, ...(isCertain ? {} : { certain: false }) });
  };
  for (const match of text
    .slice(start, end)
    .matchAll(/<!--(?:(?!<!--)[\s\S])*?-->|<(\/?)([A-Za-z][\w:.-]*)([^<>]*)>?/g)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) continue;
    const at = start + match.index;
    if (name === 'mrk') add(at, match[0].length, '');
    else if (name === 'br' && match[1] === '/') add(at, match[0].length, '<br>');
    else if (!allowedTags.has(name) && !replacedTags.has(name)) {
      add(at, 1, '&lt;', isPlaceholder(match[0]) && !closed.has(name));
    }
  }
  return edits;
}

const elements: ReadonlySet<string> = new Set(htmlTagNames);

/**
 * Whether a tag can only be words in angle brackets, such as `<mailbox>` or `<group name>`. It is none with a capital letter (a
 * component, perhaps), a hyphen, colon or full stop in its name, attributes, or the name of an element of HTML.
 */
function isPlaceholder(tag: string): boolean {
  const name = /^<([a-z][a-z0-9_]*)(?: [^<>="'{}`/]*)?>$/.exec(tag)?.[1];
  return name !== undefined && !elements.has(name);
}

/** Names (lower case) of the elements that are closed anywhere: an author may have meant them, although this site does not know them. */
function closedIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/<\/([A-Za-z][\w:.-]*)/g), ([, closed = '']) => closed.toLowerCase()));
}
