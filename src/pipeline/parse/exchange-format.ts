/** Files in which translators exchange texts, when their names call them articles: `fr-FR/pay.xlf.txt`. */

/** Lines before the first message of a PO file that are looked at: comments, often a licence. */
const mostLines = 200;

/** The format of a text that is no article, whatever its file is called; undefined for any other text. */
export function exchangeFormatOf(text: string): 'XLIFF' | 'TMX' | 'PO' | undefined {
  const start = text
    .slice(0, 2_000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  const [, root] = /^(?:<\?xml[^<>]*>\s*)?(?:<!(?:--|DOCTYPE)[^<>]*>\s*)?<(xliff|tmx)[\s>]/i.exec(start) ?? [];
  if (root !== undefined) return root.toLowerCase() === 'tmx' ? 'TMX' : 'XLIFF';
  return isPo(text) ? 'PO' : undefined;
}

/** Each message has `msgid "…"`, and `msgstr "…"` on a later line. */
function isPo(text: string): boolean {
  const lines = text.slice(0, 20_000).split('\n', mostLines);
  const first = lines.findIndex((line) => !/^\uFEFF?\s*(?:#|$)/.test(line));
  return (
    /^\uFEFF?(?:msgctxt|msgid)\s+"/.test(lines[first] ?? '') && lines.some((line) => /^msgstr(?:\[0\])?\s+"/.test(line))
  );
}
