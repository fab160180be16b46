/** References that no file may answer: hidden ones, and those to files of another kind. */
import type { Diagnostic } from '../../core/diagnostics.ts';
import { endingsOf, type FileKind, kindMeant } from '../files/file-kinds.ts';
import { type FileAddress, refusalOf } from '../files/referenced-files.ts';
import { shorten } from '../normalize/shorten.ts';

/**
 * What is said of a reference to a file that is not looked for, whether it is there or not.
 *
 * @param consequence what that means for the page
 */
export function refusal(reference: FileAddress, consequence: string): Pick<Diagnostic, 'message' | 'hint'> | undefined {
  const href = shorten(reference.href, 200);
  switch (refusalOf(reference)) {
    case undefined:
      return undefined;
    case 'hidden':
      return {
        message: `\`${href}\` is hidden: nothing is shown whose path has a part that begins with \`.\`; ${consequence}.`,
        hint: 'Where readers may see it, put it below a name without the `.`.',
      };
    case 'kind':
      return {
        message: `\`${href}\` is no kind of file that can be shown here; ${consequence}.`,
        hint: expectedKind[kindMeant(reference)],
      };
  }
}

const expectedKind: Readonly<Record<FileKind, string>> = {
  article: `Use a file that ends in one of ${endingsOf('article')}.`,
  picture: `Use a file that ends in one of ${endingsOf('picture')}.`,
  download: `Use a file that ends in one of ${endingsOf('download')}.`,
  code: 'Use a file of source code or data, and give it the ending of its language, such as `.py`, `.json` or `.txt`.',
};
