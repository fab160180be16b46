/** Parts that are the same on all pages of a locale. A thread renders each for the first page that has it, and repeats it on the others. */
const parts = new Map<string, string>();

/**
 * A part's HTML.
 *
 * @param name distinguishes the parts of a page
 * @param tag locale of the page
 */
export function repeated(name: string, tag: string, render: () => Promise<string>): string | Promise<string> {
  const key = `${tag} ${name}`;
  return (
    parts.get(key) ??
    render().then((html) => {
      const part = html.trim();
      parts.set(key, part);
      return part;
    })
  );
}
