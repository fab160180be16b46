/** Which files and folders of the content directories a site's author wants left out. */
import picomatch from 'picomatch';

/** Whether a path below a content directory is left out, or not looked into where it is a folder. */
export type Ignore = (path: string) => boolean;

/**
 * Globs as `.gitignore` has them: `drafts/` or `*.tmp.md` in any folder, `/notes` and `fr-FR/old/**` from the content directory on, and
 * `!keep.md` for what an earlier glob would leave out. The last one that fits decides. What lies in a folder that is left out cannot be
 * taken back.
 */
export function ignoreOf(globs: readonly string[]): Ignore {
  const rules = globs.map((glob) => {
    const isTakenBack = glob.startsWith('!');
    const written = glob.slice(isTakenBack ? 1 : 0).replace(/^\.\//, '');
    const pattern = written.replace(/^\//, '').replace(/\/$/, '');
    // A pattern without a stroke means names in any folder.
    const isName = !pattern.includes('/') && !written.startsWith('/');
    return { isLeftOut: !isTakenBack, fits: picomatch(isName ? `**/${pattern}` : pattern, { dot: true }) };
  });
  return (path) => rules.findLast(({ fits }) => fits(path))?.isLeftOut === true;
}
