/** What an id or a slug may be, and which file of the API tells of it. Pure: the build writes them, the browser asks for them. */

/** What an address can carry as one id or as a slug; anything else is none. */
const pattern = /^[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}._/-]*[\p{L}\p{N}\p{M}_-])?$/u;
/** Bytes of the longest name that file systems take. */
const longestName = 255;

const encoder = new TextEncoder();

/** Never true for what leads out of a folder, or into a hidden one. */
export function isId(text: string): boolean {
  return (
    pattern.test(text) &&
    !/\/[./]|\.\//.test(text) &&
    text.split('/').every((part) => encoder.encode(part).length <= longestName - '.json'.length)
  );
}

/** Path below the site's root of the file that tells of an id or a slug; undefined for what is none. */
export function apiFileOf(folder: 'articles' | 'ids', id: string): string | undefined {
  return isId(id) ? `api/v1/${folder}/${encodeURI(id)}.json` : undefined;
}
