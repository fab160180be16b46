/** Characters that could begin a link, HTML, code or stress, or a reference to a character; between two letters a `_` is none. */
const meaning = /([\p{L}\p{N}]_(?=[\p{L}\p{N}]))|[\\`*[\]<_~]|&(?=#?\w)/gu;
/** What GFM makes links of without any mark, escaped or not: addresses, and those of mail. */
const bareAddress = /((?:\b(?:https?|ftp|mailto|xmpp):|\bwww\.)[^\s`]*|(?<![^\s`@])[^\s`@]*@[^\s`]*)/gi;

/**
 * A plain text as Markdown in one line: it shows the same characters, and makes no link, no HTML and no stress of them. Addresses are
 * code.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(bareAddress)
    .map((piece, index) => (index % 2 === 1 ? `\`${piece}\`` : escapeSigns(piece)))
    .join('');
}

function escapeSigns(text: string): string {
  return text.replace(meaning, (sign, inWord: string | undefined) => (inWord === undefined ? `\\${sign}` : sign));
}
